#include "model/store/documents.h"

#include "tests/support/editing.h"

using namespace model;

namespace {

struct WithDocuments : tests::Editing {
    Uuid zhang = made("person", {{"name", "张桂山"}});

    void enter(const std::string& rank, const std::string& document)
    {
        clock.advance(1000);
        BOOST_REQUIRE(set(zhang, {{"rank", rank}}, {.on_behalf = true, .document = document}).done);
    }
};

using Documents = std::vector<std::string>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(documents_test, WithDocuments)

BOOST_AUTO_TEST_CASE(documents_used_before_are_offered_each_once_the_latest_first)
{
    BOOST_TEST(recent_documents(store, "").empty());
    enter("科员", "甲〔2026〕1号");
    enter("副科长", "乙〔2026〕2号");
    enter("科长", "甲〔2026〕1号");

    BOOST_TEST((recent_documents(store, "") == Documents{"甲〔2026〕1号", "乙〔2026〕2号"}));
    BOOST_TEST((recent_documents(store, "２号") == Documents{"乙〔2026〕2号"}));
    BOOST_TEST(recent_documents(store, "丙").empty());
}

BOOST_AUTO_TEST_CASE(no_more_than_ten_are_offered)
{
    for (int n = 0; n < 12; ++n)
        enter("职务" + std::to_string(n), "文" + std::to_string(n) + "号");
    const auto documents = recent_documents(store, "");
    BOOST_TEST(documents.size() == 10u);
    BOOST_TEST(documents.front() == "文11号");
}

BOOST_AUTO_TEST_SUITE_END()
