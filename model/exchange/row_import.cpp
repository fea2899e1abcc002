#include "model/exchange/row_import.h"

#include "model/access/masking.h"
#include "model/base/text.h"
#include "model/commands/entry_check.h"
#include "model/commands/identity.h"
#include "model/commands/ledger_steps.h"
#include "model/commands/local_fields.h"
#include "model/commands/new_record.h"
#include "model/entities/posting.h"
#include "model/entities/window.h"
#include "model/exchange/import_source.h"
#include "model/exchange/window_rows.h"
#include "model/rules/posting_moves.h"
#include "model/rules/window_numbers.h"

#include <algorithm>
#include <iterator>

namespace model {

namespace {

/// How many records a sentence names.
constexpr std::size_t named_rivals = 5;

const FieldDef* field_or_null(const EntityDef& def, std::string_view name)
{
    return name.empty() ? nullptr : def.find(name);
}

bool is_said(const Findings& findings, const Finding& finding)
{
    return std::ranges::any_of(findings, [&](const Finding& other) {
        return other.rule == finding.rule && other.field == finding.field
            && other.level == finding.level;
    });
}

bool is_edited(std::span<const FieldEdit> edits, std::string_view field)
{
    return std::ranges::any_of(
        edits, [&](const FieldEdit& edit) { return edit.field->name == field; });
}

} // namespace

RowImport::RowImport(RecordStore& store, Permission permission, Snapshot& snapshot,
    UnitsOnTheWay& units, const ImportPlan& plan, const EntityDef& def,
    const ImportOptions& options, ImportResult& result)
    : store_(store)
    , snapshot_(snapshot)
    , units_(units)
    , plan_(plan)
    , def_(def)
    , options_(options)
    , translate_(first_language(options))
    , result_(result)
    , held_(snapshot.of(def))
    , matcher_(held_)
    , rights_(store, std::move(permission))
    , today_(store.today())
    , serials_(store)
    , refused_(held_)
{
}

void RowImport::take(ReadRow& row, Batch* batch)
{
    changes_.clear();
    record_ = {};
    if (!row.given.id.is_nil()) {
        if (const auto index = held_.find(row.given.id))
            return change(row, *index, batch);
        if (only_changes_)
            return refuse_unknown(row);
        if (held_.is_deleted(row.given.id))
            return bring_back(row, batch);
        if (store_.rows().meta(row.given.id))
            return refuse(row, {},
                {msgid("The id is that of a record of another register: clear the cell"), {}});
    }
    if (only_changes_)
        return refuse_unknown(row);
    const auto match =
        matcher_.find(row.given, [this](Index record) { return row_of_.contains(record); });
    if (match.record)
        return change(row, *match.record, batch);
    if (!match.rivals.empty())
        return refuse_rivals(row, match.rivals);
    if (def_.id == def_of<Window>().id && take_window(row, batch))
        return;
    if (!row.problems.empty())
        return refuse_problems(row);
    fill_in_owner(store_, row.given);
    if (row.given.id.is_nil())
        row.given.id = identity_for(row.given, store_.clock(), store_.random());
    if (const auto index = held_.find(row.given.id)) {
        if (is_same_thing(row.given, held_.record(*index)))
            return change(row, *index, batch);
        // That one is something else by now.
        row.given.id = Uuid::make(store_.clock(), store_.random());
    }
    if (held_.is_deleted(row.given.id))
        return bring_back(row, batch);
    make(row, batch);
}

/// A window found by its number alone, or by one that it had before. Whether the row is dealt with.
bool RowImport::take_window(ReadRow& row, Batch* batch)
{
    const auto meant = meant_window(store_, row.given, today_);
    const auto number = to_text(row.given["number"]);
    if (meant.is_one_of_several) {
        refuse(row, "number",
            {msgid("Several windows have or had the number “{1}”: say the place, too"), {number}});
        return true;
    }
    const auto index = meant.window ? held_.find(*meant.window) : std::nullopt;
    if (!index)
        return false;
    if (meant.by_former_number) {
        row.given["number"] = held_.record(*index)["number"]; // it keeps its own
        warn(row, "number",
            {msgid("No window has the number “{1}” now: the row is taken for window {2}, which had "
                   "it before"),
                {number, to_text(row.given["number"])}});
    }
    change(row, *index, batch);
    return true;
}

void RowImport::make(ReadRow& row, Batch* batch)
{
    std::vector<FieldEdit> edits;
    if (!may_write_all(nullptr))
        for (std::size_t i = 0; i < row.given.values.size(); ++i)
            if (!is_empty(row.given.values[i]))
                edits.push_back({&def_.fields[i], row.given.values[i]});
    if (!has_what_is_needed(row) || !passes(row, row.given, nullptr, edits))
        return refused_.note(row);
    warn_of_words(row);
    make_units(row, batch);
    if (const auto* number = serial_field(def_); number && is_empty(row.given[number->name]))
        row.given[number->name] = serials_.next(row.given).value();
    if (batch)
        batch->create(row.given);
    row_of_[held_.add(row.given)] = row.number;
    record_ = row.given.id;
    ++result_.new_;
}

/// A record of the recycle bin that the row is about again; what the row does not give stays.
void RowImport::bring_back(ReadRow& row, Batch* batch)
{
    const auto found = store_.find_any(row.given.id);
    if (!found || found->first.def->id != def_.id)
        return refuse(
            row, {}, {msgid("The id is that of a record of another register: clear the cell"), {}});
    auto after = found->second;
    const auto edits = edits_of(row, after);
    if (!row.problems.empty())
        return refuse_problems(row);
    for (const auto& edit : edits)
        after[edit.field->name] = edit.value;
    if (!may_bring_back(row, after.id, def_.title) || !passes(row, after, &found->second, edits))
        return;
    make_units(row, batch);
    if (batch) {
        batch->restore(after.id);
        batch->set(after.id, edits);
    }
    note(row, found->second, edits);
    row_of_[held_.add(after)] = row.number;
    record_ = after.id;
    tell_change(row, found->second, edits);
}

void RowImport::change(ReadRow& row, Index index, Batch* batch)
{
    const auto before = held_.record(index);
    const auto edits = edits_of(row, before);
    if (!row.problems.empty())
        return refuse_problems(row);
    const auto [earlier, is_first] = row_of_.try_emplace(index, row.number);
    if (edits.empty()) {
        ++result_.same;
        record_ = before.id;
        return;
    }
    if (!is_first)
        return refuse(row, edits.front().field->name, says_otherwise(earlier->second));
    if (was_refused_as_double(*row.row, plan_, options_))
        return refuse_overwriting(row, before);
    auto after = before;
    for (const auto& edit : edits)
        after[edit.field->name] = edit.value;
    if (!passes(row, after, &before, edits))
        return;
    make_units(row, batch);
    if (batch)
        batch->set(after.id, edits);
    note(row, before, edits);
    held_.change(index, after);
    record_ = after.id;
    warn_of_new_name(row, before, edits);
    warn_of_move(row, before, after);
    warn_of_words(row);
    tell_change(row, before, edits);
}

void RowImport::tell_change(
    const ReadRow& row, const Record& before, std::span<const FieldEdit> edits)
{
    ++result_.changed;
    if (!options_.all_changes && result_.changes.size() == ImportResult::changes_told)
        return;
    ImportChange change{.row = row.number, .record = before.id, .title = title_text(before)};
    for (const auto& edit : edits)
        change.fields.push_back({edit.field, before[edit.field->name], edit.value});
    result_.changes.push_back(std::move(change));
}

/// A personal number that is known under another name is one person renamed, or a number that
/// slipped into the next row: only the clerk can tell.
void RowImport::warn_of_new_name(
    const ReadRow& row, const Record& before, std::span<const FieldEdit> edits)
{
    if (is_empty(before[def_.title]) || !is_edited(edits, def_.title))
        return;
    for (const auto& group : def_.match) {
        const auto* number = def_.find(group);
        if (!number || !number->personal || number->name == def_.title
            || is_empty(row.given[number->name]) || row.given[number->name] != before[number->name])
            continue;
        return warn(row, def_.title,
            {msgid("{1} is that of {2}: the name would become {3}"),
                {translate_(number->label), title_text(before), row.given.title()}});
    }
}

/// A sheet may move the status of a posting as nobody could by hand: it is taken, and told.
void RowImport::warn_of_move(const ReadRow& row, const Record& before, const Record& after)
{
    if (def_.id != def_of<Posting>().id)
        return;
    for (const auto& finding : check_move(to_text(before["status"]), after, nullptr))
        if (finding.field == "status")
            warn(row, finding.field, finding.message);
}

void RowImport::warn(const ReadRow& row, std::string_view field, Message reason)
{
    result_.warnings.push_back(complaint(row, field, std::move(reason)));
}

void RowImport::make_units(const ReadRow& row, Batch* batch)
{
    for (const auto& unit : row.units) {
        if (snapshot_.of(*unit.def).find(unit.id))
            continue;
        if (batch && snapshot_.of(*unit.def).is_deleted(unit.id))
            batch->restore(unit.id);
        else if (batch)
            batch->create(unit);
        units_.accept(unit);
    }
}

/// What the row changes; problems with cells that say what the record holds anyway are none.
std::vector<FieldEdit> RowImport::edits_of(ReadRow& row, const Record& before)
{
    std::erase_if(row.problems, [&](const CellProblem& problem) {
        if (!problem.field || problem.contradicts)
            return false;
        const auto& value = before[problem.field->name];
        return problem.text == masked(*problem.field, value)
            || problem.text == entry_text(*problem.field, value, store_, translate_)
            || is_title_of(value, problem.text);
    });
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < before.values.size(); ++i) {
        const auto& value = row.given.values[i];
        if ((!is_empty(value) || empties(row, i)) && value != before.values[i]
            && !says_the_same(row, i, before.values[i]))
            edits.push_back({&def_.fields[i], value});
    }
    keep_number(before, edits);
    return edits;
}

