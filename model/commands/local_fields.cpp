#include "model/commands/local_fields.h"

#include "model/entities/local_field.h"

#include <algorithm>

namespace model {

namespace {

bool is_definition(const Record& record)
{
    return record.def->id == def_of<LocalField>().id;
}

/// How many records of the register hold a value of the field, those of the recycle bin included.
std::int64_t values_of(RecordStore& store, const EntityDef& def, int fid)
{
    return guarded(store.db(), [&] {
        SQLite::Statement kept(store.db().handle(),
            "SELECT count(*) FROM ext_field JOIN rec USING (rid) WHERE rec.kind = ? AND fid = ? "
            "AND "
            "value <> 'null'");
        kept.bind(1, def.id);
        kept.bind(2, fid);
        kept.executeStep();
        auto count = kept.getColumn(0).getInt64();
        if (const auto* field = def.find(fid)) {
            SQLite::Statement held(store.db().handle(),
                "SELECT count(*) FROM " + quoted(def.name) + " WHERE " + quoted(field->name)
                    + " IS NOT NULL");
            held.executeStep();
            count += held.getColumn(0).getInt64();
        }
        return count;
    });
}

} // namespace

void fill_in_owner(RecordStore& store, Record& record)
{
    if (!is_definition(record))
        return;
    const auto self = store.self();
    const auto is_own = is_empty(record["region"]) || to_text(record["region"]) == self.region;
    if (is_empty(record["region"]) && !self.region.empty())
        record["region"] = self.region;
    if (is_own && is_empty(record["office"]) && !self.office.empty())
        record["office"] = self.office;
}

bool is_number_taken(RecordStore& store, const Record& definition)
{
    if (!is_definition(definition))
        return false;
    const auto fid = extra_field_id(definition.id);
    const auto* on = store.catalog().find(to_text(definition["register"]));
    if (!on)
        return false;
    if (on->find(fid) || values_of(store, *on, fid) > 0)
        return true;
    const auto others = store.where(def_of<LocalField>(), "register", definition["register"]);
    return std::ranges::any_of(
        others, [&](const Record& other) { return extra_field_id(other.id) == fid; });
}

/// Values may stand, or wait to be sent, in files that this one knows nothing of; and their form is
/// that of the kind.
Findings check_extra_field_change(const Record& before, const Record& after)
{
    if (!is_definition(before))
        return {};
    Findings findings;
    for (const std::string_view name : {"register", "kind"})
        if (before[name] != after[name])
            findings.push_back({.rule = "LF07",
                .field = name,
                .message = {msgid("The register and the kind of a field stay as they were added: "
                                  "end this one and add another")}});
    return findings;
}

std::vector<FieldEdit> edits_in_use(
    RecordStore& store, const EntityDef& def, std::vector<FieldEdit> edits)
{
    Transaction reading(store.db(), TransactionKind::reading); // which looks at the definitions
    const auto* now = store.catalog().find(def.id);
    std::erase_if(edits, [&](const FieldEdit& edit) { return now && !now->find(edit.field->id); });
    reading.commit();
    return edits;
}

} // namespace model
