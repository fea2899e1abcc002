// What is done with people and their postings alone: the status of a posting, the portrait.
#include "model/commands/move_posting.h"
#include "model/entities/person.h"
#include "model/entities/posting.h"
#include "model/rules/posting_moves.h"
#include "views/form/portrait_box.h"
#include "views/list/record_list.h"
#include "views/shell/move_posting_dialog.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/tr.h"

#include <wx/sizer.h>

namespace views {

void RecordPage::make_portrait(wxSizer& all)
{
    if (def_.id != model::def_of<model::Person>().id)
        return;
    portrait_ = new PortraitBox(side_, editor_);
    all.Add(portrait_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    portrait_->on_say = [this](const wxString& text) { say(text); };
    portrait_->on_written = [this] {
        tabs_->show(shown_);
        if (on_written)
            on_written();
    };
}

void RecordPage::set_portrait()
{
    if (!portrait_ || is_new_ || shown_.is_nil())
        return say(tr("Save the record first"));
    if (!portrait_->IsShown())
        return say(tr(editor_.permission().why_not(model::Action::reveal)));
    portrait_->choose();
}

void RecordPage::remove_portrait()
{
    if (!portrait_ || is_new_ || shown_.is_nil())
        return say(tr("Save the record first"));
    if (!portrait_->IsShown())
        return say(tr(editor_.permission().why_not(model::Action::reveal)));
    portrait_->remove();
}

/// The posting of which the status is meant; nothing, and it is said why, where there is none.
std::optional<model::Uuid> RecordPage::posting_to_move()
{
    if (is_new_ || shown_.is_nil()) {
        say(tr("Save the record first"));
        return std::nullopt;
    }
    if (def_.id == model::def_of<model::Posting>().id)
        return shown_;
    const auto current = model::current_postings(editor_.store(), shown_);
    if (current.empty())
        say(tr("The person has no posting that goes on: add one among the postings"));
    else if (current.size() > 1)
        say(tr("The person has {1} postings that go on: open the one that is meant among the "
               "postings",
            {std::to_string(current.size())}));
    return current.size() == 1 ? std::optional(current.front()) : std::nullopt;
}

void RecordPage::move_posting()
{
    if (!model::has_status_moves(def_))
        return say(tr("Open the page of postings or of staff first"));
    if (frozen_ || !may_leave())
        return;
    const auto posting = posting_to_move();
    if (!posting)
        return;
    const auto found = editor_.store().find_any(*posting);
    if (!found || !may(model::Action::enter, found->first))
        return say(tr(editor_.permission().why_not(model::Action::enter)));
    if (model::moves_from(model::to_text(found->second["status"])).empty())
        return say(tr("From this status no change is known here"));
    MovePostingDialog dialog(this, editor_, *posting);
    if (dialog.ShowModal() != wxID_OK)
        return;
    list_->refresh();
    open(shown_);
    say(dialog.chosen() == "left"
            ? tr("The person has left; the leaving list is made with Ctrl+Shift+M on the posting")
            : tr("The status is changed; Undo takes it back"));
    if (on_written)
        on_written();
}

} // namespace views
