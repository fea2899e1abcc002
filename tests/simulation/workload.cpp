#include "tests/simulation/workload.h"

#include "model/store/batch.h"
#include "model/sync/inbox.h"
#include "tests/support/office.h"

#include <algorithm>

namespace tests {

namespace {

using Fields = std::vector<std::string_view>;

/// Fields of texts whose values say nothing to the program.
const std::vector<std::pair<std::string_view, Fields>>& text_fields()
{
    static const std::vector<std::pair<std::string_view, Fields>> all{
        {"person", {"phone", "badge", "rank", "address", "remark", "skill_level"}},
        {"person", {"phone", "rank"}},
        {"posting", {"remark", "post", "document"}},
        {"window", {"name", "phone", "remark", "business"}},
        {"place", {"phone", "responsible", "remark"}},
        {"unit", {"short_name", "phone", "remark"}},
        {"item", {"enquiries", "served_area"}},
    };
    return all;
}

const EntityDef& def(std::string_view name)
{
    return hall_catalog().get(name);
}

bool may(Client& client, const Meta& meta, const FieldDef& field)
{
    const auto self = client.store->self();
    return may_write(self.org, field, {meta.scope, meta.home, self.county()});
}

} // namespace

void Workload::set_up()
{
    auto& hall = *world_.clients[0];
    const auto centre = make_record(
        hall, "place", {{"name", "县政务服务中心"}, {"type", "county_hall"}, {"region", "430922"}});
    const auto near = make_record(hall, "place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto far = make_record(hall, "place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    const std::vector<Uuid> places{centre, near, near, far};
    make_record(hall, "unit", {{"name", "县公安局"}});
    for (auto people = 2 + world_.random.below(3); people > 0; --people)
        make_person(hall, one_of(places));
    make_record(hall, "window", {{"number", new_value()}, {"place", near.text()}});
    make_record(hall, "window", {{"number", new_value()}, {"place", one_of(places).text()}});
}

Workload::Outcome Workload::guarded_run(
    Client& client, const std::string& what, const std::function<void()>& work)
{
    const bool may_die = !client.syncs && world_.chance(world_.faults.client_dies / 4);
    if (may_die)
        client.machine->let_die_within(world_.random, 64);
    try {
        work();
        if (may_die)
            client.machine->let_live();
        world_.note(client.name + ' ' + what);
        return Outcome::saved;
    } catch (const std::exception& error) {
        if (!client.machine->is_dead())
            throw Violation("I5", client.name + ' ' + what + ": " + error.what());
        if (dynamic_cast<const StoreError*>(&error) == nullptr)
            throw Violation("errors", client.name + ' ' + what + " ends in " + error.what());
        if (!client.syncs) // else the sync has to end first
            client.restart(world_.random);
        world_.note(client.name + ' ' + what + ", and died");
        return Outcome::unsure;
    }
}

Workload::Outcome Workload::run(
    Client& client, const std::string& what, const std::function<void(Batch&)>& work)
{
    return guarded_run(client, what, [&] {
        Batch batch(
            *client.store, {.label = {msgid("Edit {1}"), {what}}, .account = client.account});
        work(batch);
        batch.commit();
    });
}

void Workload::keep(const Client& client, const Change& change, Outcome outcome)
{
    const Place place{change.record, change.field->id};
    Saved saved{.client = client.number,
        .event = world_.event,
        .place = place,
        .value = to_text(change.after),
        .seen = change.also_seen,
        .sure = outcome == Outcome::saved};
    saved.seen.push_back(world_.ledger.find(place, to_text(change.before)));
    world_.ledger.save(std::move(saved));
}

void Workload::keep_all(const Client& client, const Record& record, Outcome outcome)
{
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]))
            keep(client, {record.id, &record.def->fields[i], {}, record.values[i]}, outcome);
}

std::string Workload::new_value()
{
    return "v" + std::to_string(++world_.next_value);
}

std::optional<Uuid> Workload::any_record(Client& client, std::string_view entity, bool deleted)
{
    const auto ids = client.store->ids({.def = &def(entity), .deleted = deleted});
    if (ids.empty())
        return std::nullopt;
    return one_of(ids);
}

Uuid Workload::make_record(Client& client, std::string_view entity,
    std::initializer_list<std::pair<std::string_view, std::string>> fields)
{
    const auto record = make(def(entity), Uuid::make(client.clock, client.random), fields);
    const auto outcome = run(client, "creates " + std::string(entity) + ' ' + record.id.text(),
        [&](Batch& batch) { batch.create(record); });
    keep_all(client, record, outcome);
    return record.id;
}