/// A sheet that renumbers a window leaves the old number to be found, as an entry by hand does.
void RowImport::keep_number(const Record& before, std::vector<FieldEdit>& edits) const
{
    const auto* former = def_.find("former_numbers");
    if (!former || !is_edited(edits, "number"))
        return;
    auto after = before;
    for (const auto& edit : edits)
        after[edit.field->name] = edit.value;
    keep_former_number(before, after);
    std::erase_if(edits, [&](const FieldEdit& edit) { return edit.field == former; });
    if (after[former->name] != before[former->name])
        edits.push_back({former, after[former->name]});
}

bool RowImport::empties(const ReadRow& row, std::size_t field) const
{
    const bool is_there = plan_.source(def_.fields[field].name) != nullptr;
    return empties_ && is_there && without_white_ends(row.text_of(field)).empty();
}

bool RowImport::says_the_same(const ReadRow& row, std::size_t field, const Value& value)
{
    const auto text = row.text_of(field);
    return !is_empty(value)
        && (text == entry_text(def_.fields[field], value, store_, translate_)
            || is_title_of(value, text));
}

/// Lists show a reference by its title alone, whoever else is called so.
bool RowImport::is_title_of(const Value& value, const std::string& text)
{
    const auto* id = std::get_if<Uuid>(&value);
    return id && store_.find_any(*id) && text == store_.title_of(*id);
}

