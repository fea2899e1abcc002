#include "model/rules/layer_rules.h"

#include "model/rules/item_kinds.h"

namespace model {

namespace {

std::optional<Item> above(const Item& item, const Context& context)
{
    if (!item.part_of || item.part_of == item.id)
        return std::nullopt;
    const auto record = context.lookup.find(def_of<Item>(), *item.part_of);
    return record ? std::optional(from_record<Item>(*record)) : std::nullopt;
}

std::optional<Finding> goes_round_in_no_circle(const Item& item, const Context& context)
{
    return circle_finding(def_of<Item>(), item.id, "part_of", item.part_of, context);
}

/// A part is handled by whoever handles the whole, or by a unit that was entrusted with it.
std::optional<Finding> unit_is_that_of_the_main_item(const Item& item, const Context& context)
{
    const auto main = above(item, context);
    if (!main || !main->unit || !item.unit || main->unit == item.unit || !item.entrusted.empty())
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "part_of",
        .message = {msgid("The item it is part of ({1}) belongs to another unit: choose another "
                          "one, or enter the unit that is entrusted with this part"),
            {main->name}}};
}

std::optional<Finding> ends_with_the_main_item(const Item& item, const Context& context)
{
    const auto main = above(item, context);
    if (!main || !is_in_force(item, context.today) || is_in_force(*main, context.today)
        || (main->effective && *main->effective > context.today))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "part_of",
        .message = {msgid("The item it is part of ({1}) is cancelled or suspended, and this one "
                          "goes on: cancel or suspend it too, or choose another main item"),
            {main->name}},
        .due = main->cancelled};
}

std::optional<Finding> layer_fits_its_place(const Item& item, const Context& context)
{
    const auto main = above(item, context);
    const auto at_layer = [](const char* message, std::vector<std::string> args = {}) {
        return Finding{
            .level = Level::warn, .field = "layer", .message = {message, std::move(args)}};
    };
    if (item.layer == ItemLayer::main && item.part_of)
        return at_layer(msgid("A main item is part of no other: choose sub-item or handling item, "
                              "or clear what it is part of"));
    if (main && item.layer == ItemLayer::sub && main->layer && main->layer != ItemLayer::main)
        return at_layer(msgid("A sub-item is part of a main item, and {1} is none: choose the main "
                              "item, or make this one a handling item"),
            {main->name});
    if (main && main->layer == ItemLayer::handling)
        return at_layer(
            msgid("A handling item has no parts, and {1} is one: choose the item above it"),
            {main->name});
    return std::nullopt;
}

/// 子项 and 业务办理项 name what they are part of, by reference or in words.
std::optional<Finding> part_names_its_whole(const Item& item, const Context&)
{
    const bool is_part = item.layer == ItemLayer::sub || item.layer == ItemLayer::handling;
    return finding_if(is_part && !item.part_of && item.main_item.empty(), Level::remind, "part_of",
        {msgid("Of which main item this is a part is still missing")});
}

std::optional<Finding> entrusting_names_the_unit(const Item& item, const Context&)
{
    const bool is_entrusted = item.power_source == PowerSource::entrusted_above
        || item.power_source == PowerSource::entrusted_beside
        || item.implementer_kind == ImplementerKind::entrusted;
    return finding_if(is_entrusted && item.entrusted.empty(), Level::remind, "entrusted",
        {msgid("Which unit is entrusted, or entrusts, is still missing")});
}

constexpr std::array rules{
    Rule<Item>{"I21", goes_round_in_no_circle},
    Rule<Item>{"I22", unit_is_that_of_the_main_item},
    Rule<Item>{"I23", ends_with_the_main_item},
    Rule<Item>{"I24", layer_fits_its_place},
    Rule<Item>{"I26", part_names_its_whole},
    Rule<Item>{"I27", entrusting_names_the_unit},
};

} // namespace

Findings check_layers(const Item& item, const Context& context)
{
    return apply(rules, item, context);
}

} // namespace model