void Workload::make_person(Client& client, const Uuid& place)
{
    const auto person = make(def("person"), Uuid::make(client.clock, client.random),
        {{"name", new_value()}, {"phone", new_value()}});
    const auto posting = make(def("posting"), Uuid::make(client.clock, client.random),
        {{"person", person.id.text()}, {"place", place.text()}, {"post", new_value()}});
    const auto outcome = run(client, "creates person " + person.id.text(), [&](Batch& batch) {
        batch.create(person);
        batch.create(posting);
    });
    keep_all(client, person, outcome);
    keep_all(client, posting, outcome);
}

void Workload::make_item(Client& client)
{
    const auto code = "430922-" + std::to_string(world_.random.below(3));
    const auto item = make(def("item"), Uuid::named("item", code),
        {{"code", code}, {"name", new_value()}, {"enquiries", new_value()}});
    const auto known = client.store->find_any(item.id);
    if (known && !known->first.deleted)
        return;
    if (known)
        world_.ledger.restored.insert(item.id);
    const auto outcome =
        run(client, "creates item " + item.id.text(), [&](Batch& batch) { batch.create(item); });
    for (std::size_t i = 0; i < item.values.size(); ++i) {
        const auto before = known ? known->second.values[i] : Value{};
        if (before != item.values[i])
            keep(client, {item.id, &item.def->fields[i], before, item.values[i]}, outcome);
    }
}

void Workload::post_again(Client& client)
{
    const auto person = any_record(client, "person");
    const auto place = any_record(client, "place");
    if (!person || !place)
        return;
    world_.ledger.moved.insert(*person);
    make_record(client, "posting",
        {{"person", person->text()}, {"place", place->text()}, {"post", new_value()}});
}

void Workload::create(Client& client)
{
    switch (world_.random.below(9)) {
    case 8:
        post_again(client);
        break;
    case 0:
        make_record(client, "unit", {{"name", new_value()}});
        break;
    case 1:
    case 2:
        make_item(client);
        break;
    case 3:
        if (const auto place = any_record(client, "place"))
            make_record(client, "window",
                {{"number", new_value()}, {"place", place->text()}, {"phone", new_value()}});
        break;
    default:
        if (const auto place = any_record(client, "place"))
            make_person(client, *place);
    }
}

void Workload::edit(Client& client)
{
    const auto& [entity, fields] = one_of(text_fields());
    const auto id = any_record(client, entity);
    if (!id)
        return;
    const auto [meta, record] = client.store->find_any(*id).value();
    const bool keeps_to_the_rules = world_.chance(240);
    std::vector<Change> changes;
    std::string what = "edits " + std::string(entity) + ' ' + id->text();
    for (auto count = world_.chance(60) ? 2U : 1U; count > 0; --count) {
        const auto* field = meta.def->find(one_of(fields));
        if (keeps_to_the_rules && !may(client, meta, *field))
            continue;
        const auto common = world_.random.below(4);
        const auto value = world_.chance(232) ? Value{new_value()}
            : common == 0                     ? Value{}
                                              : Value{"common" + std::to_string(common)};
        const bool is_double = std::ranges::any_of(
            changes, [&](const Change& change) { return change.field == field; });
        if (is_double || record[field->name] == value)
            continue;
        changes.push_back({*id, field, record[field->name], value});
        what += ' ' + std::string(field->name) + '=' + to_text(value);
    }
    if (changes.empty())
        return;
    const auto outcome = run(client, what, [&](Batch& batch) {
        std::vector<FieldEdit> edits;
        for (const auto& change : changes)
            edits.push_back({change.field, change.after});
        batch.set(*id, edits);
    });
    for (const auto& change : changes)
        keep(client, change, outcome);
}

void Workload::edit_words(Client& client)
{
    const bool at_window = world_.chance(128);
    const auto id = any_record(client, at_window ? "window" : "place");
    if (!id)
        return;
    const auto [meta, record] = client.store->find_any(*id).value();
    const auto* field = meta.def->find(at_window ? "equipment" : "zones");
    if (!may(client, meta, *field))
        return;
    const auto* now = std::get_if<Set>(&record[field->name]);
    auto words = now ? *now : Set{};
    const Place place{*id, field->id};
    if (!words.empty() && world_.chance(100)) {
        const auto out = one_of(words);
        world_.ledger.taken_out.insert({place, out});
        std::erase(words, out);
        const FieldEdit edit{field, set_value(words)};
        run(client, "takes " + out + " out of " + id->text(), [&](Batch& batch) {
            batch.set(*id, {&edit, 1});
        });
        return;
    }
    const auto word = "w" + std::to_string(++world_.next_value);
    words.push_back(word);
    const FieldEdit edit{field, set_value(make_set(words))};
    const auto outcome = run(client, "puts " + word + " into " + id->text(), [&](Batch& batch) {
        batch.set(*id, {&edit, 1});
    });
    world_.ledger.words.push_back({.client = client.number,
        .event = world_.event,
        .place = place,
        .word = word,
        .sure = outcome == Outcome::saved});
}