/// Whether the row has of each thing that no record does without at least one field; those that are
/// required by themselves the rules ask for.
bool RowImport::has_what_is_needed(const ReadRow& row)
{
    bool has_all = true;
    for (const auto& need : needs_of(def_, EntryWay::sheet)) {
        const bool is_met = need.front()->required
            || std::ranges::any_of(
                need, [&](const FieldDef* field) { return !is_empty(row.given[field->name]); });
        if (is_met)
            continue;
        const auto there = std::ranges::find_if(
            need, [&](const FieldDef* field) { return plan_.source(field->name); });
        const auto* told = there == need.end() ? need.front() : *there;
        result_.errors.push_back(complaint(row, told->name,
            {msgid("Without “{1}” this is no record of “{2}”: fill it in, or say which column of "
                   "the sheet holds it"),
                {labels_of(need, translate_), translate_(def_.label)}}));
        has_all = false;
    }
    result_.wrong += !has_all;
    return has_all;
}

void RowImport::warn_of_words(const ReadRow& row)
{
    for (const auto& kept : row.in_words) {
        const auto* words = words_instead(def_, *kept.field);
        const auto& other = store_.catalog().get(kept.field->refers_to);
        warn(row, kept.field->name,
            {msgid("There is no {2} “{1}”: it is kept in words as “{3}”"),
                {kept.text, translate_(other.label), translate_(words->label)}});
    }
    for (const auto& renamed : row.renamed)
        warn(row, renamed.field->name, renamed.reason);
}

