#include "model/exchange/row_match.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

using Index = HeldRecords::Index;
using Fields = std::vector<std::size_t>;

/// Of which records without a number may be alike.
constexpr std::array alike_without_number{"complaint", "bad_rating", "unable_case"};

/// "unit+number" as the positions of the two fields.
Fields fields_of(const EntityDef& def, std::string_view group)
{
    Fields fields;
    for (const auto& name : split(group, '+'))
        fields.push_back(def.index_of(name));
    return fields;
}

bool holds(const Fields& fields, std::size_t field)
{
    return std::ranges::find(fields, field) != fields.end();
}

void add(Fields& fields, const Fields& more, const Fields& except)
{
    for (const auto field : more)
        if (!holds(fields, field) && !holds(except, field))
            fields.push_back(field);
}

} // namespace

RowMatcher::RowMatcher(HeldRecords& held) : held_(held)
{
    for (std::size_t i = 0; i < held.def().match.size(); ++i) {
        groups_.push_back(group_of(i));
        add(looked_at_, groups_.back().fields, {});
        add(looked_at_, groups_.back().telling, {});
    }
}

RowMatcher::Group RowMatcher::group_of(std::size_t number) const
{
    const auto& def = held_.def();
    Group group{.fields = fields_of(def, def.match[number])};
    group.may_be_alike = number > 0
        && std::ranges::find(alike_without_number, def.name) != alike_without_number.end();
    for (std::size_t better = 0; better < number; ++better)
        add(group.telling, fields_of(def, def.match[better]), group.fields);
    // The identity may want more than the group asks for: a place's region beside its name.
    for (const auto identity : def.identity) {
        const auto fields = fields_of(def, identity);
        if (std::ranges::all_of(group.fields, [&](auto field) { return holds(fields, field); }))
            add(group.telling, fields, group.fields);
    }
    // People of one name are told apart by their birthdays too.
    if (const auto birth = def.index_of("birth"); number > 0 && birth < def.fields.size())
        add(group.telling, {birth}, group.fields);
    return group;
}

RowMatch RowMatcher::find(const Record& given, const IsTaken& is_taken)
{
    std::vector<std::string> texts(given.values.size());
    for (const auto field : looked_at_)
        texts[field] = to_text(given.values[field]);
    for (const auto& group : groups_) {
        std::vector<std::string> wanted;
        for (const auto field : group.fields)
            wanted.push_back(texts[field]);
        if (std::ranges::any_of(wanted, [](const auto& text) { return text.empty(); }))
            continue;
        auto found = held_.where(group.fields, wanted);
        std::erase_if(found, [&](Index record) { return contradicts(record, group, texts); });
        if (group.may_be_alike && is_taken)
            std::erase_if(found, is_taken);
        if (found.size() > 1)
            keep_current(found);
        if (group.may_be_alike && found.size() > 1)
            return {.record = nearest(found, given)};
        if (found.size() == 1)
            return {.record = found.front()};
        if (found.size() > 1)
            return {.rivals = std::move(found)};
    }
    return {};
}

bool RowMatcher::contradicts(
    Index record, const Group& group, const std::vector<std::string>& texts) const
{
    return std::ranges::any_of(group.telling, [&](std::size_t field) {
        const auto held = held_.text(record, field);
        return !held.empty() && !texts[field].empty() && held != texts[field]
            && folded(held) != folded(texts[field]);
    });
}

/// The one that holds most of what the row gives, and of such the one that holds least besides.
Index RowMatcher::nearest(const std::vector<Index>& records, const Record& given) const
{
    const auto nearness = [&](Index record) {
        int agrees = 0;
        int besides = 0;
        for (std::size_t field = 0; field < given.values.size(); ++field) {
            const auto held = held_.text(record, field);
            const auto text = to_text(given.values[field]);
            agrees += !text.empty() && held == text;
            besides += text.empty() && !held.empty();
        }
        return std::pair{-agrees, besides};
    };
    return *std::ranges::min_element(records, {}, nearness);
}

void RowMatcher::keep_current(std::vector<Index>& records) const
{
    if (held_.def().end.empty())
        return;
    const auto end = held_.def().index_of(held_.def().end);
    const auto has_ended = [&](Index record) { return !held_.text(record, end).empty(); };
    if (!std::ranges::all_of(records, has_ended))
        std::erase_if(records, has_ended);
}

} // namespace model
