#include "model/commands/put_back.h"

#include "model/base/hash.h"
#include "model/commands/attachments.h"
#include "model/commands/edit_check.h"
#include "model/commands/require.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/entities/attachment.h"
#include "model/rules/rule.h"
#include "model/store/contents.h"
#include "model/store/shown_title.h"

#include <algorithm>

namespace model {

namespace {

/// What of a copy may come back: not what was emptied for good meanwhile.
std::vector<FieldEdit> coming_back(const Record& now, const Record& then)
{
    auto edits = differences(now, then);
    const bool is_minimised = minimised_on(now).has_value();
    std::erase_if(edits, [&](const FieldEdit& edit) {
        return edit.field == minimised_field(*then.def)
            || (is_minimised && is_minimised_away(*edit.field));
    });
    return edits;
}

/// One record on its way back.
struct Coming {
    const Record* record;
    std::vector<FieldEdit> edits; ///< of one that is here; empty of one that is not
};

/// What keeps the fields from being entered in a record that the file has, be it in its recycle
/// bin.
Findings denied_in(Rights& rights, const Record& record, const std::pair<Meta, Record>& now)
{
    const auto edits = coming_back(now.second, record);
    auto findings = rights.check(*record.def, edits, rights.around(now.first));
    return findings.empty()
        ? rights.check(*record.def, edits, rights.around_changed(now.first, record))
        : findings;
}

/// What keeps the record from being written by this organisation and account.
Findings denied(Rights& rights, const Record& record,
    const std::optional<std::pair<Meta, Record>>& now, const std::vector<FieldEdit>& edits)
{
    if (now && now->first.deleted) {
        if (const auto why = rights.why_not_back(now->first))
            return {{.rule = "rights", .field = record.def->title, .message = *why}};
        return denied_in(rights, record, *now);
    }
    const auto& def = *record.def;
    if (!now) {
        const auto where = rights.around_new(record);
        return rights.check_new(def, edits, where);
    }
    return denied_in(rights, record, *now);
}

/// What is kept with a record comes back for whoever may keep something with it.
Findings denied_beside(Editor& editor, const Record& record)
{
    if (!belongs_to_any(*record.def))
        return {};
    const auto of = from_record<AttachedFile>(record).record;
    const auto beside = of ? editor.store().find_any(*of) : std::nullopt;
    const bool is_there = beside && !beside->first.deleted; // else it comes back itself, or cannot
    auto why = is_there ? Attachments(editor).why_not(*of) : std::nullopt;
    if (!why)
        return {};
    return {{.rule = "rights", .field = record.def->title, .message = std::move(*why)}};
}

/// The content of an attachment that comes back without it; one that is another than its hash says
/// is none.
void bring_content(RecordStore& store, const Record& record, const ContentOf& content_of)
{
    if (!belongs_to_any(*record.def) || !content_of)
        return;
    const auto hash = to_text(record["hash"]);
    Contents contents(store);
    if (hash.empty() || contents.has(hash))
        return;
    if (const auto bytes = content_of(hash); bytes && sha256_hex(*bytes) == hash)
        contents.put(*bytes);
}

} // namespace

Outcome put_back(Editor& editor, std::span<const Record> as_they_were, const ContentOf& content_of)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    Rights rights(store, editor.permission());
    Outcome outcome;
    std::vector<Coming> coming;
    std::vector<Record> accounts; ///< on their way
    bool any_same = false;
    for (const auto& record : as_they_were) {
        const auto now = store.find_any(record.id);
        const bool is_here = now && !now->first.deleted;
        const auto edits =
            coming_back(is_here ? now->second : Record::empty(*record.def, record.id), record);
        if (is_here && edits.empty()) {
            any_same = true;
            continue;
        }
        auto refused = denied(rights, record, now, edits);
        if (refused.empty())
            refused = denied_beside(editor, record);
        if (refused.empty())
            refused =
                rights.check_account_change(is_here ? &now->second : nullptr, record, accounts);
        if (refused.empty() && record.def->administrative)
            accounts.push_back(record);
        if (refused.empty())
            coming.push_back({&record, is_here ? edits : std::vector<FieldEdit>{}});
        if (!refused.empty())
            note_refused(store, editor.account(), msgid("Had no right to take this from a backup"),
                record.def, record.id);
        std::ranges::move(refused, std::back_inserter(outcome.findings));
    }
    if (!coming.empty()) {
        Batch batch(store,
            {.label = coming.size() == 1 ? Message{msgid("Take {1} from a backup"),
                          {shown_title(store, *coming[0].record)}}
                                         : Message{msgid("Take {1} records from a backup"),
                                             {std::to_string(coming.size())}},
                .account = editor.account()});
        for (const auto& each : coming) {
            bring_content(store, *each.record, content_of);
            if (each.edits.empty())
                batch.create(*each.record);
            else
                batch.set(each.record->id, each.edits);
        }
        outcome.id = coming.front().record->id;
        outcome.command = batch.commit();
        outcome.changed = true;
    }
    outcome.done = outcome.changed || any_same || outcome.findings.empty();
    // With all of them back, so that what one of them needs of another is there.
    StoreLookup lookup(store);
    for (const auto& each : coming)
        for (auto& finding : check(*each.record, lookup, store.today())) {
            finding.level = std::min(finding.level, Level::warn);
            outcome.findings.push_back(std::move(finding));
        }
    transaction.commit();
    return outcome;
}

std::vector<OtherNow> others_now(RecordStore& copy, RecordStore& now)
{
    std::vector<OtherNow> found;
    for (const auto* def : copy.catalog().every()) {
        if (def->hidden && !belongs_to_any(*def))
            continue;
        copy.each({.def = def}, [&](const Record& record) {
            const auto here = now.find_any(record.id);
            OtherNow other{.record = record, .title = {}};
            if (!here)
                other.since = Since::gone;
            else if (here->first.deleted)
                other.since = Since::deleted;
            else
                for (const auto& edit : coming_back(here->second, record))
                    other.fields.push_back(edit.field);
            if (other.since == Since::changed && other.fields.empty())
                return;
            found.push_back(std::move(other));
        });
    }
    for (auto& other : found)
        other.title = copy.title_of(other.record.id);
    return found;
}

} // namespace model
