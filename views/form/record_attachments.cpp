#include "views/form/record_attachments.h"

#include "views/form/attachment_picture.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dnd.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace views {

namespace {

constexpr int between_pictures = 10; ///< milliseconds

/// What a narrow form still shows stands first.
enum Column { picture, title, size, state, kind, day, by };

/// Files that were dropped onto the tab.
class Dropped : public wxFileDropTarget {
public:
    explicit Dropped(RecordAttachments& tab) : tab_(tab) {}

    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override
    {
        std::vector<std::string> paths;
        for (const auto& name : names)
            paths.push_back(from_wx(name));
        tab_.add(paths);
        return true;
    }

private:
    RecordAttachments& tab_;
};

wxString kind_text(const model::AttachedFile& file)
{
    using model::AttachmentKind;
    const auto& choices = model::choices_of<AttachmentKind>;
    return file.kind ? tr(choices.at(static_cast<std::size_t>(*file.kind)).label) : wxString();
}

/// Nothing that a line of the list says is another.
bool is_shown_alike(const model::KeptAttachment& one, const model::KeptAttachment& other)
{
    const auto said = [](const model::KeptAttachment& kept) {
        const auto& file = kept.file;
        return std::tie(file.id, file.title, file.media, file.size, file.hash, file.kind, file.day,
            kept.by, kept.is_here, kept.is_damaged);
    };
    return said(one) == said(other);
}

} // namespace

wxString size_text(std::int64_t bytes)
{
    constexpr double kilo = 1024.0;
    const auto size = static_cast<double>(bytes);
    return size < kilo * kilo ? wxString::Format("%.0f KB", std::max(1.0, size / kilo))
                              : wxString::Format("%.1f MB", size / kilo / kilo);
}

