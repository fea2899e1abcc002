#include "model/exchange/staff_sheet.h"

#include "model/access/masking.h"
#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/exchange/entry.h"
#include "model/exchange/sheet_columns.h"

#include <array>
#include <map>

namespace model {

namespace {

/// A column of the roster: a field of one of the three registers it is made of.
struct Part {
    std::string_view entity;
    std::string_view field;
};

constexpr std::array parts{
    Part{"person", "name"},
    Part{"person", "sex"},
    Part{"posting", "unit"},
    Part{"posting", "place"},
    Part{"window_staff", "window"},
    Part{"posting", "source"},
    Part{"posting", "identity"},
    Part{"posting", "post"},
    Part{"posting", "from"},
    Part{"person", "phone"},
};

bool goes_on(const Record& record, Date today)
{
    const auto* end = std::get_if<Date>(&record[record.def->end]);
    return !end || *end >= today;
}

/// The records about each person that have not ended and may be given away.
std::map<Uuid, std::vector<Record>> current_of(
    RecordStore& store, const Permission& permission, std::string_view entity)
{
    std::map<Uuid, std::vector<Record>> all;
    const auto today = store.today();
    const auto& def = store.catalog().get(entity);
    const auto where = permission.extent(Action::export_out, def).condition(def);
    store.each({.def = &def, .where = where}, [&](const Record& record) {
        const auto* person = std::get_if<Uuid>(&record["person"]);
        if (person && goes_on(record, today))
            all[*person].push_back(record);
    });
    return all;
}

class StaffLines {
public:
    StaffLines(RecordStore& store, const Permission& permission, const Translate& translate)
        : store_(store)
        , translate_(translate)
        , postings_(current_of(store, permission, "posting"))
        , windows_(current_of(store, permission, "window_staff"))
    {
    }

    /// Each posting of the person, or one line without.
    void write(const Uuid& id, SheetWriter& sheet, std::int64_t& count)
    {
        const auto person = store_.find(store_.catalog().get("person"), id);
        if (!person)
            return;
        static const std::vector<Record> nowhere(1);
        const auto found = postings_.find(id);
        for (const auto& posting : found == postings_.end() ? nowhere : found->second) {
            std::vector<std::string> cells{id.text()};
            for (const auto& part : parts)
                cells.push_back(part.entity == "person" ? text(*person, part.field)
                        : part.entity == "posting"      ? text(posting, part.field)
                                                        : windows_of(id));
            sheet.row(cells);
            ++count;
        }
    }

private:
    std::string text(const Record& record, std::string_view name)
    {
        if (!record.def || is_empty(record[name]))
            return {};
        const auto& field = *record.def->find(name);
        if (const auto* id = std::get_if<Uuid>(&record[name]))
            return store_.title_of(*id);
        return field.personal ? masked(field, record[name])
                              : entry_text(field, record[name], store_, translate_);
    }

    std::string windows_of(const Uuid& person)
    {
        std::vector<std::string> names;
        if (const auto found = windows_.find(person); found != windows_.end())
            for (const auto& staffed : found->second)
                names.push_back(text(staffed, "window"));
        return join(names, "、");
    }

    RecordStore& store_;
    const Translate& translate_;
    std::map<Uuid, std::vector<Record>> postings_;
    std::map<Uuid, std::vector<Record>> windows_;
};

} // namespace

std::int64_t write_staff_sheet(RecordStore& store, const Permission& permission,
    std::span<const Uuid> people, const std::filesystem::path& path, const Translate& translate)
{
    std::vector<SheetColumn> columns{id_column()};
    for (const auto& part : parts) {
        const auto& def = store.catalog().get(part.entity);
        columns.push_back({.head = translate(def.find(part.field)->label),
            .width = sheet_column(def, *def.find(part.field), translate).width});
    }
    const auto sheet = create_sheet(path, columns, {.sheet = translate(msgid("Roster of staff"))});
    StaffLines lines(store, permission, translate);
    std::int64_t count = 0;
    for (const auto& person : people)
        lines.write(person, *sheet, count);
    sheet->finish();
    return count;
}

} // namespace model
