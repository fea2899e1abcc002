#include "views/form/portrait_box.h"

#include "model/base/files.h"
#include "views/form/attachment_picture.h"
#include "views/widgets/errors.h"
#include "views/widgets/icons.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/utils.h>

namespace views {

namespace {

constexpr int gap = 8;
constexpr int width = 54; // in DIPs, as an identification photo is cut
constexpr int height = 72;

} // namespace

PortraitBox::PortraitBox(wxWindow* parent, model::Editor& editor)
    : wxPanel(parent)
    , editor_(editor)
    , picture_(new wxStaticBitmap(this, wxID_ANY, wxBitmapBundle()))
    , told_(new WrappedText(this))
    , choose_(new wxButton(this, wxID_ANY, tr("Portrait of the person… (&Q)")))
    , remove_(new wxButton(this, wxID_ANY, tr("Remove the portrait (&X)")))
{
    SetName("portrait_box");
    name_control(picture_, "portrait", tr("Portrait"));
    name_control(told_, "portrait_words");
    name_control(choose_, "choose_portrait");
    name_control(remove_, "remove_portrait");
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { choose(); }); });
    remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { remove(); }); });
    lay_out();
    Hide();
}

void PortraitBox::lay_out()
{
    picture_->SetMinSize(FromDIP(wxSize(width, height)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(choose_);
    buttons->Add(remove_, wxSizerFlags().Border(wxLEFT, FromDIP(gap)));
    auto* beside = new wxBoxSizer(wxVERTICAL);
    beside->Add(told_, wxSizerFlags().Expand());
    beside->Add(buttons, wxSizerFlags().Border(wxTOP, FromDIP(gap) / 2));
    auto* all = new wxBoxSizer(wxHORIZONTAL);
    all->Add(picture_, wxSizerFlags().CenterVertical());
    all->Add(beside, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(gap)));
    SetSizer(all);
}

void PortraitBox::show(const model::Uuid& person)
{
    person_ = person;
    is_seen_ = !person.is_nil() && model::may_see_portrait(editor_, person);
    portrait_ = is_seen_ ? model::portrait_of(editor_, person) : std::nullopt;
    const auto now = portrait_ && portrait_->is_here ? portrait_->hash : std::string();
    if (is_seen_ && (now != drawn_ || now.empty()))
        picture_->SetBitmap(drawn());
    drawn_ = now;
    update();
}

/// The picture, or a drawing of somebody in its place.
wxBitmapBundle PortraitBox::drawn() const
{
    if (portrait_ && portrait_->is_here)
        if (const auto bytes = model::portrait_picture(editor_.store(), *portrait_)) {
            auto picture = picture_of(*bytes, *this, {width, height});
            if (picture.IsOk())
                return picture;
        }
    return icon("person", width * 8 / 10);
}

wxString PortraitBox::words() const
{
    if (!portrait_)
        return tr("No portrait yet");
    return portrait_->is_here
        ? to_wx(portrait_->title)
        : tr("The portrait has not come to this computer yet: it comes with one of the next syncs");
}

void PortraitBox::update()
{
    const bool appears = is_seen_ && !person_.is_nil();
    told_->show(words());
    told_->wrap(std::max(GetClientSize().x - FromDIP(width + 2 * gap), FromDIP(width)));
    const bool may = appears && !is_frozen_ && !model::Attachments(editor_).why_not(person_);
    choose_->Enable(may);
    remove_->Enable(may && portrait_);
    name_control(picture_, "portrait",
        portrait_ ? tr("Portrait: {1}", {portrait_->title}) : tr("No portrait yet"));
    if (IsShown() != appears) {
        Show(appears);
        GetParent()->Layout();
    }
    Layout();
}

void PortraitBox::choose()
{
    if (!is_seen_ || is_frozen_)
        return;
    wxFileDialog dialog(this, tr("Portrait"), {}, {},
        tr("Pictures (PNG, JPG)|*.png;*.jpg;*.jpeg|All files|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        set(from_wx(dialog.GetPath()));
}

void PortraitBox::set(const std::string& path)
{
    const wxBusyCursor busy;
    model::SystemFiles files;
    const auto file = model::Attachments(editor_).read(files, path);
    tell(
        model::set_portrait(editor_, person_, file), tr("The portrait is set; Undo takes it back"));
}

void PortraitBox::remove()
{
    if (!is_seen_ || is_frozen_)
        return;
    if (!portrait_)
        return on_say ? on_say(tr("No portrait yet")) : void();
    tell(model::remove_portrait(editor_, person_),
        tr("The portrait is removed; Undo brings it back"));
}

void PortraitBox::tell(const model::Outcome& outcome, const wxString& done)
{
    for (const auto& finding : outcome.findings)
        if (!outcome.done && finding.level == model::Level::refuse)
            throw model::Error(finding.message);
    show(person_);
    if (on_say)
        on_say(done);
    if (outcome.changed && on_written)
        on_written();
}

} // namespace views
