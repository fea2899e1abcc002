// A list of townships and villages that an office brings.
#include "views/import/division_import.h"

#include "model/base/error.h"
#include "model/commands/own_divisions.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

namespace {

struct Lists : tests::WithOffice {
    std::filesystem::path list(std::string_view lines)
    {
        return tests::write_file(folder.file("名单.csv"), lines);
    }

    tests::TempFolder folder;
};

constexpr std::string_view two = "代码,名称\n430922101000,修山新镇\n430922101001,九都村\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(division_import_test, Lists)

BOOST_AUTO_TEST_CASE(a_list_is_kept_once_the_user_agrees)
{
    {
        const tests::Answering no(wxID_NO);
        BOOST_TEST(!views::import_divisions(frame, editor, list(two)));
        BOOST_TEST(no.asked() == 1);
    }
    BOOST_TEST(!model::has_own_divisions(office.store));
    const tests::Answering yes(wxID_YES);
    const auto kept = views::import_divisions(frame, editor, list(two));
    BOOST_REQUIRE(kept);
    BOOST_TEST((kept->townships == 1 && kept->villages == 1));
    BOOST_TEST(model::divisions_of(office.store).front().name == "修山新镇");
}

BOOST_AUTO_TEST_CASE(a_wrong_list_is_not_asked_about)
{
    const tests::Answering yes(wxID_YES);
    BOOST_CHECK_THROW(
        views::import_divisions(frame, editor, list("430922101001,九都村\n")), model::Error);
    BOOST_TEST(yes.asked() == 0);
    BOOST_TEST(!model::has_own_divisions(office.store));
}

BOOST_AUTO_TEST_SUITE_END()