/// Whether the rules and the owners of its fields let the record be so.
bool RowImport::passes(const ReadRow& row, const Record& record, const Record* before,
    std::span<const FieldEdit> edits)
{
    if (!may_write(row, record, before, edits) || !may_change_account(row, record, before)
        || !may_make_units(row))
        return false;
    snapshot_.expect(row.units);
    auto findings = check(record, snapshot_, today_);
    add(findings, before ? check_fixed(store_, *before, edits) : check_entered(store_, record));
    if (std::ranges::all_of(
            findings, [](const Finding& finding) { return finding.level == Level::remind; }))
        return true;
    // What was wrong already, and the row does not touch, is not the row's fault.
    const auto known = before ? check(*before, snapshot_, today_) : Findings{};
    std::vector<ImportError> errors;
    std::vector<ImportError> warnings;
    for (const auto& finding : findings)
        if (finding.level != Level::remind
            && (!is_said(known, finding) || is_edited(edits, finding.field)))
            (finding.level == Level::refuse ? errors : warnings)
                .push_back(complaint(row, finding.field, finding.message));
    auto& told = errors.empty() ? warnings : errors;
    std::ranges::move(told, std::back_inserter(errors.empty() ? result_.warnings : result_.errors));
    result_.wrong += !errors.empty();
    return errors.empty();
}

/// Whether nobody needs to ask which fields are changed.
bool RowImport::may_write_all(const Record* before) const
{
    return rights_.permission().may_everything()
        && (rights_.self().org.role == Role::agency || (!before && def_.anyone_creates));
}

bool RowImport::may_write(const ReadRow& row, const Record& record, const Record* before,
    std::span<const FieldEdit> edits)
{
    if (may_write_all(before))
        return true;
    const auto meta = before ? store_.rows().meta(before->id) : std::nullopt;
    const auto where = meta ? rights_.around(*meta) : rights_.around_new(record);
    const auto findings =
        before ? rights_.check(def_, edits, where) : rights_.check_new(def_, edits, where);
    for (const auto& finding : findings)
        result_.errors.push_back(complaint(row, finding.field, finding.message));
    result_.wrong += !findings.empty();
    return findings.empty();
}

bool RowImport::may_change_account(const ReadRow& row, const Record& record, const Record* before)
{
    if (!def_.administrative)
        return true;
    const auto findings = rights_.check_account_change(
        held_.is_deleted(record.id) ? nullptr : before, record, accounts_);
    for (const auto& finding : findings)
        result_.errors.push_back(complaint(row, finding.field, finding.message));
    result_.wrong += !findings.empty();
    if (findings.empty())
        accounts_.push_back(record);
    return findings.empty();
}

/// Whether the record that lies in the recycle bin may come back by this row.
bool RowImport::may_bring_back(const ReadRow& row, const Uuid& id, std::string_view field)
{
    const auto meta = store_.rows().meta(id);
    const auto why = meta ? rights_.why_not_back(*meta) : std::nullopt;
    if (why)
        refuse(row, field, *why);
    return !why;
}

