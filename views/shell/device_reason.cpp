#include "views/shell/device_reason.h"

#include "model/base/text.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace views {

namespace {

constexpr int width = 480;

const char* consequence_of(model::DeviceChange change)
{
    switch (change) {
    case model::DeviceChange::revoke:
        return model::msgid(
            "The county refuses {1} from now on: it can neither send nor receive. What is on that "
            "computer stays there. To use it again it needs a new joining file.");
    case model::DeviceChange::report_lost:
        return model::msgid(
            "The county refuses {1} from now on. As soon as it is connected and syncs, it destroys "
            "its data file, its backups and its keys, and shows whom to call. What had not been "
            "sent from it is lost. Until then this can be withdrawn; afterwards it cannot be "
            "undone.");
    case model::DeviceChange::withdraw_loss:
        break;
    }
    return model::msgid("{1} turned up again: it is not purged, and is what it was before.");
}

} // namespace

const char* label_of(model::DeviceChange change)
{
    switch (change) {
    case model::DeviceChange::revoke:
        return model::msgid("&Shut out…");
    case model::DeviceChange::report_lost:
        return model::msgid("Report lost and &purge…");
    case model::DeviceChange::withdraw_loss:
        break;
    }
    return model::msgid("&Withdraw the report of loss…");
}

DeviceReason::DeviceReason(
    wxWindow* parent, const model::CountyDevice& device, model::DeviceChange change)
    : wxDialog(parent, wxID_ANY,
        wxStripMenuCodes(
            tr(label_of(change)).BeforeFirst(L'\u2026'), wxStrip_CJKMnemonics | wxStrip_Mnemonics))
    , reason_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , ok_(new wxButton(this, wxID_OK, tr("&Do it")))
{
    SetName("device_reason");
    name_control(reason_, "reason", tr("Why:"));
    name_control(ok_, "do");
    keep_line_height(*reason_);
    auto* what = new WrappedText(this);
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(new wxStaticText(this, wxID_ANY, tr("Why:")),
        wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    line->Add(reason_, wxSizerFlags(1).CenterVertical());
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(what, flags);
    all->Add(line, flags);
    all->Add(dialog_buttons(*this, ok_), flags);
    SetSizer(all);
    what->show(
        tr(consequence_of(change), {device.name + " (" + std::to_string(device.number) + ')'}));
    what->wrap(word_width(*this, width));
    ok_->Enable(false);
    Fit();
    CentreOnParent();
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { ok_->Enable(!reason().empty()); });
    reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (!reason().empty())
            end_dialog(*this, wxID_OK);
    });
    reason_->SetFocus();
}

std::string DeviceReason::reason() const
{
    return model::trimmed(from_wx(reason_->GetValue()));
}

} // namespace views
