#include "views/help/shortcuts.h"

#include "views/widgets/tr.h"

#include <wx/menu.h>
#include <wx/utils.h>

#include <string_view>

namespace views {

namespace {

wxString as_html(wxString text)
{
    text.Replace("&", "&amp;");
    text.Replace("<", "&lt;");
    return text;
}

/// "导入表格(&I)…" is 导入表格.
wxString without_mnemonic(wxString label)
{
    const auto mark = label.find("(&");
    if (mark != wxString::npos)
        label.erase(mark, std::string_view("(&I)").size());
    if (label.EndsWith(L"…"))
        label.RemoveLast();
    return wxStripMenuCodes(label, wxStrip_Menu);
}

void add(std::vector<Shortcut>& all, const wxMenu& menu, const wxString& title)
{
    for (const auto* item : menu.GetMenuItems()) {
        const auto label = item->GetItemLabel();
        if (item->IsSubMenu())
            add(all, *item->GetSubMenu(), title);
        else if (label.Contains("\t"))
            all.push_back(
                {title, without_mnemonic(label.BeforeFirst('\t')), label.AfterFirst('\t')});
    }
}

} // namespace

std::vector<Shortcut> shortcuts_of(const wxMenuBar& bar)
{
    std::vector<Shortcut> all;
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i)
        add(all, *bar.GetMenu(i), without_mnemonic(bar.GetMenuLabel(i)));
    return all;
}

wxString shortcut_table(const std::vector<Shortcut>& shortcuts)
{
    wxString rows;
    wxString menu;
    for (const auto& shortcut : shortcuts) {
        if (shortcut.menu != menu)
            rows += "<tr><td colspan=\"2\"><br><b>" + as_html(shortcut.menu) + "</b></td></tr>";
        menu = shortcut.menu;
        rows += "<tr><td>" + as_html(shortcut.command) + "</td><td><b>" + as_html(shortcut.keys)
            + "</b></td></tr>";
    }
    return "<table cellpadding=\"3\">" + rows + "</table>";
}

} // namespace views
