#include "app/desktop/only_window.h"

#include "model/base/error.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <optional>

BOOST_AUTO_TEST_SUITE(only_window_test)

BOOST_AUTO_TEST_CASE(a_second_window_of_a_file_is_refused_until_the_first_is_closed)
{
    tests::TempFolder folder;
    const auto own = folder.file("own");
    std::optional<app::OnlyWindow> first(std::in_place, own, folder.file("hall.db"));

    BOOST_CHECK_THROW(app::OnlyWindow(own, folder.file("hall.db")), model::Error);
    BOOST_CHECK_THROW(app::OnlyWindow(own, folder.file("x/../hall.db")), model::Error);
    BOOST_CHECK_NO_THROW(app::OnlyWindow(own, folder.file("other.db")));

    first.reset();
    BOOST_CHECK_NO_THROW(app::OnlyWindow(own, folder.file("hall.db")));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_to_keeps_nobody_from_his_work)
{
    tests::TempFolder folder;
    std::ofstream(folder.file("own")) << "no folder";
    BOOST_CHECK_NO_THROW(app::OnlyWindow(folder.file("own"), folder.file("hall.db")));
}

BOOST_AUTO_TEST_SUITE_END()
