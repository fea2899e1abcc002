#include "views/help/html_pages.h"

#include "views/help/chinese_lines.h"

#include <algorithm>

namespace views {

namespace {

constexpr int paper_width = 794; ///< A4
constexpr int paper_height = 1123;
constexpr int margin = 57;  ///< 15 mm
constexpr int letters = 11; ///< points

// The renderer finds such breaks itself, but draws nothing after one.
const wxString page_break = "<div style=\"page-break-before:always\"></div>";

} // namespace

HtmlPages::HtmlPages(wxDC& dc, const wxString& body)
{
    teach_chinese_lines();
    std::size_t start = 0;
    for (auto end = body.find(page_break); end != wxString::npos;
         start = end + page_break.length(), end = body.find(page_break, start))
        lay_out(dc, body.substr(start, end - start));
    lay_out(dc, body.substr(start));
}

void HtmlPages::lay_out(wxDC& dc, const wxString& section)
{
    const auto text = "<html><body>" + with_chinese_lines(section) + "</body></html>";
    auto& renderer = *sections_.emplace_back(std::make_unique<wxHtmlDCRenderer>());
    renderer.SetDC(&dc);
    renderer.SetStandardFonts(letters);
    renderer.SetSize(paper_width - 2 * margin, paper_height - 2 * margin);
    renderer.SetHtmlText(text);
    const int height = renderer.GetTotalHeight();
    for (int at = 0; at != wxNOT_FOUND && at < height;) {
        const int next = renderer.FindNextPageBreak(at);
        pages_.push_back({&renderer, at, next == wxNOT_FOUND ? height : std::min(next, height)});
        at = next;
    }
}

void HtmlPages::draw(wxDC& dc, int page)
{
    const auto& [section, from, to] = pages_.at(static_cast<std::size_t>(page - 1));
    section->SetDC(&dc);
    section->Render(margin, margin, from, to);
}

} // namespace views
