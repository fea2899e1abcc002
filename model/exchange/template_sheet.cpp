#include "model/exchange/template_sheet.h"

#include "model/commands/new_record.h"
#include "model/exchange/reference_words.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::string_view place_field = "place";

std::vector<SheetColumn> columns_of(
    const EntityDef& def, const std::vector<const FieldDef*>& fields, const Translate& translate)
{
    std::vector<SheetColumn> columns{id_column()};
    for (const auto* field : fields) {
        auto& column = columns.emplace_back(sheet_column(def, *field, translate));
        if (is_needed(def, *field, EntryWay::sheet))
            column.head = '*' + column.head;
    }
    return columns;
}

bool has_ended(const Record& record, Date today)
{
    const auto* end = std::get_if<Date>(&record[record.def->end]);
    return end && *end < today;
}

/// What is done at one place, and by whom, as people call it.
class PlaceWords {
public:
    PlaceWords(RecordStore& store, const Uuid& place, const Translate& translate)
        : store_(store)
        , translate_(translate)
    {
        for (const auto* from : {"outlet_item", "posting"})
            for (const auto& record :
                store.where(store.catalog().get(from), place_field, Value{place}))
                if (!has_ended(record, store.today()))
                    take(record);
        std::ranges::sort(people_);
    }

    std::vector<std::string> of(std::string_view register_name) const
    {
        if (register_name == "item")
            return items_;
        return register_name == "person" ? people_ : std::vector<std::string>{};
    }

private:
    void take(const Record& record)
    {
        if (record.def->find("item"))
            add(items_, record["item"]);
        add(people_, record["person"]);
    }

    void add(std::vector<std::string>& words, const Value& value)
    {
        const auto* id = std::get_if<Uuid>(&value);
        if (!id)
            return;
        auto word = word_for(store_, *id, translate_);
        if (std::ranges::find(words, word) == words.end())
            words.push_back(std::move(word));
    }

    RecordStore& store_;
    const Translate& translate_;
    std::vector<std::string> items_;
    std::vector<std::string> people_;
};

} // namespace

void write_template(
    const EntityDef& def, const std::filesystem::path& path, const Translate& translate)
{
    const auto columns = columns_of(def, fields_of_sheets(def), translate);
    create_sheet(path, columns, {.sheet = translate(def.plural)})->finish();
}

void write_place_template(RecordStore& store, const EntityDef& def, const Uuid& place,
    const std::filesystem::path& path, const Translate& translate)
{
    const auto* of_place = def.find(place_field);
    if (!of_place || of_place->type != Type::reference)
        throw UsageError({msgid("The records of “{1}” belong to no place: leave out the place"),
            {translate(def.plural)}});
    if (!store.find(store.catalog().get(of_place->refers_to), place))
        throw UsageError({msgid("There is no such place"), {}});
    const auto fields = fields_of_sheets(def);
    auto columns = columns_of(def, fields, translate);
    const auto name = word_for(store, place, translate);
    const PlaceWords words(store, place, translate);
    std::vector<std::string> cells(columns.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto& column = columns[i + 1];
        if (fields[i] == of_place) {
            column.words = {name};
            cells[i + 1] = name;
        } else if (fields[i]->type == Type::reference) {
            column.words = words.of(fields[i]->refers_to);
            column.only_words = false;
        }
    }
    const auto sheet = create_sheet(path, columns, {.sheet = translate(def.plural)});
    for (int row = 0; row < rows_of_a_place; ++row)
        sheet->row(cells);
    sheet->finish();
}

} // namespace model
