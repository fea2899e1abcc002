#include "views/widgets/background.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"

BOOST_FIXTURE_TEST_SUITE(background_test, tests::WithWindow)

BOOST_AUTO_TEST_CASE(the_work_is_done_elsewhere_and_its_result_arrives_here)
{
    views::Background background;
    std::thread::id worked;
    std::thread::id arrived;

    background.run(
        frame, [] { return std::this_thread::get_id(); },
        [&](std::thread::id id) {
            worked = id;
            arrived = std::this_thread::get_id();
        });
    tests::wait_until([&] { return arrived != std::thread::id(); });

    BOOST_TEST((arrived == std::this_thread::get_id()));
    BOOST_TEST((worked != arrived));
}

BOOST_AUTO_TEST_CASE(nothing_arrives_for_a_window_that_is_gone)
{
    views::Background background;
    auto* window = new wxFrame(nullptr, wxID_ANY, "short-lived");
    bool arrived = false;
    bool later = false;

    background.run(
        window, [] { return 1; }, [&](int) { arrived = true; });
    delete window;
    background.run(
        frame, [] { return 2; }, [&](int) { later = true; });

    BOOST_TEST(tests::wait_until([&] { return later; }));
    BOOST_TEST(!arrived);
}

BOOST_AUTO_TEST_CASE(waiting_work_is_dropped_at_the_end)
{
    std::atomic<int> begun = 0;
    {
        views::Background background;
        for (int i = 0; i < 10; ++i)
            background.run(
                frame,
                [&] {
                    ++begun;
                    std::this_thread::sleep_for(std::chrono::milliseconds(30));
                    return 0;
                },
                [](int) {});
        tests::wait_until([&] { return begun > 0; });
    }
    BOOST_TEST(begun < 10);
}

BOOST_AUTO_TEST_SUITE_END()
