#include "tests/gui/screen.h"

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/headercol.h>
#include <wx/headerctrl.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/notebook.h>
#include <wx/radiobox.h>
#include <wx/statusbr.h>
#include <wx/textentry.h>
#include <wx/toolbar.h>
#include <wx/tooltip.h>
#include <wx/toplevel.h>
#include <wx/window.h>

#include <algorithm>
#include <array>
#include <gtk/gtk.h>
#include <regex>
#include <string_view>

namespace tests {

namespace {

using Texts = std::vector<wxString>;

/// Words that are the same in Chinese offices: names of programs, formats and keys, and the
/// examples of pinyin.
constexpr std::array<std::string_view, 34> known{"id", "csv", "xlsx", "db", "hall", "join", "txt",
    "pdf", "excel", "wps", "utf", "gbk", "gb", "ctrl", "alt", "shift", "esc", "enter", "pgup",
    "pgdn", "del", "ins", "tab", "english", "language", "taojiang", "tjx", "zh", "cn", "usb",
    "ukey", "le", "be", "hallkeeper"};

void add(Texts& texts, const wxString& text)
{
    if (!text.empty())
        texts.push_back(text);
}

void add_of_lists(Texts& texts, const wxWindow& window)
{
    if (const auto* choice = dynamic_cast<const wxChoice*>(&window))
        for (unsigned i = 0; i < choice->GetCount(); ++i)
            add(texts, choice->GetString(i));
    if (const auto* table = dynamic_cast<const wxDataViewCtrl*>(&window))
        for (unsigned i = 0; i < table->GetColumnCount(); ++i)
            add(texts, table->GetColumn(i)->GetTitle());
    if (const auto* book = dynamic_cast<const wxNotebook*>(&window))
        for (std::size_t i = 0; i < book->GetPageCount(); ++i)
            add(texts, book->GetPageText(i));
}

void add_of_bars(Texts& texts, const wxWindow& window)
{
    if (const auto* tools = dynamic_cast<const wxToolBar*>(&window))
        for (std::size_t i = 0; i < tools->GetToolsCount(); ++i) {
            const auto* tool = tools->GetToolByPos(static_cast<int>(i));
            add(texts, tool->GetLabel());
            add(texts, tool->GetShortHelp());
        }
    if (const auto* bar = dynamic_cast<const wxStatusBar*>(&window))
        for (int i = 0; i < bar->GetFieldsCount(); ++i)
            add(texts, bar->GetStatusText(i));
}

void collect(Texts& texts, const wxWindow& window)
{
    const auto* entry = dynamic_cast<const wxTextEntry*>(&window);
    if (entry)
        add(texts, entry->GetHint());
    else if (const auto* top = dynamic_cast<const wxTopLevelWindow*>(&window))
        add(texts, top->GetTitle());
    else
        add(texts, window.GetLabel());
    if (const auto* message = dynamic_cast<const wxMessageDialogBase*>(&window)) {
        add(texts, message->GetMessage());
        add(texts, message->GetExtendedMessage());
    }
    add(texts, window.GetToolTipText());
    add_of_lists(texts, window);
    add_of_bars(texts, window);
    for (const auto* child : window.GetChildren())
        if (!child->IsTopLevel())
            collect(texts, *child);
}

void collect(Texts& texts, const wxMenu& menu)
{
    for (const auto* item : menu.GetMenuItems()) {
        add(texts, item->GetItemLabelText());
        if (const auto* inner = item->GetSubMenu())
            collect(texts, *inner);
    }
}

bool is_in_state(AtkObject* object, AtkStateType state)
{
    auto* states = atk_object_ref_state_set(object);
    const bool is_set = atk_state_set_contains_state(states, state);
    g_object_unref(states);
    return is_set;
}

bool has_cells(AtkRole role)
{
    return role == ATK_ROLE_TABLE || role == ATK_ROLE_TREE_TABLE || role == ATK_ROLE_LIST
        || role == ATK_ROLE_LIST_BOX || role == ATK_ROLE_MENU;
}

void collect(std::vector<Spoken>& all, AtkObject* object)
{
    const auto role = atk_object_get_role(object);
    if (!is_in_state(object, ATK_STATE_VISIBLE))
        return;
    // The keyboard goes to what is in a scrolled pane.
    if (role != ATK_ROLE_SCROLL_PANE && is_in_state(object, ATK_STATE_FOCUSABLE)) {
        const auto* name = atk_object_get_name(object);
        all.push_back({atk_role_get_name(role), name ? name : ""});
    }
    // Cells say what stands in them; of a choice, the one shown does.
    for (int i = 0; !has_cells(role) && i < atk_object_get_n_accessible_children(object); ++i) {
        auto* child = atk_object_ref_accessible_child(object, i);
        if (!child)
            continue;
        collect(all, child);
        g_object_unref(child);
    }
}

} // namespace

std::vector<wxString> said_by(const wxWindow& window)
{
    Texts texts;
    collect(texts, window);
    return texts;
}

std::vector<wxString> said_by(const wxMenuBar& bar)
{
    Texts texts;
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i) {
        add(texts, bar.GetMenuLabelText(i));
        collect(texts, *bar.GetMenu(i));
    }
    return texts;
}

std::vector<std::string> english_in(const wxString& text)
{
    static const std::regex word("[A-Za-z]{2,}");
    const auto utf8 = text.utf8_string();
    std::vector<std::string> words;
    for (std::sregex_iterator found(utf8.begin(), utf8.end(), word), end; found != end; ++found) {
        auto lower = found->str();
        std::ranges::transform(lower, lower.begin(),
            [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
        if (std::ranges::find(known, lower) == known.end())
            words.push_back(found->str());
    }
    return words;
}

std::vector<Spoken> focusable_in(wxWindow& window)
{
    std::vector<Spoken> all;
    if (auto* widget = static_cast<GtkWidget*>(window.GetHandle())) // none: the system's own dialog
        collect(all, gtk_widget_get_accessible(widget));
    return all;
}

bool has_chinese(const std::string& utf8)
{
    constexpr wxUint32 first = 0x4E00;
    constexpr wxUint32 last = 0x9FFF;
    const auto text = wxString::FromUTF8(utf8);
    return std::any_of(text.begin(), text.end(),
        [](wxUniChar c) { return c.GetValue() >= first && c.GetValue() <= last; });
}

} // namespace tests
