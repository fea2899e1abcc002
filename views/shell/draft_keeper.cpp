#include "views/shell/draft_keeper.h"

namespace views {

namespace {

constexpr int pause = 700; ///< milliseconds from the first key to the file

} // namespace

DraftKeeper::DraftKeeper(model::Drafts drafts, const model::EntityDef& def, RecordForm& form,
    Shown shown, Document document)
    : drafts_(drafts)
    , def_(def)
    , form_(form)
    , shown_(std::move(shown))
    , document_(std::move(document))
{
    wait_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { write(); });
}

/// Not anew at every key: who types without a pause is to lose no more than others.
void DraftKeeper::typed()
{
    if (!wait_.IsRunning())
        wait_.StartOnce(pause);
}

void DraftKeeper::write()
{
    const auto record = shown_();
    if (!record)
        return;
    const bool is_kept = drafts_.keep({.def = &def_,
        .record = *record,
        .document = document_(),
        .entries = form_.draft(),
        .ended = held_});
    if (!is_kept)
        wait_.StartOnce(pause);
}

void DraftKeeper::flush()
{
    if (!wait_.IsRunning())
        return;
    wait_.Stop();
    write();
}

void DraftKeeper::drop()
{
    wait_.Stop();
    held_.clear();
    if (const auto record = shown_())
        drafts_.drop(def_, *record);
}

} // namespace views