void Workload::remove(Client& client)
{
    const auto entity = one_of(std::vector<std::string_view>{"person", "window", "item"});
    const auto id = any_record(client, entity);
    if (!id)
        return;
    const auto [meta, record] = client.store->find_any(*id).value();
    if (!may(client, meta, *meta.def->find(meta.def->title)) && world_.chance(200))
        return;
    std::vector<int> seen;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        seen.push_back(
            world_.ledger.find({*id, meta.def->fields[i].id}, to_text(record.values[i])));
    const auto outcome =
        run(client, "deletes " + id->text(), [&](Batch& batch) { batch.remove(*id); });
    world_.ledger.remove({.client = client.number,
        .event = world_.event,
        .record = *id,
        .seen = std::move(seen),
        .sure = outcome == Outcome::saved});
}

void Workload::restore(Client& client)
{
    const auto entity = one_of(std::vector<std::string_view>{"person", "window", "item"});
    const auto id = any_record(client, entity, true);
    if (!id)
        return;
    world_.ledger.restored.insert(*id);
    run(client, "restores " + id->text(), [&](Batch& batch) { batch.restore(*id); });
}

void Workload::move(Client& client)
{
    const bool window = world_.chance(80);
    const auto id = any_record(client, window ? "window" : "posting");
    const auto place = any_record(client, "place");
    if (!id || !place)
        return;
    const auto [meta, record] = client.store->find_any(*id).value();
    const auto* field = meta.def->find("place");
    if (!may(client, meta, *field) || record["place"] == Value{*place})
        return;
    world_.ledger.moved.insert(*id);
    if (!window)
        if (const auto* person = std::get_if<Uuid>(&record["person"]))
            world_.ledger.moved.insert(*person);
    const FieldEdit edit{field, *place};
    const auto outcome =
        run(client, "moves " + id->text() + " to " + place->text(), [&](Batch& batch) {
            batch.set(*id, {&edit, 1});
        });
    keep(client, {*id, field, record["place"], *place}, outcome);
    world_.ledger.ambiguous.insert({*id, field->id});
}

void Workload::resolve(Client& client)
{
    const auto items = Inbox(*client.store).open();
    if (items.empty())
        return;
    const auto item = one_of(items);
    const auto found = client.store->find_any(item.record);
    if (item.asks() && !found)
        return;
    const auto what = "settles " + item.kind + ' ' + item.record.text();
    const bool decides = item.asks() && found && item.field != nullptr;
    Value value = new_value();
    const bool takes_text = item.field && item.field->type == Type::text;
    if (decides && (!takes_text || world_.chance(80)))
        value = world_.chance(128) ? item.mine : item.theirs;
    if (decides && item.field->type == Type::set)
        return;
    if (decides && !may(client, found->first, *item.field))
        return;
    if (decides && found->first.deleted)
        world_.ledger.restored.insert(item.record);
    bool is_refused = false; // by the rules, as a number that another window has
    const auto outcome = guarded_run(client, what + ' ' + to_text(value), [&] {
        if (decides)
            is_refused = !Inbox(*client.store).resolve(item.id, value, client.account).done;
        else
            Inbox(*client.store).resolve(item.id, Take::mine, client.account);
    });
    if (is_refused)
        return;
    if (!decides) {
        if (item.kind == "refused")
            world_.ledger.put_away.insert({{item.record, item.fid}, to_text(item.mine)});
        return;
    }
    // Of a deletion the county lost together with what was edited after it, everybody is told anew.
    if (item.kind == "conflict")
        world_.ledger.decisions.push_back({.client = client.number,
            .event = world_.event,
            .record = item.record,
            .item = item.id.hex(),
            .sure = outcome == Outcome::saved});
    const Place place{item.record, item.fid};
    const auto before = found->second[item.field->name];
    if (value == before) { // nothing new is said, yet the other value is done with
        world_.ledger.ambiguous.insert(place);
        for (const auto& other : {item.mine, item.theirs})
            if (other != value)
                world_.ledger.put_away.insert({place, to_text(other)});
        return;
    }
    keep(client,
        {item.record, item.field, before, value,
            {world_.ledger.find(place, to_text(item.mine)),
                world_.ledger.find(place, to_text(item.theirs))}},
        outcome);
}

} // namespace tests
