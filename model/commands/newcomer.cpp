#include "model/commands/newcomer.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/commands/entry_check.h"
#include "model/commands/store_lookup.h"
#include "model/entities/window.h"
#include "model/rules/normal.h"
#include "model/rules/trial_terms.h"
#include "model/schema/extra_field.h"

#include <algorithm>

namespace model {

namespace {

bool is_of(const EntityDef& def, const FieldDef& field)
{
    const auto* own = def.find(field.id);
    return own && own->name == field.name;
}

/// One record after the other, in one step.
class Entering {
public:
    Entering(Editor& editor, const Newcomer& newcomer)
        : store_(editor.store())
        , extras_(newcomer.extras)
        , lookup_(store_)
        , check_(editor, lookup_)
        , options_{.on_behalf = !newcomer.document.empty(), .document = newcomer.document}
        , batch_(store_,
              {.label = {msgid("Add {1}"), {newcomer.person.name}},
                  .account = editor.account(),
                  .document = newcomer.document})
    {
    }

    /// Makes it, or changes the one there is. Gives its id.
    Uuid put(const Record& given)
    {
        auto record = with_extras(given);
        normalise(record);
        if (!record.id.is_nil())
            return change(std::move(record));
        record.id = identity_for(record, store_.clock(), store_.random());
        auto checked = check_.made(record, options_);
        outcome_.done = outcome_.done && checked.is_allowed;
        add(outcome_.findings, std::move(checked.findings));
        if (outcome_.done)
            batch_.create(record);
        return record.id;
    }

    Outcome end(const Uuid& person)
    {
        outcome_.id = person;
        if (!outcome_.done)
            return std::move(outcome_);
        outcome_.command = batch_.commit();
        outcome_.changed = outcome_.command != 0;
        return std::move(outcome_);
    }

    bool goes_on() const { return outcome_.done; }

private:
    /// With the fields that the file's register has besides.
    Record with_extras(const Record& given) const
    {
        const auto* def = store_.catalog().find(given.def->id);
        auto record = fitted(def ? *def : *given.def, given);
        for (const auto& edit : extras_)
            if (is_of(*record.def, *edit.field))
                record[edit.field->name] = edit.value;
        return record;
    }

    /// What the form leaves empty stays as it is.
    Uuid change(Record record)
    {
        const auto found = store_.find_any(record.id);
        if (!found || found->first.deleted)
            throw UsageError({msgid("There is no such record: {1}"), {record.id.text()}});
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (is_empty(record.values[i]))
                record.values[i] = found->second.values[i];
        auto checked = check_.changed(found->first, found->second, record, options_);
        outcome_.done = outcome_.done && (checked.is_allowed || checked.edits.empty());
        add(outcome_.findings, std::move(checked.findings));
        if (outcome_.done && !checked.edits.empty())
            batch_.set(record.id, checked.edits);
        return record.id;
    }

    RecordStore& store_;
    const std::vector<FieldEdit>& extras_;
    StoreLookup lookup_;
    EntryCheck check_;
    EntryOptions options_;
    Batch batch_;
    Outcome outcome_{.done = true};
};

/// Nothing is written where the step is left without its end.
Outcome enter(Editor& editor, Newcomer& all)
{
    Entering entering(editor, all);
    const auto person = entering.put(to_record(all.person));
    if (entering.goes_on()) {
        all.posting.person = person;
        entering.put(to_record(all.posting));
    }
    if (entering.goes_on() && all.window) {
        WindowStaff post;
        post.person = person;
        post.window = all.window;
        post.slot = all.slot;
        post.from = all.posting.from;
        entering.put(to_record(post));
    }
    return entering.end(person);
}

bool is_served(const Posting& posting, Date today)
{
    return posting.status != PostingStatus::left && (!posting.to || today < *posting.to);
}

void tell_posting(RecordStore& store, Namesake& one)
{
    std::optional<Posting> last;
    for (const auto& record : store.where(def_of<Posting>(), "person", one.person)) {
        auto posting = from_record<Posting>(record);
        if (!last || posting.from > last->from)
            last = std::move(posting);
    }
    if (!last)
        return;
    one.is_posted = is_served(*last, store.today());
    if (last->unit)
        one.unit = store.title_of(*last->unit);
}

/// Whoever comes is on trial first, where there is a trial for that way in and it is not over.
void begin(RecordStore& store, Posting& posting)
{
    if (posting.from && store.today() < *posting.from) {
        posting.status = PostingStatus::proposed;
        return;
    }
    StoreLookup lookup(store);
    const auto end = trial_end(posting, {lookup, store.today()});
    const bool is_on_trial = end && store.today() <= *end;
    posting.status = is_on_trial ? PostingStatus::trial : PostingStatus::on_duty;
    if (is_on_trial)
        posting.trial_until = end;
}

} // namespace

std::vector<AskedField> asked_of_newcomer(RecordStore& store)
{
    std::vector<AskedField> asked;
    for (const auto* own : {&def_of<Person>(), &def_of<Posting>(), &def_of<WindowStaff>()}) {
        const auto* def = store.catalog().find(own->id);
        for (const auto& field : def ? def->fields : std::span<const FieldDef>{})
            if (extra_of(field) && field.required)
                asked.push_back({def, &field});
    }
    return asked;
}

void complete(RecordStore& store, Newcomer& newcomer)
{
    auto& person = newcomer.person;
    const auto number = normal_id_number(person.id_number);
    if (!person.birth)
        person.birth = id_birth(number);
    if (const auto is_male = id_is_male(number); is_male && !person.sex)
        person.sex = *is_male ? Sex::male : Sex::female;
    auto& posting = newcomer.posting;
    if (!posting.place && newcomer.window)
        if (const auto window = store.find(def_of<Window>(), *newcomer.window))
            posting.place = from_record<Window>(*window).place;
    if (!posting.status)
        begin(store, posting);
}

Outcome enter_newcomer(Editor& editor, const Newcomer& newcomer)
{
    auto all = newcomer;
    complete(editor.store(), all);
    auto outcome = enter(editor, all);
    if (!outcome.done)
        note_denied(editor, msgid("Had no right to add this record"), def_of<Person>(), {},
            outcome.findings);
    return outcome;
}

std::vector<Namesake> namesakes(RecordStore& store, const Permission& permission,
    const std::string& name, const std::string& id_number)
{
    const auto& def = def_of<Person>();
    const auto seen = permission.extent(Action::see, def);
    std::vector<Namesake> found;
    const auto look = [&](std::string_view field, const std::string& text, bool by_number) {
        if (text.empty())
            return;
        for (const auto& record : store.where(def, field, text)) {
            const auto meta = store.rows().meta(record.id);
            if (!meta || !seen.holds(meta->scope, meta->home)
                || std::ranges::find(found, record.id, &Namesake::person) != found.end())
                continue;
            Namesake one{.person = record.id,
                .name = record.title(),
                .unit = {},
                .has_same_number = by_number};
            tell_posting(store, one);
            found.push_back(std::move(one));
        }
    };
    look("id_number", normal_id_number(id_number), true);
    look("name", trimmed(name), false);
    return found;
}

} // namespace model
