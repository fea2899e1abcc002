// Personal values shown whole, and behind their masks again.
#include "model/access/reveal.h"
#include "model/commands/require.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/shell/reveal_dialog.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

constexpr model::Instant shown_for = 60'000; ///< milliseconds
constexpr int look = 1000;                   ///< between two looks at the time

} // namespace

void RecordPage::reveal()
{
    if (!form_->masks_personal() || frozen_)
        return;
    if (const auto meta = editor_.store().rows().meta(shown_))
        model::require(editor_, model::Action::reveal, *meta, true);
    const auto* field = form_->focused_field();
    RevealDialog dialog(this, title_of(editor_.store(), shown_),
        [this](const std::string& reason) { model::reveal_personal(editor_, shown_, reason); });
    if (dialog.ShowModal() != wxID_OK)
        return;
    revealed_ = shown_;
    revealed_for_.begin();
    revealed_looks_.Start(look);
    form_->mask_personal(false);
    tabs_->history().mask_personal(false);
    if (field)
        form_->focus(*field);
    if (on_written)
        on_written(); // the log has one entry more
    say(tr("Personal values are shown whole for one minute; they are masked again when you go on "
           "to another record or page"));
}

/// A minute after the last key, whether the window is in front or not.
void RecordPage::look_at_revealed()
{
    if (revealed_.is_nil())
        revealed_looks_.Stop();
    else if (revealed_for_.passed() >= shown_for) {
        hide_revealed();
        say(tr("Personal values are masked again: Ctrl+R shows them"));
    }
}

void RecordPage::hide_revealed()
{
    revealed_looks_.Stop();
    if (revealed_.is_nil())
        return;
    revealed_ = {};
    const auto* field = form_->focused_field();
    form_->mask_personal(true);
    tabs_->history().mask_personal(true);
    if (field)
        form_->focus(*field);
}

} // namespace views
