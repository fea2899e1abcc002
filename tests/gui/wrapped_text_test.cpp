#include "views/widgets/wrapped_text.h"

#include "tests/support/gui.h"

#include <boost/test/unit_test.hpp>

BOOST_FIXTURE_TEST_SUITE(wrapped_text_test, tests::WithWindow)

BOOST_AUTO_TEST_CASE(a_chinese_sentence_is_broken_though_it_has_no_blanks)
{
    const auto sentence = views::to_wx("身份证号码的最后一位与前十七位不符，请对照证件核对。");
    const int width = frame->GetTextExtent(sentence).x / 3;

    const auto lines = wxSplit(views::wrapped(*frame, sentence, width), '\n', '\0');

    BOOST_TEST(lines.size() >= 3u);
    for (const auto& line : lines) {
        BOOST_TEST(frame->GetTextExtent(line).x <= width);
        BOOST_TEST(!line.StartsWith(views::to_wx("，")));
    }
}

BOOST_AUTO_TEST_CASE(what_fits_stays_on_one_line)
{
    BOOST_TEST(views::wrapped(*frame, "short", 500) == "short");
}

BOOST_AUTO_TEST_SUITE_END()
