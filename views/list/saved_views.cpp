#include "views/list/saved_views.h"

#include "model/base/text.h"
#include "model/schema/reached_field.h"

#include <algorithm>

namespace views {

namespace {

std::string setting(const model::EntityDef& def)
{
    return "views/" + std::string(def.name);
}

/// Text that may stand between tabs in a line.
std::string one_word(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return model::trimmed(text);
}

/// "name, layout, anywhere, field=filter …", parted by tabs.
std::string line_of(const std::string& name, const ListView& view)
{
    std::vector<std::string> parts{name, view.layout.text(), one_word(view.anywhere)};
    for (const auto& [field, typed] : view.cells)
        parts.push_back(std::string(field->name) + '=' + one_word(typed));
    return model::join(parts, "\t");
}

/// Fields there are no longer are passed over.
ListView view_of(const model::EntityDef& def, const model::Catalog& catalog,
    const std::vector<std::string>& parts)
{
    ListView view{.layout = ListLayout::parse(def, catalog, parts.at(1)),
        .cells = {},
        .anywhere = parts.at(2)};
    for (std::size_t i = 3; i < parts.size(); ++i) {
        const auto sign = std::min(parts[i].find('='), parts[i].size());
        const auto* field = model::find_column(def, catalog, parts[i].substr(0, sign));
        const auto typed = parts[i].substr(std::min(sign + 1, parts[i].size()));
        if (field && view.layout.shows(*field) && !typed.empty())
            view.cells.emplace_back(field, typed);
    }
    return view;
}

} // namespace

SavedViews::SavedViews(
    const model::EntityDef& def, const model::Catalog& catalog, Settings settings)
    : def_(def)
    , settings_(std::move(settings))
{
    read(catalog);
}

/// The first line names the view to begin with.
void SavedViews::read(const model::Catalog& catalog)
{
    const auto lines = model::split(settings_.read(setting(def_)), '\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto parts = model::split(lines[i], '\t');
        if (i == 0)
            first_ = lines[0];
        else if (parts.size() >= 3 && !parts[0].empty())
            views_.emplace_back(parts[0], view_of(def_, catalog, parts));
    }
    if (!find(first_))
        first_.clear();
}

void SavedViews::write() const
{
    auto text = first_;
    for (const auto& [name, view] : views_)
        text += '\n' + line_of(name, view);
    settings_.write(setting(def_), text);
}

std::vector<std::string> SavedViews::names() const
{
    std::vector<std::string> names;
    for (const auto& each : views_)
        names.push_back(each.first);
    return names;
}

const ListView* SavedViews::find(const std::string& name) const
{
    const auto found =
        std::ranges::find_if(views_, [&](const auto& each) { return each.first == name; });
    return found == views_.end() ? nullptr : &found->second;
}

std::string SavedViews::save(const std::string& name, const ListView& view)
{
    const auto kept = one_word(name);
    if (kept.empty())
        return kept;
    const auto found =
        std::ranges::find_if(views_, [&](const auto& each) { return each.first == kept; });
    if (found == views_.end())
        views_.emplace_back(kept, view);
    else
        found->second = view;
    write();
    return kept;
}

bool SavedViews::rename(const std::string& name, const std::string& to)
{
    const auto kept = one_word(to);
    if (kept == name)
        return true;
    if (kept.empty() || find(kept))
        return false;
    for (auto& each : views_)
        if (each.first == name)
            each.first = kept;
    if (first_ == name)
        first_ = kept;
    write();
    return true;
}

void SavedViews::remove(const std::string& name)
{
    std::erase_if(views_, [&](const auto& each) { return each.first == name; });
    if (first_ == name)
        first_.clear();
    write();
}

void SavedViews::begin_with(const std::string& name)
{
    first_ = find(name) ? name : std::string();
    write();
}

} // namespace views
