#include "views/help/manual.h"

#include "assets/assets.h"
#include "views/widgets/tr.h"

#include <wx/wxcrt.h>

#include <array>
#include <utility>

namespace views {

namespace {

constexpr std::array<std::string_view, 37> names{"start", "board", "registers", "list", "dashboard",
    "hall_plan", "crosstab", "form", "attachments", "import", "compare", "reform", "checklists",
    "approvals", "search", "undo", "conflicts", "sync", "backup", "print", "accounts", "audit",
    "personal", "calendar", "fields", "morning", "duty", "clock", "case_report", "newcomer",
    "staff", "assessment", "scores", "devices", shortcuts_page, "trouble", card_page};

constexpr int title_counts = 100;

constexpr std::pair<const char*, const char*> entities[] = {
    {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&quot;", "\""}, {"&amp;", "&"}};

std::string file_of(std::string_view language, std::string_view name)
{
    return "manual/" + std::string(language) + '/' + std::string(name) + ".html";
}

/// Between the two texts; all where they do not stand there.
wxString between(const wxString& text, const wxString& from, const wxString& to)
{
    const auto start = text.find(from);
    const auto end = text.find(to, start);
    if (start == wxString::npos || end == wxString::npos)
        return text;
    return text.substr(start + from.length(), end - start - from.length());
}

} // namespace

std::vector<ManualPage> manual_pages(const wxString& shortcuts)
{
    std::vector<ManualPage> pages;
    for (const auto name : names) {
        const auto html = to_wx(assets::text(file_of(spoken_language(), name)));
        auto& page = pages.emplace_back(std::string(name), between(html, "<title>", "</title>"),
            between(html, "<body>", "</body>"));
        page.body.Replace("<!--shortcuts-->", shortcuts);
        page.body.Replace("../pictures/", "memory:");
    }
    return pages;
}

wxString plain_text(const wxString& html)
{
    wxString text;
    bool in_tag = false;
    for (const auto c : html) {
        if (c == '<')
            in_tag = true;
        const bool is_blank = in_tag || wxIsspace(c);
        if (!is_blank)
            text += c;
        else if (!text.empty() && text.Last() != ' ')
            text += ' ';
        if (c == '>')
            in_tag = false;
    }
    for (const auto& [entity, character] : entities)
        text.Replace(entity, character);
    return text;
}

int hits(const ManualPage& page, const wxString& words)
{
    const auto wanted = wxString(words).Trim().Trim(false).Lower();
    if (wanted.empty())
        return 0;
    const auto text = plain_text(page.body).Lower();
    int count = page.title.Lower().Contains(wanted) ? title_counts : 0;
    for (auto at = text.find(wanted); at != wxString::npos;
         at = text.find(wanted, at + wanted.length()))
        ++count;
    return count;
}

wxString with_marks(const wxString& body, const wxString& words)
{
    const auto wanted = wxString(words).Trim().Trim(false).Lower();
    const auto lower = body.Lower();
    if (wanted.empty() || lower.length() != body.length())
        return body;
    wxString marked;
    bool is_first = true;
    for (std::size_t i = 0; i < body.length();) {
        if (body[i] == '<' || body[i] == '&') { // neither tags nor entities are text
            const auto end = body.find(body[i] == '<' ? '>' : ';', i);
            const auto next = end == wxString::npos ? body.length() : end + 1;
            marked += body.substr(i, next - i);
            i = next;
        } else if (lower.compare(i, wanted.length(), wanted) == 0) {
            marked += (is_first ? "<a name=\"found\"></a>" : "")
                + ("<b><font color=\"#c04000\">" + body.substr(i, wanted.length()) + "</font></b>");
            is_first = false;
            i += wanted.length();
        } else {
            marked += body[i++];
        }
    }
    return marked;
}

} // namespace views
