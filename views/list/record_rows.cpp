#include "views/list/record_rows.h"

#include "model/base/text.h"
#include "model/store/filter.h"
#include "model/store/order.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

constexpr std::size_t kept_rows = 2000; ///< several screens, so that scrolling back reads nothing

bool is_searched(const model::FieldDef& field)
{
    using enum model::Type;
    return field.type == text || field.type == choice || field.type == set
        || field.type == reference;
}

} // namespace

std::string containing(
    const model::EntityDef& def, const std::vector<std::size_t>& fields, const std::string& typed)
{
    auto words = model::trimmed(typed);
    std::erase_if(words, [](char c) { return c == '"' || c == '\\'; });
    if (words.empty())
        return {};
    std::string expression;
    for (const auto i : fields) {
        const auto& field = def.fields[i];
        if (!is_searched(field))
            continue;
        if (!expression.empty())
            expression += " or ";
        expression.append(field.name).append("~\"").append(words).append("\"");
    }
    return expression;
}

RecordRows::RecordRows(model::RecordStore& store, const model::EntityDef& def)
    : store_(store)
    , def_(def)
{
    for (std::size_t i = 0; i < def.fields.size(); ++i)
        if (def.fields[i].width > 0)
            columns_.push_back(i);
}

void RecordRows::query(const wxString& typed, const Sorting& sorting)
{
    model::Query query{.def = &def_};
    total_ = store_.count(query);
    if (const auto expression = containing(def_, columns_, from_wx(typed)); !expression.empty())
        model::compile(expression, query, store_.catalog(), language());
    if (sorting.field)
        query.order = model::order_by(*sorting.field, store_.catalog(), sorting.descending);
    ids_ = store_.ids(query);
    read_.clear();
    titles_.clear();
    today_ = store_.today();
}

std::optional<std::size_t> RecordRows::row_of(const model::Uuid& id) const
{
    const auto found = std::ranges::find(ids_, id);
    if (found == ids_.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - ids_.begin());
}

wxString RecordRows::text(std::size_t row, std::size_t column)
{
    const auto field = columns_.at(column);
    return display(def_.fields[field], at(row).values[field],
        [this](const model::Uuid& id) { return title(id); });
}

bool RecordRows::has_ended(std::size_t row)
{
    if (def_.end.empty())
        return false;
    const auto* end = std::get_if<model::Date>(&at(row)[def_.end]);
    return end && *end < today_;
}

const model::Record& RecordRows::at(std::size_t row)
{
    if (const auto found = read_.find(row); found != read_.end())
        return found->second;
    if (read_.size() >= kept_rows)
        read_.clear();
    auto record = store_.find(def_, id(row));
    // Another program may have deleted it since the ids were read; the row is empty until then.
    return read_.emplace(row, record.value_or(model::Record::empty(def_, id(row)))).first->second;
}

wxString RecordRows::title(const model::Uuid& id)
{
    const auto [found, is_new] = titles_.try_emplace(id);
    if (is_new)
        found->second = title_of(store_, id);
    return found->second;
}

} // namespace views
