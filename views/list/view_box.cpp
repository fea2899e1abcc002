#include "views/list/view_box.h"

#include "views/list/view_dialogs.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/menu.h>
#include <wx/weakref.h>

#include <algorithm>

namespace views {

namespace {

bool is_alike(const ListView& one, const ListView& other)
{
    return std::ranges::equal(one.layout.columns, other.layout.columns, {},
               &ListLayout::Column::field, &ListLayout::Column::field)
        && one.layout.order == other.layout.order && one.layout.group == other.layout.group
        && one.anywhere == other.anywhere && std::ranges::is_permutation(one.cells, other.cells);
}

} // namespace

/// The first line is no view, the last two are commands.
ViewBox::ViewBox(wxWindow* parent, const model::EntityDef& def, const model::Catalog& catalog,
    const Settings& settings)
    : wxChoice(parent, wxID_ANY)
    , saved_(def, catalog, settings)
{
    name_control(this, "view", tr("View"));
    SetToolTip(tr("Views: columns, order, groups and filters under a name (F7)"));
    fill();
    Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) { chosen(event.GetSelection()); });
    Bind(wxEVT_CHAR_HOOK, &ViewBox::on_key, this);
}

void ViewBox::on_key(wxKeyEvent& event)
{
    switch (event.HasAnyModifiers() ? WXK_NONE : event.GetKeyCode()) {
    case WXK_UP:
    case WXK_DOWN:
    case WXK_SPACE:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        return open();
    case WXK_ESCAPE:
        if (on_leave)
            return on_leave();
        [[fallthrough]];
    default:
        event.Skip();
    }
}

/// Its ids are the lines of the box.
std::unique_ptr<wxMenu> ViewBox::make_menu() const
{
    auto menu = std::make_unique<wxMenu>();
    const auto count = static_cast<int>(GetCount());
    for (int line = 1; line < count; ++line) {
        auto label = GetString(static_cast<unsigned>(line));
        label.Replace("&", "&&");
        const bool is_view = line < count - 2;
        if (line == count - 2 && line > 1)
            menu->AppendSeparator();
        auto* item = is_view ? menu->AppendCheckItem(line, label) : menu->Append(line, label);
        if (is_view)
            item->Check(line == GetSelection());
    }
    return menu;
}

void ViewBox::open()
{
    const auto menu = make_menu();
    const wxWeakRef<ViewBox> here(this); // what comes meanwhile may renew the page
    auto* window = wxGetTopLevelParent(this);
    const int line = window->GetPopupMenuSelectionFromUser(
        *menu, window->ScreenToClient(ClientToScreen({0, GetSize().y})));
    if (here && line != wxID_NONE)
        chosen(line);
}

void ViewBox::fill()
{
    Clear();
    Append(tr("(no view)"));
    for (const auto& name : saved_.names())
        Append(to_wx(name));
    Append(tr("Save as a view…"));
    Append(tr("Manage views…"));
    follow();
}

void ViewBox::follow()
{
    const auto names = saved_.names();
    int line = 0;
    if (now) {
        const auto shown = now();
        const auto found = std::ranges::find_if(
            names, [&](const auto& name) { return is_alike(*saved_.find(name), shown); });
        if (found != names.end())
            line = static_cast<int>(found - names.begin()) + 1;
    }
    if (line != GetSelection())
        SetSelection(line);
}

void ViewBox::chosen(int line)
{
    const auto names = saved_.names();
    const auto views = static_cast<int>(names.size());
    if (line > views) {
        follow();
        return line == views + 1 ? ask_save() : ask_manage();
    }
    if (line < 1 || !on_choose)
        return follow();
    on_choose(*saved_.find(names[static_cast<std::size_t>(line - 1)]));
}

void ViewBox::ask_save()
{
    const auto names = saved_.names();
    const int line = GetSelection();
    const bool is_view = line > 0 && line <= static_cast<int>(names.size());
    if (const auto name = ask_view_name(wxGetTopLevelParent(this), tr("Save as a view"),
            is_view ? names[static_cast<std::size_t>(line - 1)] : std::string()))
        save(*name);
}

void ViewBox::save(const std::string& name)
{
    if (!saved_.save(name, now()).empty())
        fill();
}

void ViewBox::ask_manage()
{
    manage_views(wxGetTopLevelParent(this), saved_);
    fill();
}

} // namespace views
