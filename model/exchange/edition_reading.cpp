#include "model/exchange/edition_reading.h"

#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/identity.h"
#include "model/entities/item.h"
#include "model/exchange/entry.h"
#include "model/rules/rule.h"

#include <algorithm>

namespace model {

namespace {

constexpr int rows_between_reports = 500;

/// What `entry_text` of the record gives is what the cell says, though it reads otherwise.
bool is_said_so(const ReadRow& row, std::size_t field, const std::string& shown)
{
    return row.columns[field] < row.row->cells.size() && row.text_of(field) == shown;
}

bool says_the_same(const SheetRow& one, const SheetRow& other)
{
    const auto wide = std::max(one.cells.size(), other.cells.size());
    for (std::size_t i = 0; i < wide; ++i) {
        const auto text = [i](const SheetRow& row) {
            return i < row.cells.size() ? std::string_view(row.cells[i].text) : std::string_view{};
        };
        if (text(one) != text(other))
            return false;
    }
    return true;
}

} // namespace

EditionReading::EditionReading(
    RecordStore& store, const Edition& edition, const std::vector<Translate>& languages)
    : store_(store)
    , edition_(edition)
    , translate_(languages.empty() ? [](const char* id) { return std::string(id); } : languages[0])
    , def_(def_of<Item>())
    , snapshot_(store)
    , items_(snapshot_.of(def_))
    , units_(store, snapshot_, edition.plan,
          [&edition](const auto& visit) {
              for (const auto& row : edition.rows)
                  visit(row);
          })
    , reader_(store, snapshot_, edition.plan, def_, languages, &units_)
    , matcher_(items_)
    , today_(store.today())
    , seen_(items_.count())
{
    result_.types = type_codes_used(edition.plan, edition.rows, edition.types, languages);
}

Comparison EditionReading::compare(const Progress& progress)
{
    int until_report = rows_between_reports;
    for (at_ = 0; at_ < edition_.rows.size(); ++at_) {
        auto read = edition_.rows[at_];
        put_type_codes(edition_.plan, read, edition_.types);
        take(read);
        ++result_.rows;
        if (progress && --until_report == 0) {
            until_report = rows_between_reports;
            const auto share = static_cast<double>(at_) / static_cast<double>(edition_.rows.size());
            result_.cancelled = !progress((1 + share) / 2);
        }
        if (result_.cancelled)
            return std::move(result_);
    }
    match_new_codes();
    for (const auto& row : unknown_)
        if (row.is_readable)
            add(row);
    spare_unplaced();
    find_withdrawn();
    note_what_else();
    std::ranges::stable_sort(result_.entries, {},
        [](const EditionEntry& entry) { return std::pair(entry.kind, entry.row); });
    return std::move(result_);
}

void EditionReading::take(const SheetRow& sheet_row)
{
    const auto& row = reader_.read(sheet_row);
    row_ = &row;
    note_covered(row.given);
    if (is_double(row))
        return;
    const auto unreadable = result_.unreadable;
    const auto item = item_of(row);
    const bool is_refused = result_.unreadable > unreadable;
    if (!item && (is_refused || !row.problems.empty()))
        unplaced_.push_back(row.given);
    if (is_refused)
        return;
    if (item) {
        seen_[*item] = true; // though the row may be unreadable, its item is not withdrawn
        const auto [earlier, is_first] = row_of_item_.try_emplace(*item, row.number);
        if (!is_first)
            return refuse(row, "name",
                {msgid("Row {1} is about the same item already"),
                    {std::to_string(earlier->second)}});
    }
    if (!row.problems.empty()) {
        if (!item && !is_empty(row.given["code"]))
            unknown_.push_back({row.number, row.given, {}, false});
        return tell_unreadable(row);
    }
    if (item)
        return compare_with(*item, row.given, row.number, row.units);
    if (is_empty(row.given["name"]))
        return refuse(row, "name", {msgid("The row names no item: fill in its name")});
    unknown_.push_back({row.number, row.given, row.units});
}

void EditionReading::note_covered(const Record& given)
{
    const auto note = [&](std::string_view field, std::unordered_set<std::string>& into) {
        if (auto text = to_text(given[field]); !text.empty())
            into.insert(std::move(text));
    };
    note("unit", covered_units_);
    note("region", covered_regions_);
    note("type", covered_types_);
    if (const auto* levels = std::get_if<Set>(&given["levels"]))
        covered_levels_.insert(levels->begin(), levels->end());
}

/// A code that stood further up: the first row counts, and this one is told.
bool EditionReading::is_double(const ReadRow& row)
{
    auto code = folded(to_text(row.given["code"]));
    if (code.empty())
        return false;
    const auto [found, is_first] = row_of_code_.try_emplace(code, at_);
    if (is_first)
        return false;
    const auto& earlier = edition_.rows[found->second];
    const bool is_same = says_the_same(earlier, edition_.rows[at_]);
    if (!is_same)
        unplaced_.push_back(row.given);
    refuse(row, "code",
        {is_same ? msgid("Row {1} says the same already")
                 : msgid("Row {1} has the same code and says otherwise: it counts, and this row "
                         "does not; mend the sheet where this one is right"),
            {std::to_string(earlier.number)}});
    return true;
}

/// The item the row is about. Where it may be about several, or about none though it has no code,
/// that is told.
std::optional<EditionReading::Index> EditionReading::item_of(const ReadRow& row)
{
    if (!row.given.id.is_nil())
        if (const auto found = items_.find(row.given.id))
            return found;
    if (is_empty(row.given["code"]))
        return item_without_code(row);
    const auto match = matcher_.find(row.given);
    if (match.rivals.empty())
        return match.record;
    for (const auto rival : match.rivals)
        seen_[rival] = true;
    if (row.problems.empty())
        refuse(row, "code",
            {msgid("{1} items of the register have this code: keep one of them first"),
                {std::to_string(match.rivals.size())}});
    return std::nullopt;
}

std::optional<EditionReading::Index> EditionReading::item_without_code(const ReadRow& row)
{
    const auto name = to_text(row.given["name"]);
    const auto name_field = def_.index_of("name");
    auto found = name.empty() ? std::vector<Index>{} : items_.where({&name_field, 1}, {&name, 1});
    const auto unit = to_text(row.given["unit"]);
    std::erase_if(found, [&](Index item) {
        return !is_in_force(item) || (!unit.empty() && text(item, "unit") != unit);
    });
    if (found.size() == 1)
        return found.front();
    if (row.problems.empty())
        refuse(row, "code",
            {found.empty()
                    ? msgid("The row has no item code, and no item of the register is called so")
                    : msgid("The row has no item code, and its name and unit do not tell which "
                            "item is meant")});
    return std::nullopt;
}

void EditionReading::tell_unreadable(const ReadRow& row)
{
    ++result_.unreadable;
    for (const auto& problem : row.problems)
        result_.errors.push_back({row.number, edition_.plan.heads.at(problem.column), problem.text,
            problem.reason, problem.column});
}

void EditionReading::refuse(const ReadRow& row, std::string_view name, Message reason)
{
    const auto* field = def_.find(name);
    const auto index = def_.index_of(name);
    const auto column = row.columns[index];
    ImportError error{.row = row.number, .reason = std::move(reason)};
    error.value = row.text_of(index);
    const bool is_there = column < edition_.plan.heads.size();
    error.column = is_there ? edition_.plan.heads[column] : translate_(field->label);
    if (is_there)
        error.at = column;
    ++result_.unreadable;
    result_.errors.push_back(std::move(error));
}

/// What the row says otherwise than the record; what it does not say is left alone.
std::vector<ImportChange::Field> EditionReading::changes(const Record& before, const Record& given)
{
    std::vector<ImportChange::Field> fields;
    for (std::size_t i = 0; i < before.values.size(); ++i) {
        const auto& value = given.values[i];
        if (is_empty(value) || value == before.values[i])
            continue;
        const auto& field = def_.fields[i];
        const auto& was = before.values[i];
        if (row_ && !is_empty(was)
            && is_said_so(*row_, i, entry_text(field, was, store_, translate_)))
            continue;
        fields.push_back({&field, was, value});
    }
    return fields;
}

/// An item that is over here and stands in the edition is in force again, unless the edition says
/// what became of it.
void EditionReading::reinstate(EditionEntry& entry, const Record& before, const Record& given) const
{
    if (!is_empty(given["state"]) || !is_empty(given["cancelled"]))
        return;
    entry.comes_back = true;
    const auto empty = [&](std::string_view name, Value value) {
        if (!is_empty(before[name]) && before[name] != value)
            entry.fields.push_back({def_.find(name), before[name], std::move(value)});
    };
    empty("state", std::string("in_force"));
    empty("cancelled", {});
    empty("cancelled_reason", {});
}

void EditionReading::compare_with(
    Index item, const Record& given, int row, std::vector<Record> units)
{
    seen_[item] = true;
    const auto before = items_.record(item);
    EditionEntry entry{.kind = Difference::changed, .row = row, .record = before.id};
    entry.fields = changes(before, given);
    if (!is_in_force(item))
        reinstate(entry, before, given);
    if (entry.fields.empty()) {
        ++result_.same;
        return;
    }
    const auto differs = [&](std::string_view name) {
        return std::ranges::any_of(entry.fields, [&](const ImportChange::Field& field) {
            return field.field->name == name && !is_empty(field.before);
        });
    };
    if (differs("code"))
        entry.kind = Difference::recoded;
    else if (differs("unit"))
        entry.kind = Difference::moved;
    note_own_fields(entry);
    auto after = before;
    for (const auto& field : entry.fields)
        after[field.field->name] = field.after;
    entry.units = std::move(units);
    for (const auto& unit : entry.units)
        unit_names_.try_emplace(unit.id.text(), unit.title());
    if (entry.kind == Difference::moved)
        ++moves_[{unit_text(before["unit"]), unit_text(after["unit"])}];
    put(std::move(entry), after);
}

/// What the hall office keeps itself, such as the limit it promises, is not for an edition to
/// overwrite unseen.
void EditionReading::note_own_fields(const EditionEntry& entry)
{
    bool any = false;
    for (const auto& field : entry.fields)
        if (field.field->owner == Owner::agency && !is_empty(field.before)) {
            own_fields_.insert(field.field);
            any = true;
        }
    overwriting_ += any;
}

void EditionReading::put(EditionEntry entry, const Record& after)
{
    entry.code = to_text(after["code"]);
    entry.name = to_text(after["name"]);
    for (const auto& unit : entry.units) {
        made_.insert(unit.title());
        unit_names_.try_emplace(unit.id.text(), unit.title());
    }
    entry.unit = unit_text(after["unit"]);
    check(entry, after);
    ++result_.counts[static_cast<std::size_t>(entry.kind)];
    result_.entries.push_back(std::move(entry));
}

/// What the rules say of the item as it would be, and did not say before.
void EditionReading::check(EditionEntry& entry, const Record& after)
{
    snapshot_.expect(entry.units);
    auto findings = model::check(after, snapshot_, today_);
    std::erase_if(findings, [](const Finding& finding) { return finding.level == Level::remind; });
    if (!findings.empty() && !entry.record.is_nil())
        if (const auto held = items_.find(entry.record)) {
            const auto before = model::check(items_.record(*held), snapshot_, today_);
            std::erase_if(findings, [&](const Finding& finding) {
                return std::ranges::find(before, finding) != before.end();
            });
        }
    snapshot_.expect({});
    entry.findings = std::move(findings);
}

std::string EditionReading::unit_text(const Value& unit)
{
    const auto* id = std::get_if<Uuid>(&unit);
    if (!id)
        return {};
    const auto [found, is_new] = unit_names_.try_emplace(id->text());
    if (is_new) {
        auto& units = snapshot_.of(store_.catalog().get("unit"));
        const auto held = units.find(*id);
        found->second = held ? units.record(*held).title() : store_.title_of(*id);
    }
    return found->second;
}

std::string_view EditionReading::text(Index item, std::string_view field) const
{
    return items_.text(item, def_.index_of(field));
}

bool EditionReading::is_in_force(Index item) const
{
    if (text(item, "state") == "cancelled")
        return false;
    const auto cancelled = text(item, "cancelled");
    return cancelled.empty() || !is_over(parse_iso_date(cancelled), today_);
}

} // namespace model
