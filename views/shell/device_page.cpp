#include "views/shell/device_page.h"

#include "views/import/cell_table.h"
#include "views/shell/device_reason.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <utility>

namespace views {

namespace {

using model::DeviceChange;
using model::DeviceState;

enum Column { name, place, office, joined_by, contact, state, reason };

bool fits(const model::CountyDevice& device, DeviceChange change)
{
    switch (change) {
    case DeviceChange::revoke:
        return device.state == DeviceState::in_use;
    case DeviceChange::report_lost:
        return device.state == DeviceState::in_use || device.state == DeviceState::revoked;
    case DeviceChange::withdraw_loss:
        break;
    }
    return device.state == DeviceState::lost;
}

} // namespace

DevicePage::DevicePage(
    wxWindow* parent, model::RecordStore& store, const DeviceLink& link, Background& thread)
    : wxPanel(parent)
    , store_(store)
    , link_(link)
    , thread_(thread)
    , count_(new wxStaticText(this, wxID_ANY, {}))
    , steps_(new WrappedText(this))
    , table_(new CellTable(this, "devices", tr("Computers")))
    , told_(new WrappedText(this))
    , refresh_(new wxButton(this, wxID_ANY, tr("&Ask the county again")))
{
    name_control(count_, "count");
    name_control(steps_, "steps");
    name_control(told_, "told");
    name_control(refresh_, "refresh");
    table_->show({{.head = tr("Computer"), .width = 200}, {.head = tr("Place"), .width = 170},
                     {.head = tr("Whose"), .width = 140}, {.head = tr("Joined by"), .width = 90},
                     {.head = tr("Last contact"), .width = 140},
                     {.head = tr("State"), .width = 250}, {.head = tr("Reason"), .width = 200}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& device = devices_.at(row);
            CellTable::Cell cell{.text = text_of(device, column)};
            if (column == state && device.state == DeviceState::lost)
                cell.colour = colour_of(model::Level::refuse);
            return cell;
        });
    lay_out();
    table_->on_choose = [this](std::size_t) { update(); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        for (auto* text : {steps_, told_})
            text->wrap(GetClientSize().x - FromDIP(16));
    });
    refresh_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { refresh(); });
    update();
}

void DevicePage::lay_out()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Computers of the county"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(12)));
    top->Add(count_, wxSizerFlags().CenterVertical());
    top->AddStretchSpacer();
    top->Add(refresh_, wxSizerFlags().CenterVertical());
    auto* bottom = new wxWrapSizer(wxHORIZONTAL);
    for (const auto change :
        {DeviceChange::report_lost, DeviceChange::withdraw_loss, DeviceChange::revoke}) {
        auto* button = new wxButton(this, wxID_ANY, tr(label_of(change)));
        name_control(button, std::string(model::change_name(change)).c_str());
        button->Bind(wxEVT_BUTTON, [this, change](wxCommandEvent&) { this->change(change); });
        bottom->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
        changes_.emplace_back(change, button);
    }
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(steps_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(told_, around);
    all->Add(bottom, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    SetSizer(all);
    steps_->show(tr(
        "A laptop is lost?\n1. Choose it here and press “Report lost and purge”, at once: from "
        "then on the county refuses it.\n2. Tell whoever used it to change the passphrase "
        "wherever he uses the same one, and report the loss as your office's rules say.\n3. Once "
        "its state is “purged”, or you have waited long enough, let another computer join with a "
        "new joining file."));
}

wxString DevicePage::text_of(const model::CountyDevice& device, std::size_t column) const
{
    switch (column) {
    case name:
        return to_wx(device.name + " (" + std::to_string(device.number) + ')');
    case place:
        return to_wx(model::place_name(store_, device.region));
    case office:
        return tr(model::office_label(device.role));
    case joined_by:
        return to_wx(device.joined_by);
    case contact:
        return device.last_contact ? display(device.last_contact) : tr("never");
    case state: {
        const auto label = tr(model::state_label(device.state));
        return device.state_at ? label + L"　" + display(device.state_at) : label;
    }
    default:
        return to_wx(device.reason);
    }
}

void DevicePage::refresh()
{
    if (!link_.list || is_asking_)
        return;
    is_asking_ = true;
    update();
    thread_.run(
        this, [list = link_.list] { return list(); },
        [this](const std::vector<model::CountyDevice>& devices) {
            is_asking_ = false;
            if (std::exchange(is_troubled_, false)) // what was done last stays told
                tell({});
            show(devices);
        },
        [this](const std::exception_ptr& error) { tell_trouble(error); });
}

void DevicePage::show(std::vector<model::CountyDevice> devices)
{
    const auto* before = chosen();
    const auto number = before ? before->number : 0;
    devices_ = std::move(devices);
    table_->show_rows(devices_.size());
    std::size_t row = 0;
    for (std::size_t i = 0; i < devices_.size(); ++i)
        row = devices_[i].number == number ? i : row;
    table_->choose({row});
    count_->SetLabelText(tr("{1} computers", {std::to_string(devices_.size())}));
    update();
    Layout();
}

void DevicePage::tell(const wxString& sentence)
{
    told_->show(sentence);
    told_->wrap(GetClientSize().x - FromDIP(16));
    Layout();
}

void DevicePage::tell_trouble(const std::exception_ptr& error)
{
    is_asking_ = false;
    is_troubled_ = true;
    tell(describe(error) + '\n'
        + tr("If it is urgent, whoever keeps the county server can do it there: "
             "hallkeeper-server --data FOLDER revoke NUMBER --lost"));
    update();
}

const model::CountyDevice* DevicePage::chosen() const
{
    const auto row = table_->current();
    return row && *row < devices_.size() ? &devices_[*row] : nullptr;
}

void DevicePage::update()
{
    const auto* device = chosen();
    for (const auto& [change, button] : changes_)
        button->Enable(!is_asking_ && link_.change && device && fits(*device, change));
    refresh_->Enable(!is_asking_ && link_.list);
}

void DevicePage::focus()
{
    table_->SetFocus();
    if (!table_->current())
        table_->choose_first();
}

void DevicePage::change(DeviceChange change)
{
    const auto* device = chosen();
    if (!device || !link_.change || is_asking_ || !fits(*device, change))
        return;
    DeviceReason dialog(this, *device, change);
    if (dialog.ShowModal() != wxID_OK)
        return;
    is_asking_ = true;
    update();
    thread_.run(
        this,
        [link = link_, number = device->number, change, why = dialog.reason()] {
            auto now = link.change(number, change, why);
            return std::pair(std::move(now), link.list());
        },
        [this](const auto& done) {
            const auto& [now, all] = done;
            is_asking_ = false;
            show(all);
            tell(tr("Computer {1} ({2}): {3}",
                {std::to_string(now.number), now.name,
                    from_wx(tr(model::state_label(now.state)))}));
        },
        [this](const std::exception_ptr& error) { tell_trouble(error); });
}

} // namespace views
