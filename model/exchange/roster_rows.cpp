#include "model/exchange/roster_rows.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/entities/person.h"
#include "model/entities/posting.h"
#include "model/entities/window_staff.h"
#include "model/exchange/import_source.h"
#include "model/rules/normal.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace model {

namespace {

using Part = StaffRoster::Part;
using Index = HeldRecords::Index;

constexpr std::string_view between_windows = "、";

/// What of the sheet is for one of the registers.
ImportPlan plan_of(const ImportPlan& whole, const StaffRoster& roster, Part part)
{
    ImportPlan plan{
        .head_row = whole.head_row, .last_head_row = whole.last_head_row, .heads = whole.heads};
    for (const auto& source : whole.sources)
        if (const auto origin = roster.origin(*source.field); origin.part == part)
            plan.sources.push_back({origin.field, source.columns});
    if (part == StaffRoster::person)
        plan.id_column = whole.id_column;
    plan.reason_column = whole.reason_column;
    return plan;
}

/// The rows of one register.
struct PartRows {
    PartRows(const ImportWorld& world, const StaffRoster& roster, Part part, ImportResult& of_row)
        : def(*roster.registers[part])
        , held(world.snapshot.of(def))
        , plan(plan_of(world.plan, roster, part))
        , reader(world.store, world.snapshot, plan, def, world.options.languages, nullptr)
        , one(world.store, {world.store, world.account.id}, world.snapshot, world.units, plan, def,
              world.options, of_row)
        , matcher(held)
    {
        if (world.options.keep_rows)
            one.note_changes();
    }

    const EntityDef& def;
    HeldRecords& held;
    ImportPlan plan;
    RowReader reader;
    RowImport one;
    RowMatcher matcher;
};

class RosterRows : public RowTaker {
public:
    RosterRows(const ImportWorld& world, const StaffRoster& roster)
        : world_(world)
        , person_(world, roster, StaffRoster::person, of_row_)
        , posting_(world, roster, StaffRoster::posting, of_row_)
        , window_(world, roster, StaffRoster::window_staff, of_row_)
        , today_(world.store.today())
    {
    }

    void take(const SheetRow& row, Batch* batch) override;
    const std::vector<ImportedRow::Change>& changes() const override { return changes_; }
    void finish() override;

private:
    Uuid take_person(const SheetRow& row, Batch* batch);
    bool take_posting(const SheetRow& row, const Uuid& person, Batch* batch);
    void take_windows(const SheetRow& row, const Uuid& person, Batch* batch);
    void take_window(ReadRow& window, const Uuid& person, Batch* batch);
    void run(PartRows& part, ReadRow& row, Batch* batch);

    void tell_namesakes(const ReadRow& row, const std::optional<Index>& match);
    std::string unit_of(const Uuid& person);
    std::vector<Index> current(PartRows& part, const Uuid& person);
    std::optional<Uuid> current_posting(const ReadRow& row, const Uuid& person);
    void fill_in_posting(ReadRow& row, const SheetRow& sheet_row);
    bool gives_window(const SheetRow& row) const;
    void tell_unread(PartRows& part, const SheetRow& row);
    void refuse(const ReadRow& row, PartRows& part, std::string_view field, Message reason);
    void warn(const ReadRow& row, Message reason);
    void move_outcome();
    void move_told();

