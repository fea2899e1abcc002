#include "model/store/file_catalog.h"

#include "model/store/extra_columns.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>
#include <utility>

namespace model {

namespace {

constexpr const char* name_of_state = "hallkeeper.catalogs";

using Extras = ExtraColumns::Extras;

std::string kept_in_meta(SQLite::Database& db, const char* name)
{
    SQLite::Statement row(db, "SELECT value FROM meta WHERE name = ?");
    row.bind(1, std::string(name));
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

/// What tells that definitions changed, or that this is another office's file.
std::string token_of(SQLite::Database& db)
{
    SQLite::Statement row(db,
        "SELECT group_concat(value, ' ') FROM (SELECT value FROM meta WHERE name IN "
        "('local_fields', 'region', 'role') ORDER BY name)");
    row.executeStep();
    return ' ' + row.getColumn(0).getString();
}

std::string text_of(const SQLite::Column& column)
{
    return column.isNull() ? std::string() : column.getString();
}

std::optional<ExtraKind> kind_of(std::string_view code)
{
    for (std::size_t i = 0; i < choices_of<ExtraKind>.size(); ++i)
        if (choices_of<ExtraKind>[i].code == code)
            return static_cast<ExtraKind>(i);
    return std::nullopt;
}

/// Definitions in use, in the order of the form: the county's before a township's.
Extras read_definitions(SQLite::Database& db)
{
    SQLite::Statement rows(db,
        "SELECT rec.id, d.register, d.label, d.kind, d.choices, d.required, d.personal, d.hint, "
        "d.office, d.region FROM local_field AS d JOIN rec USING (rid) WHERE rec.deleted = 0 AND "
        "d.retired IS NULL ORDER BY length(d.region), d.region, ifnull(d.position, 9999), rec.id");
    Extras extras;
    std::map<std::pair<std::string, int>, Uuid> taken;
    while (rows.executeStep()) {
        const auto id = column_id(rows.getColumn(0));
        const auto on = text_of(rows.getColumn(1));
        const auto kind = kind_of(text_of(rows.getColumn(3)));
        ExtraField extra{.id = extra_field_id(id),
            .office = text_of(rows.getColumn(8)),
            .region = {},
            .label = text_of(rows.getColumn(2)),
            .kind = kind.value_or(ExtraKind::text),
            .choices = choices_in(text_of(rows.getColumn(4))),
            .required = rows.getColumn(5).getInt() != 0,
            .personal = rows.getColumn(6).getInt() != 0,
            .hint = text_of(rows.getColumn(7)),
            .region_code = text_of(rows.getColumn(9))};
        if (!kind || on.empty() || extra.label.empty())
            continue;
        // Of two that drew one number while neither knew of the other, every machine drops the
        // same.
        auto [other, is_new] = taken.try_emplace({on, extra.id}, id);
        auto& fields = extras[on];
        if (!is_new && other->second < id)
            continue;
        if (!is_new)
            std::erase_if(fields, [&](const ExtraField& each) { return each.id == extra.id; });
        other->second = id;
        const auto region = Region::of(extra.region_code);
        if (region && is_below_county(region->first))
            extra.region = *region;
        fields.push_back(std::move(extra));
    }
    return extras;
}

/// A field of one township cannot be asked of the county's own records, nor of another's; and of a
/// sending unit none can, for the offices keep these fields.
void ask_only_here(SQLite::Database& db, Extras& extras)
{
    const auto own = Region::of(kept_in_meta(db, "region"));
    const bool is_unit = kept_in_meta(db, "role") == role_name(Role::unit);
    for (auto& [on, fields] : extras)
        for (auto& extra : fields)
            extra.required = extra.required && !is_unit
                && (extra.region == Region{} || (own && extra.region.contains(*own)));
}

/// The catalog of one connection.
class FileCatalog {
public:
    explicit FileCatalog(const Catalog& program) : program_(program), current_(program) {}

    const Catalog& program() const { return program_; }
    const Catalog& current() const { return current_; }

    void renew(SQLite::Database& db, const std::string& token, Renewal renewal)
    {
        if (token == token_)
            return;
        auto extras = read_definitions(db);
        std::erase_if(extras, [&](const auto& each) { return !may_be_extended(each.first); });
        const ExtraColumns columns(db, program_);
        bool is_whole = true;
        if (renewal == Renewal::writing)
            columns.fit(extras);
        else
            is_whole = columns.leave_out_missing(extras);
        ask_only_here(db, extras);
        std::vector<const EntityDef*> entities;
        for (const auto* def : program_.every()) {
            const auto found = extras.find(def->name);
            entities.push_back(found == extras.end() ? def : &extended(*def, found->second));
        }
        current_ = Catalog(kept_list(entities));
        token_ = is_whole ? token : std::string();
    }

private:
    /// Whatever a definition says that came from elsewhere: accounts, what is hidden and what is
    /// restricted are what the program made them.
    bool may_be_extended(std::string_view entity) const
    {
        const auto* def = program_.find(entity);
        return def && !def->administrative && !def->hidden && def->reach != Reach::restricted;
    }

    const Catalog& program_;
    Catalog current_; ///< assigned anew; the entities it names are never changed
    std::string token_;
};

using FileCatalogs = std::vector<std::unique_ptr<FileCatalog>>;

FileCatalogs* catalogs_of(SQLite::Database& db)
{
    return static_cast<FileCatalogs*>(sqlite3_get_clientdata(db.getHandle(), name_of_state));
}

void drop(void* state)
{
    delete static_cast<FileCatalogs*>(state);
}

} // namespace

const Catalog& file_catalog(Database& db, const Catalog& catalog)
{
    if (!catalog.find("local_field"))
        return catalog;
    auto* all = catalogs_of(db.handle());
    if (!all) {
        all = new FileCatalogs; // SQLite keeps it with the connection, and drop() ends it
        if (sqlite3_set_clientdata(db.handle().getHandle(), name_of_state, all, drop) != SQLITE_OK)
            throw std::bad_alloc();
    }
    const auto found =
        std::ranges::find_if(*all, [&](const auto& each) { return &each->program() == &catalog; });
    if (found != all->end())
        return (*found)->current();
    auto& made = *all->emplace_back(std::make_unique<FileCatalog>(catalog));
    try {
        made.renew(db.handle(), token_of(db.handle()), Renewal::reading);
    } catch (const SQLite::Exception& error) {
        all->pop_back();
        throw StoreError(store_message(error, db.path()));
    }
    return made.current();
}

void renew_catalogs(SQLite::Database& db, Renewal renewal)
{
    auto* all = catalogs_of(db);
    if (!all || all->empty())
        return;
    const auto token = token_of(db);
    for (const auto& each : *all)
        each->renew(db, token, renewal);
}

} // namespace model