RecordAttachments::RecordAttachments(wxWindow* parent, model::Editor& editor)
    : wxPanel(parent)
    , editor_(editor)
    , attachments_(editor)
    , said_(new WrappedText(this))
    , list_(new wxDataViewListCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE))
    , drawing_(this)
{
    name_control(said_, "attachments.said");
    name_control(list_, "attachments", tr("Attachments"));
    leave_search(*list_);
    add_list();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(said_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    all->Add(list_, wxSizerFlags(1).Expand());
    all->Add(make_buttons(), wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(all);
    SetDropTarget(new Dropped(*this));
    Bind(wxEVT_CHAR_HOOK, &RecordAttachments::on_key, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(this, [this] { draw_next(); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
    update();
}

void RecordAttachments::add_list()
{
    const auto cell = wxDATAVIEW_CELL_INERT;
    list_->AppendColumn(new wxDataViewColumn(tr("Picture"), new wxDataViewBitmapRenderer, picture,
                            FromDIP(picture_size + 16), wxALIGN_CENTRE),
        wxDataViewBitmapRenderer::GetDefaultType());
    list_->AppendTextColumn(tr("Name of the attachment"), cell, word_width(*this, 180));
    list_->AppendTextColumn(tr("Size"), cell, word_width(*this, 74));
    list_->AppendTextColumn(tr("State"), cell, word_width(*this, 140));
    list_->AppendTextColumn(tr("Kind of attachment"), cell, word_width(*this, 80));
    list_->AppendTextColumn(tr("Taken or entered on"), cell, word_width(*this, 110));
    list_->AppendTextColumn(tr("Who"), cell, word_width(*this, 80));
    list_->SetRowHeight(FromDIP(picture_size + 6));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { update(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open(); });
}

wxButton* RecordAttachments::button(
    const wxString& label, const char* name, std::function<void()> work)
{
    auto* made = new wxButton(this, wxID_ANY, label);
    name_control(made, name);
    made->Bind(
        wxEVT_BUTTON, [this, work = std::move(work)](wxCommandEvent&) { guarded(this, work); });
    return made;
}

wxSizer* RecordAttachments::make_buttons()
{
    add_ = button(tr("&Add files…"), "attach", [this] { choose_files(); });
    paste_ = button(tr("&Paste a picture"), "paste_attachment", [this] { paste(); });
    open_ = button(tr("&Open the attachment"), "open_attachment", [this] { open(); });
    save_ = button(tr("Save it &as…"), "save_attachment", [this] { choose_target(); });
    rename_ = button(tr("&Rename…"), "rename_attachment", [this] { ask_name(); });
    remove_ = button(tr("&Delete the attachment"), "remove_attachment", [this] { remove(); });
    auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (auto* each : {add_, paste_, open_, save_, rename_, remove_})
        row->Add(each, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
    return row;
}

void RecordAttachments::freeze(const model::Message& why)
{
    frozen_ = why;
    update();
}

std::int64_t RecordAttachments::count_of(const model::Uuid& record)
{
    return attachments_.count(record);
}

void RecordAttachments::show(const model::Uuid& record)
{
    auto all = record.is_nil() ? std::vector<model::KeptAttachment>{} : attachments_.of(record);
    // After each step anywhere the page asks again, and seldom is anything new.
    if (record == record_ && std::ranges::equal(all, all_, is_shown_alike))
        return update();
    const auto* before = record == record_ ? chosen() : nullptr;
    const auto kept_chosen = before ? before->file.id : model::Uuid{};
    record_ = record;
    all_ = std::move(all);
    fill();
    const auto found = std::ranges::find(
        all_, kept_chosen, [](const model::KeptAttachment& kept) { return kept.file.id; });
    if (!all_.empty())
        list_->SelectRow(found == all_.end() ? 0 : static_cast<unsigned>(found - all_.begin()));
    drawing_.StartOnce(between_pictures);
    update();
}

void RecordAttachments::fill()
{
    pictured_.assign(all_.size(), false);
    list_->DeleteAllItems();
    for (const auto& kept : all_) {
        wxVector<wxVariant> cells;
        wxVariant drawing;
        drawing << drawing_of(kept.file, *this);
        cells.push_back(drawing);
        cells.push_back(to_wx(kept.file.title));
        cells.push_back(size_text(kept.file.size.value_or(0)));
        cells.push_back(tr(model::content_state(kept)));
        cells.push_back(kind_text(kept.file));
        cells.push_back(kept.file.day ? to_wx(model::to_iso(*kept.file.day)) : wxString());
        cells.push_back(to_wx(kept.by));
        list_->AppendItem(cells);
    }
}

void RecordAttachments::choose(std::size_t line)
{
    list_->SelectRow(static_cast<unsigned>(line));
    update();
}

bool RecordAttachments::has_picture(std::size_t line) const
{
    return pictured_.at(line);
}

const model::KeptAttachment* RecordAttachments::chosen() const
{
    const int row = list_->GetSelectedRow();
    return row < 0 || static_cast<std::size_t>(row) >= all_.size()
        ? nullptr
        : &all_[static_cast<std::size_t>(row)];
}

std::optional<model::Message> RecordAttachments::why_not()
{
    if (frozen_)
        return frozen_;
    if (record_.is_nil())
        return model::Message{
            model::msgid("Save the record first; then files can be kept with it")};
    return attachments_.why_not(record_);
}

void RecordAttachments::update()
{
    const auto why = why_not();
    const auto* kept = chosen();
    for (auto* each : {add_, paste_})
        each->Enable(!why);
    for (auto* each : {rename_, remove_})
        each->Enable(!why && kept);
    for (auto* each : {open_, save_})
        each->Enable(kept && kept->is_here);
    said_->show(why ? tr(*why)
                    : tr("Photos, scans and documents that belong to this record. Files can be "
                         "dropped here, a picture comes with Ctrl+V; Enter opens one."));
    wrap();
    Layout();
}

void RecordAttachments::wrap()
{
    said_->wrap(GetClientSize().x - FromDIP(16));
}

void RecordAttachments::on_key(wxKeyEvent& event)
{
    const bool is_plain = event.GetModifiers() == wxMOD_NONE;
    const bool is_in_list = list_->HasFocus() || wxWindow::FindFocus() == list_->GetMainWindow();
    const auto key = event.GetKeyCode();
    if (event.GetModifiers() == wxMOD_CONTROL && key == 'V')
        guarded(this, [this] { paste(); });
    else if (is_plain && key == WXK_F2 && rename_->IsThisEnabled())
        guarded(this, [this] { ask_name(); });
    else if (is_plain && key == WXK_DELETE && is_in_list)
        remove();
    // Where the lines were filled anew, the table knows which one is chosen and takes no Enter.
    else if (is_plain && (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && is_in_list && chosen())
        open();
    else
        event.Skip();
}

/// So that the list is there at once, and nobody waits for the pictures.
void RecordAttachments::draw_next()
{
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (pictured_[i] || !attachments_.may_preview(all_[i]))
            continue;
        pictured_[i] = true;
        if (const auto small = picture_of(attachments_.preview(all_[i]), *this); small.IsOk()) {
            wxVariant drawing;
            drawing << small;
            list_->SetValue(drawing, static_cast<unsigned>(i), picture);
        }
        drawing_.StartOnce(between_pictures);
        return;
    }
}

} // namespace views
