#include "model/exchange/row_reader.h"

#include "model/base/text.h"
#include "model/commands/new_record.h"
#include "model/exchange/reference_words.h"
#include "model/rules/normal.h"
#include "model/rules/window_numbers.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

/// The words of a sheet that are remembered for each column.
constexpr std::size_t most_words = 20'000;

/// Fields whose texts are codes and numbers, which a spreadsheet likes to mend.
bool is_code(const FieldDef& field)
{
    return std::ranges::any_of(
        std::array<std::string_view, 5>{"code", "number", "phone", "badge", "region"},
        [&](std::string_view end) { return field.name.ends_with(end); });
}

/// Why what a spreadsheet made of a text cannot be taken.
std::optional<Message> spoilt(const FieldDef& field, const Cell& cell)
{
    if (cell.kind == Cell::Kind::error)
        return Message{msgid("The formula in the cell gives the error {1}: type the value itself"),
            {cell.text}};
    if (field.type != Type::text)
        return std::nullopt;
    if (may_be_rounded(cell) && (cell.kind == Cell::Kind::number || is_code(field)))
        return Message{
            msgid("The spreadsheet rounded this number to 15 digits: format the column as text and "
                  "type the number anew from the document"),
            {}};
    if (cell.kind == Cell::Kind::date && is_code(field))
        return Message{msgid("The spreadsheet made a date of this: format the column as text and "
                             "type it anew"),
            {}};
    return std::nullopt;
}

bool is_masked(const FieldDef& field, std::string_view text)
{
    return field.personal && text.find("**") != std::string_view::npos;
}

/// As "01", not as "行政许可".
bool is_written_as_code(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_words(const FieldDef& field)
{
    return field.type == Type::choice || field.type == Type::set || field.type == Type::boolean
        || field.type == Type::reference;
}

} // namespace

std::string ReadRow::text_of(std::size_t field) const
{
    return columns[field] < row->cells.size() ? row->cells[columns[field]].text : std::string();
}

RowReader::RowReader(RecordStore& store, Snapshot& snapshot, const ImportPlan& plan,
    const EntityDef& def, const std::vector<Translate>& languages, UnitsOnTheWay* units)
    : store_(store)
    , snapshot_(snapshot)
    , plan_(plan)
    , translate_(languages.empty() ? [](const char* id) { return std::string(id); } : languages[0])
    , entries_(store, languages)
    , units_(units)
{
    row_.given = Record::empty(def, {});
    row_.columns.resize(def.fields.size(), static_cast<std::size_t>(-1));
}

ReadRow& RowReader::read(const SheetRow& row)
{
    row_.number = row.number;
    row_.row = &row;
    row_.given.id = {};
    std::ranges::fill(row_.given.values, Value{});
    row_.problems.clear();
    row_.in_words.clear();
    row_.renamed.clear();
    row_.units.clear();
    if (plan_.id_column)
        read_id(row);
    for (const auto& source : plan_.sources) {
        const auto field = static_cast<std::size_t>(source.field - row_.given.def->fields.data());
        row_.columns[field] = source.columns.front();
        for (const auto column : source.columns) {
            if (column >= row.cells.size() || without_white_ends(row.cells[column].text).empty())
                continue;
            row_.columns[field] = column;
            auto entry = read_cell(*source.field, row.cells[column]);
            if (auto* value = std::get_if<Value>(&entry)) {
                row_.given.values[field] = std::move(*value);
                note_renamed(*source.field, column, row.cells[column].text);
                compare_others(row, source, column, row_.given.values[field]);
            } else if (!keep_in_words(*source.field, column, row.cells[column].text)) {
                row_.problems.push_back({source.field, column, row.cells[column].text,
                    std::move(std::get<Message>(entry))});
            }
            break;
        }
    }
    return row_;
}

/// A village writes down what it was asked for, whatever the catalog calls it. Where the register
/// has a text for that as well as a reference, a name that nothing here bears goes there; of a
/// code, and of a name beside a text of its own column, only the clerk can tell what is meant.
bool RowReader::keep_in_words(const FieldDef& field, std::size_t column, const std::string& text)
{
    const auto& def = *row_.given.def;
    const auto* words = field.type == Type::reference ? words_instead(def, field) : nullptr;
    if (!words || plan_.source(words->name) || is_written_as_code(text)
        || may_name_one(store_.catalog().get(field.refers_to), text))
        return false;
    auto kept = entries_.read(*words, text);
    if (!std::holds_alternative<Value>(kept))
        return false;
    const auto index = def.index_of(words->name);
    row_.given.values[index] = std::get<Value>(std::move(kept));
    row_.columns[index] = column;
    row_.in_words.push_back({&field, column, text, {}});
    return true;
}

