#include "views/shell/row_commands.h"

#include "views/import/bulk_edit.h"
#include "views/import/paste_rows.h"
#include "views/list/record_list.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>

namespace views {

namespace {

std::string clipboard_text()
{
    if (!wxTheClipboard->Open())
        return {};
    wxTextDataObject text;
    const bool is_there = wxTheClipboard->GetData(text);
    wxTheClipboard->Close();
    return is_there ? from_wx(text.GetText()) : std::string();
}

} // namespace

int change_rows(wxWindow* parent, const Desk& desk, const model::EntityDef& def, RecordList& list)
{
    auto records = list.selected_records();
    if (records.empty()) {
        list.say(tr("No row is selected"));
        return 0;
    }
    BulkEdit dialog(parent, desk, def, std::move(records), list.current_field());
    dialog.ShowModal();
    return dialog.written();
}

int paste_rows(wxWindow* parent, const Desk& desk, const model::EntityDef& def, RecordList& list)
{
    const auto text = clipboard_text();
    if (text.empty()) {
        list.say(tr("There is no table on the clipboard"));
        return 0;
    }
    PasteRows dialog(parent, desk, def, list.paste_target(), text);
    if (!dialog.has_table()) {
        list.say(tr("There is no table on the clipboard"));
        return 0;
    }
    dialog.ShowModal();
    return dialog.written();
}

} // namespace views