    ImportWorld world_;
    ImportResult of_row_; ///< of the row that is taken, its three records together
    PartRows person_;
    PartRows posting_;
    PartRows window_;
    Date today_;
    std::vector<ImportedRow::Change> changes_;
};

void fill(ReadRow& row, std::string_view name, const Value& value)
{
    if (is_empty(row.given[name]) && !is_empty(value))
        row.given[name] = value;
}

/// What a sound ID number says of somebody new.
void fill_from_id_number(ReadRow& row)
{
    const auto number = normal_id_number(to_text(row.given["id_number"]));
    if (const auto birth = id_birth(number))
        fill(row, "birth", Value{*birth});
    if (const auto is_male = id_is_male(number))
        fill(row, "sex", Value{std::string(*is_male ? "male" : "female")});
}

bool says(const ReadRow& row)
{
    return !row.problems.empty() || std::ranges::any_of(row.given.values, [](const Value& value) {
        return !is_empty(value);
    });
}

void RosterRows::take(const SheetRow& row, Batch* batch)
{
    changes_.clear();
    of_row_ = {};
    const auto person = take_person(row, batch);
    if (person.is_nil() || !take_posting(row, person, batch)) {
        // What else is wrong in the line is told at once.
        if (person.is_nil())
            tell_unread(posting_, row);
        tell_unread(window_, row);
    } else {
        take_windows(row, person, batch);
    }
    move_outcome();
}

void RosterRows::run(PartRows& part, ReadRow& row, Batch* batch)
{
    part.one.take(row, batch);
    std::ranges::copy(part.one.changes(), std::back_inserter(changes_));
}

Uuid RosterRows::take_person(const SheetRow& row, Batch* batch)
{
    auto& read = person_.reader.read(row);
    const auto match = read.given.id.is_nil()
        ? person_.matcher.find(read.given)
        : RowMatch{.record = person_.held.find(read.given.id)};
    if (!match.record)
        fill_from_id_number(read);
    run(person_, read, batch);
    if (of_row_.wrong > 0)
        return {};
    tell_namesakes(read, match.record);
    return person_.one.record();
}

bool RosterRows::take_posting(const SheetRow& row, const Uuid& person, Batch* batch)
{
    auto& read = posting_.reader.read(row);
    if (!says(read) && (!gives_window(row) || !current(posting_, person).empty()))
        return true;
    read.given["person"] = person;
    const auto posting = current_posting(read, person);
    if (!posting) {
        refuse(read, posting_, "unit",
            {msgid("This person has several postings now: fill in the unit and since when, so that "
                   "it is clear which one the line is about")});
        return false;
    }
    read.given.id = *posting;
    if (read.given.id.is_nil() && !posting_.matcher.find(read.given).record)
        fill_in_posting(read, row);
    run(posting_, read, batch);
    return of_row_.wrong == 0;
}

/// The one there is now and the line does not contradict; nil where the line is about another or a
/// new one, nothing where it may be about several.
std::optional<Uuid> RosterRows::current_posting(const ReadRow& row, const Uuid& person)
{
    std::vector<Uuid> fitting;
    for (const auto index : current(posting_, person)) {
        const auto record = posting_.held.record(index);
        const auto fits = [&](std::string_view field) {
            return is_empty(row.given[field]) || is_empty(record[field])
                || row.given[field] == record[field];
        };
        if (fits("unit") && fits("from"))
            fitting.push_back(record.id);
    }
    if (fitting.size() > 1)
        return is_empty(row.given["unit"]) ? std::nullopt : std::optional(Uuid{});
    return fitting.empty() ? Uuid{} : fitting.front();
}

/// Of a new posting.
void RosterRows::fill_in_posting(ReadRow& row, const SheetRow& sheet_row)
{
    const auto& windows = world_.store.catalog().get("window");
    const auto window = window_.reader.read(sheet_row).given["window"];
    if (const auto* id = std::get_if<Uuid>(&window))
        if (const auto found = world_.snapshot.find(windows, *id))
            fill(row, "place", (*found)["place"]);
    const auto* from = std::get_if<Date>(&row.given["from"]);
    fill(row, "status", Value{std::string(from && today_ < *from ? "proposed" : "on_duty")});
}

bool RosterRows::gives_window(const SheetRow& row) const
{
    const auto* source = window_.plan.source("window");
    return source && std::ranges::any_of(source->columns, [&](std::size_t column) {
        return column < row.cells.size() && !without_white_ends(row.cells[column].text).empty();
    });
}

/// One window, or several in one cell.
void RosterRows::take_windows(const SheetRow& row, const Uuid& person, Batch* batch)
{
    if (!gives_window(row))
        return;
    auto& read = window_.reader.read(row);
    const auto column = read.columns[window_.def.index_of("window")];
    const auto names = row.cells[column].text;
    if (read.problems.empty() || names.find(between_windows) == std::string::npos)
        return take_window(read, person, batch);
    for (std::size_t at = 0; at <= names.size() && of_row_.wrong == 0;) {
        const auto end = std::min(names.find(between_windows, at), names.size());
        auto one = row;
        one.cells[column].text = trimmed(names.substr(at, end - at));
        at = end + between_windows.size();
        if (!one.cells[column].text.empty())
            take_window(window_.reader.read(one), person, batch);
    }
}

/// A window that he holds already stays as it is but for what the line says of it.
void RosterRows::take_window(ReadRow& window, const Uuid& person, Batch* batch)
{
    window.given["person"] = person;
    for (const auto index : current(window_, person))
        if (const auto held = window_.held.record(index); held["window"] == window.given["window"])
            window.given.id = held.id;
    if (window.given.id.is_nil())
        for (const auto index : current(posting_, person))
            fill(window, "from", posting_.held.record(index)["from"]);
    run(window_, window, batch);
}

/// The records about the person that have not ended.
std::vector<Index> RosterRows::current(PartRows& part, const Uuid& person)
{
    const auto at = part.def.index_of("person");
    const auto end = part.def.index_of(part.def.end);
    const auto over = part.def.index_of(part.def.over_field);
    const auto text = person.text();
    auto found = part.held.where({&at, 1}, {&text, 1});
    std::erase_if(found, [&](Index index) {
        const auto last = parse_iso_date(part.held.text(index, end));
        const bool is_over =
            over < part.def.fields.size() && part.held.text(index, over) == part.def.over_code;
        return is_over || (last && *last <= today_);
    });
    return found;
}

void RosterRows::tell_namesakes(const ReadRow& row, const std::optional<Index>& match)
{
    const auto at = person_.def.index_of("name");
    const auto name = to_text(row.given["name"]);
    const bool by_name_alone = match && is_empty(row.given["id_number"])
        && is_empty(row.given["phone"]) && !person_.plan.id_column;
    if (by_name_alone) {
        const auto unit = unit_of(person_.held.id(*match));
        const auto given = posting_.reader.read(*row.row).given["unit"];
        const auto* id = std::get_if<Uuid>(&given);
        if (id && !unit.empty() && world_.store.title_of(*id) != unit)
            warn(row,
                {msgid("Taken for {1} of {2}, who is in the register: if it is somebody else of "
                       "that name, fill in the ID number"),
                    {name, unit}});
    }
    if (match)
        return;
    for (const auto index : person_.held.where({&at, 1}, {&name, 1}))
        if (person_.held.id(index) != person_.one.record())
            return warn(row,
                {msgid("There is another {1} in the register, {2}: make sure that they are two"),
                    {name, unit_of(person_.held.id(index))}});
}

/// Of the last posting; empty where there is none.
std::string RosterRows::unit_of(const Uuid& person)
{
    std::string unit;
    for (const auto index : current(posting_, person))
        if (const auto record = posting_.held.record(index); !is_empty(record["unit"]))
            unit = world_.store.title_of(std::get<Uuid>(record["unit"]));
    return unit;
}

void RosterRows::tell_unread(PartRows& part, const SheetRow& row)
{
    const auto& read = part.reader.read(row);
    for (const auto& problem : read.problems)
        of_row_.errors.push_back({row.number, part.plan.heads.at(problem.column), problem.text,
            problem.reason, problem.column});
}

void RosterRows::refuse(const ReadRow& row, PartRows& part, std::string_view name, Message reason)
{
    const auto& field = *part.def.find(name);
    const auto* source = part.plan.source(name);
    ImportError error{.row = row.number,
        .column = source ? part.plan.heads.at(source->columns.front())
                         : first_language(world_.options)(field.label),
        .reason = std::move(reason)};
    if (source)
        error.at = source->columns.front();
    of_row_.errors.push_back(std::move(error));
    ++of_row_.wrong;
}

void RosterRows::warn(const ReadRow& row, Message reason)
{
    const auto* source = person_.plan.source("name");
    of_row_.warnings.push_back({row.number, person_.plan.heads.at(source->columns.front()),
        to_text(row.given["name"]), std::move(reason), source->columns.front()});
}

void RosterRows::move_outcome()
{
    auto& result = world_.result;
    result.wrong += of_row_.wrong > 0;
    if (of_row_.wrong == 0) {
        result.new_ += of_row_.new_ > 0;
        result.changed += of_row_.new_ == 0 && of_row_.changed > 0;
        result.same += of_row_.new_ == 0 && of_row_.changed == 0;
        for (auto& change : of_row_.changes)
            if (world_.options.all_changes || result.changes.size() < ImportResult::changes_told)
                result.changes.push_back(std::move(change));
    }
    move_told();
}

void RosterRows::move_told()
{
    std::ranges::move(of_row_.errors, std::back_inserter(world_.result.errors));
    std::ranges::move(of_row_.warnings, std::back_inserter(world_.result.warnings));
    of_row_.errors.clear();
    of_row_.warnings.clear();
}

void RosterRows::finish()
{
    for (auto* part : {&person_, &posting_, &window_})
        part->one.compare_refused();
    move_told();
    std::ranges::stable_sort(world_.result.errors, {}, &ImportError::row);
}

} // namespace

std::unique_ptr<RowTaker> roster_rows(const ImportWorld& world, const StaffRoster& roster)
{
    return std::make_unique<RosterRows>(world, roster);
}

} // namespace model