/// A window is found by a number it had before, which is worth a word.
void RowReader::note_renamed(const FieldDef& field, std::size_t column, const std::string& text)
{
    if (field.refers_to != "window")
        return;
    const auto [known, is_new] = numbers_now_.try_emplace(text);
    if (is_new) {
        const auto& id = std::get<Uuid>(row_.given[field.name]);
        const auto window = store_.find(store_.catalog().get("window"), id);
        if (window && once_had_number(*window, text))
            known->second = window->title();
    }
    if (!known->second.empty())
        row_.renamed.push_back({&field, column, text,
            {msgid("No window has the number “{1}” now: the row is taken for window {2}, which had "
                   "it before"),
                {text, known->second}}});
}

/// A code and its word stand in two columns of many sheets. Where they contradict each other, only
/// the clerk can tell which is right. Two columns of units are no such pair: who carries a matter
/// out and who answers for it may well differ, and the first column counts.
void RowReader::compare_others(
    const SheetRow& row, const ImportPlan::Source& source, std::size_t taken, const Value& value)
{
    if (source.columns.size() == 1 || !has_words(*source.field)
        || source.field->type == Type::reference)
        return;
    const auto first = std::ranges::find(source.columns, taken);
    for (const auto column : std::ranges::subrange(first + 1, source.columns.end())) {
        if (column >= row.cells.size() || without_white_ends(row.cells[column].text).empty())
            continue;
        const auto& text = row.cells[column].text;
        // Two columns of words may be two things, such as where a matter belongs and where it is
        // done.
        if (is_written_as_code(text) == is_written_as_code(row.cells[taken].text))
            continue;
        const auto other = read_cell(*source.field, row.cells[column]);
        if (const auto* beside = std::get_if<Value>(&other); beside && *beside != value)
            row_.problems.push_back({source.field, column, text,
                {msgid(
                     "“{1}” in the column “{2}” says otherwise: correct one of the two, or let one "
                     "of the columns stand for nothing"),
                    {row.cells[taken].text, plan_.heads[taken]}},
                true});
    }
}

void RowReader::read_id(const SheetRow& row)
{
    const auto column = *plan_.id_column;
    if (column >= row.cells.size() || row.cells[column].text.empty())
        return;
    const auto& text = row.cells[column].text;
    if (const auto id = Uuid::parse(trimmed(text)))
        row_.given.id = *id;
    else
        row_.problems.push_back({nullptr, column, text,
            {msgid("“{1}” is no id of a record: clear the cell for a new record"), {text}}});
}

Entry RowReader::read_cell(const FieldDef& field, const Cell& cell)
{
    if (auto reason = spoilt(field, cell))
        return std::move(*reason);
    if (is_masked(field, cell.text))
        return Message{
            msgid("“{1}” is masked and not what the record holds: write it out, or clear "
                  "the cell"),
            {cell.text}};
    if (field.name == "type")
        if (const auto said = type_codes_.find(half_width(trimmed(cell.text)));
            said != type_codes_.end())
            return read_word(field, said->second);
    if (has_words(field))
        return read_word(field, cell.text);
    if (field.type == Type::date)
        if (const auto date = parse_iso_date(cell.text))
            return Value{*date};
    auto entry = entries_.read(field, cell.text);
    if (auto* value = std::get_if<Value>(&entry))
        *value = normalised(field, std::move(*value));
    return entry;
}

Entry RowReader::read_word(const FieldDef& field, const std::string& text)
{
    auto& words = words_[&field];
    if (const auto known = words.find(text); known != words.end())
        return known->second;
    auto entry =
        field.type == Type::reference ? read_reference(field, text) : entries_.read(field, text);
    // A unit still to be made may yet go with its row.
    if (words.size() < most_words && row_.units.empty())
        words.emplace(text, entry);
    return entry;
}

Entry RowReader::read_reference(const FieldDef& field, const std::string& text)
{
    const auto& def = store_.catalog().get(field.refers_to);
    const auto made = units_ && def.name == "unit" ? units_->made(text) : std::nullopt;
    if (made)
        return Value{*made};
    if (may_name_one(def, text))
        return entries_.read(field, text);
    if (!units_ || def.name != "unit")
        return Message{msgid("There is no {2} “{1}”: enter it first, or correct the name"),
            {text, translate_(def.label)}};
    auto unit = units_->propose(text);
    const auto id = unit.id;
    if (!snapshot_.of(def).find(id))
        row_.units.push_back(std::move(unit));
    return Value{id};
}

bool RowReader::may_name_one(const EntityDef& def, const std::string& text)
{
    const auto word = trimmed(text);
    auto& held = snapshot_.of(def);
    const auto is_called = [&](std::string_view name, const std::string& what) {
        const auto field = def.index_of(name);
        return field < def.fields.size()
            && held.first_where({&field, 1}, {&what, 1}, [](HeldRecords::Index) { return true; });
    };
    if (Uuid::parse(word) || is_called(def.title, word) || is_called(def.subtitle, word))
        return true;
    for (const auto group : def.match)
        if (is_called(group, word))
            return true;
    const auto open = std::min(word.rfind("（"), word.rfind('('));
    return (open != std::string::npos && is_called(def.title, trimmed(word.substr(0, open))))
        || !once_called(store_, def, word).empty();
}

} // namespace model