/// Anyone makes a unit on the way, but one that was deleted is not made: it would come back.
bool RowImport::may_make_units(const ReadRow& row)
{
    for (const auto& unit : row.units) {
        if (!snapshot_.of(*unit.def).is_deleted(unit.id))
            continue;
        const auto field = std::ranges::find_if(def_.fields, [&](const FieldDef& each) {
            const auto* id = std::get_if<Uuid>(&row.given[each.name]);
            return id && *id == unit.id;
        });
        if (!may_bring_back(
                row, unit.id, field == def_.fields.end() ? std::string_view{} : field->name))
            return false;
    }
    return true;
}

void RowImport::note(const ReadRow& row, const Record& before, std::span<const FieldEdit> edits)
{
    if (!notes_changes_)
        return;
    for (const auto& [field, value] : edits)
        changes_.push_back({row.columns[def_.index_of(field->name)],
            entry_text(*field, before[field->name], store_, translate_)});
}

void RowImport::refuse(const ReadRow& row, std::string_view name, Message reason)
{
    ++result_.wrong;
    result_.errors.push_back(complaint(row, name, std::move(reason)));
}

void RowImport::refuse_overwriting(const ReadRow& row, const Record& before)
{
    const auto column = *plan_.reason_column;
    ++result_.wrong;
    result_.errors.push_back({row.number, plan_.heads.at(column), row.row->cells[column].text,
        would_overwrite(title_text(before)), column});
}

void RowImport::refuse_problems(const ReadRow& row)
{
    ++result_.wrong;
    refused_.note(row);
    for (const auto& problem : row.problems)
        result_.errors.push_back({row.number, plan_.heads.at(problem.column), problem.text,
            problem.reason, problem.column});
}

void RowImport::compare_refused()
{
    const auto doubles = refused_.doubles(row_of_);
    for (const auto& each : doubles) {
        const auto column =
            each.problem ? each.problem->column : plan_.source(each.field->name)->columns.front();
        result_.errors.push_back({each.row, plan_.heads.at(column),
            each.problem ? each.problem->text
                         : entry_text(*each.field, each.value, store_, translate_),
            says_otherwise(each.other_row), column});
    }
    if (!doubles.empty())
        std::ranges::stable_sort(result_.errors, {}, &ImportError::row);
}

void RowImport::refuse_unknown(const ReadRow& row)
{
    refuse(row, {}, {msgid("The record of this row is not there any more"), {}});
}

void RowImport::refuse_rivals(const ReadRow& row, const std::vector<Index>& rivals)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(rivals.size(), named_rivals); ++i) {
        const auto record = held_.record(rivals[i]);
        const auto* subtitle = def_.find(def_.subtitle);
        const auto beside = subtitle && !is_empty(record[subtitle->name])
            ? entry_text(*subtitle, record[subtitle->name], store_, translate_)
            : record.id.text();
        names.push_back(title_text(record) + "（" + beside + "）");
    }
    if (rivals.size() > named_rivals)
        names.emplace_back("…");
    refuse(row, def_.title,
        {msgid(
             "The row may be about any of {1} records: {2}. Fill in what tells them apart, or the "
             "column “id” of an export"),
            {std::to_string(rivals.size()), join(names, "、")}});
}

ImportError RowImport::complaint(const ReadRow& row, std::string_view name, Message reason) const
{
    const auto* field = field_or_null(def_, name);
    ImportError error{
        .row = row.number, .column = column_of(row, field), .reason = std::move(reason)};
    if (field) {
        const auto index = def_.index_of(field->name);
        error.value = row.text_of(index);
        if (row.columns[index] < plan_.heads.size())
            error.at = row.columns[index];
    } else {
        error.at = plan_.id_column;
    }
    return error;
}

std::string RowImport::title_text(const Record& record) const
{
    return entry_text(*def_.find(def_.title), record[def_.title], store_, translate_);
}

std::string RowImport::column_of(const ReadRow& row, const FieldDef* field) const
{
    if (!field)
        return plan_.id_column ? plan_.heads[*plan_.id_column] : std::string();
    const auto column = row.columns[def_.index_of(field->name)];
    return column < plan_.heads.size() ? plan_.heads[column] : translate_(field->label);
}

} // namespace model
