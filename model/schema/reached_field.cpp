#include "model/schema/reached_field.h"

#include <map>
#include <memory>
#include <mutex>
#include <tuple>

namespace model {

namespace {

struct Kept {
    ReachedField reached;
    std::string name;
    FieldDef column;
};

/// Whatever was ever reached, for all threads.
struct All {
    std::mutex mutex;
    std::map<std::tuple<const FieldDef*, const EntityDef*, const FieldDef*>, std::unique_ptr<Kept>>
        columns;
    std::map<const FieldDef*, const ReachedField*> reached;
};

All& all()
{
    static All kept;
    return kept;
}

std::unique_ptr<Kept> put_together(const ReachedField& reached)
{
    auto kept = std::make_unique<Kept>(
        Kept{reached, std::string(reached.reference->name) + '.' + std::string(reached.field->name),
            *reached.field});
    auto& column = kept->column;
    column.id = 0;
    column.name = kept->name;
    column.required = false;
    column.group = nullptr;
    column.personal = reached.reference->personal || reached.field->personal;
    return kept;
}

} // namespace

const FieldDef& reach(const FieldDef& reference, const EntityDef& other, const FieldDef& field)
{
    auto& known = all();
    const std::lock_guard lock(known.mutex);
    auto& kept = known.columns[{&reference, &other, &field}];
    if (!kept) {
        kept = put_together({&reference, &other, &field});
        known.reached.emplace(&kept->column, &kept->reached);
    }
    return kept->column;
}

const ReachedField* reached_by(const FieldDef& column)
{
    if (column.id != 0)
        return nullptr;
    auto& known = all();
    const std::lock_guard lock(known.mutex);
    const auto found = known.reached.find(&column);
    return found == known.reached.end() ? nullptr : found->second;
}

const EntityDef* led_to(const FieldDef& reference, const Catalog& catalog)
{
    const auto* other =
        reference.type == Type::reference ? catalog.find(reference.refers_to) : nullptr;
    const bool is_open =
        other && !other->hidden && !other->administrative && other->reach != Reach::restricted;
    return is_open ? other : nullptr;
}

const FieldDef* find_column(const EntityDef& def, const Catalog& catalog, std::string_view name)
{
    const auto dot = name.find('.');
    const auto* field = def.find(name.substr(0, dot));
    if (!field || dot == std::string_view::npos)
        return field;
    const auto* other = led_to(*field, catalog);
    const auto* reached = other ? other->find(name.substr(dot + 1)) : nullptr;
    return reached && reached->type != Type::attachment ? &reach(*field, *other, *reached)
                                                        : nullptr;
}

std::vector<const FieldDef*> reachable_columns(const EntityDef& def, const Catalog& catalog)
{
    std::vector<const FieldDef*> columns;
    for (const auto& reference : def.fields) {
        const auto* other = led_to(reference, catalog);
        if (!other)
            continue;
        for (const auto& field : other->fields)
            if (field.type != Type::attachment && field.name != other->title)
                columns.push_back(&reach(reference, *other, field));
    }
    return columns;
}

std::string column_label(const FieldDef& column, const Translate& translate)
{
    const auto* reached = reached_by(column);
    if (!reached)
        return translate(column.label);
    return render({msgid("{1}: {2}"),
                      {translate(reached->reference->label), translate(reached->field->label)}},
        translate);
}

} // namespace model
