#include "views/list/list_layout.h"

#include "model/base/text.h"
#include "model/schema/reached_field.h"

#include <algorithm>
#include <charconv>

namespace views {

namespace {

constexpr int narrowest = 30;
constexpr int widest = 2000;
constexpr int width_without_a_statement = 120;

int width_of(std::string_view text, const model::FieldDef& field)
{
    int width = usual_width(field);
    std::from_chars(text.data(), text.data() + text.size(), width);
    return std::clamp(width, narrowest, widest);
}

} // namespace

int usual_width(const model::FieldDef& field)
{
    return field.width > 0 ? field.width : width_without_a_statement;
}

ListLayout ListLayout::standard(const model::EntityDef& def)
{
    ListLayout layout;
    for (const auto& field : def.fields)
        if (field.width > 0)
            layout.columns.push_back({&field, field.width});
    return layout;
}

ListLayout ListLayout::parse(
    const model::EntityDef& def, const model::Catalog& catalog, const std::string& text)
{
    const auto find = [&](const std::string& name) {
        return model::find_column(def, catalog, name);
    };
    ListLayout layout;
    const auto parts = model::split(text, '/');
    for (const auto& word : model::split(parts[0], ' ')) {
        const auto colon = std::min(word.find(':'), word.size());
        const auto* field = find(word.substr(0, colon));
        if (field && !layout.shows(*field))
            layout.columns.push_back(
                {field, width_of(word.substr(std::min(colon + 1, word.size())), *field)});
    }
    if (layout.columns.empty())
        return standard(def);
    for (const auto& word : model::split(parts.size() > 1 ? parts[1] : std::string(), ' ')) {
        const bool descending = word.starts_with('-');
        const auto* field = find(word.substr(descending ? 1 : 0));
        if (field && layout.shows(*field))
            layout.order.push_back({field, descending});
    }
    const auto* group = parts.size() > 2 ? find(parts[2]) : nullptr;
    layout.group = group && layout.shows(*group) ? group : nullptr;
    return layout;
}

std::string ListLayout::text() const
{
    std::vector<std::string> shown;
    for (const auto& column : columns)
        shown.push_back(std::string(column.field->name) + ':' + std::to_string(column.width));
    std::vector<std::string> keys;
    for (const auto& key : order)
        keys.push_back((key.descending ? "-" : "") + std::string(key.field->name));
    auto text = model::join(shown, " ") + '/' + model::join(keys, " ");
    return group ? text + '/' + std::string(group->name) : text;
}

bool ListLayout::shows(const model::FieldDef& field) const
{
    return std::ranges::find(columns, &field, &Column::field) != columns.end();
}

} // namespace views
