#include "model/rules/catalog_rules.h"

#include "model/rules/limits.h"
#include "model/rules/source_texts.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

std::optional<Finding> document_is_in_force(const BasisDocument& document, const Context& context)
{
    const auto notice = limit_on("document_notice_days", context);
    if (!notice || !document.to || is_over(document.to, context.today)
        || sys_days{*document.to} - sys_days{context.today} > days{notice->value})
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "to",
        .message = {msgid("The document ends on {1}: look for what follows it"),
            {to_iso(*document.to)}},
        .due = document.to};
}

constexpr std::array document_rules{
    Rule<BasisDocument>{"R02", document_is_in_force},
};

template <class Part>
std::optional<Finding> names_an_item(const Part& part, const Context&)
{
    return finding_if(
        !part.item, Level::remind, "item", {msgid("To which item this belongs is still missing")});
}

/// 优化营商环境条例 art. 35: no condition without a basis in law.
std::optional<Finding> demand_has_a_basis(const ItemMaterial& material, const Context&)
{
    return finding_if(material.need == MaterialNeed::always && material.basis.empty()
            && material.source != MaterialSource::shared,
        Level::remind, "basis",
        {msgid("On what the demand for this material rests is still missing")});
}

std::optional<Finding> material_stands_once(const ItemMaterial& material, const Context& context)
{
    return double_finding(to_record(material), "item", {"name"}, context,
        {msgid("The item asks for this material already: change that entry")});
}

constexpr std::array material_rules{
    Rule<ItemMaterial>{"R11", names_an_item<ItemMaterial>},
    Rule<ItemMaterial>{"R13", demand_has_a_basis, sources::demands_rest_on_law},
    Rule<ItemMaterial>{"R14", material_stands_once},
};

std::optional<Finding> fee_has_a_basis(const ItemFee& fee, const Context&)
{
    return finding_if(fee.amount && fee.amount->units > 0 && fee.basis.empty(), Level::warn,
        "basis",
        {msgid("Nothing is charged without a basis: enter the document that sets the fee")});
}

constexpr std::array fee_rules{
    Rule<ItemFee>{"R21", names_an_item<ItemFee>},
    Rule<ItemFee>{"R24", fee_has_a_basis},
};

std::optional<Finding> bundle_is_led(const Bundle& bundle, const Context&)
{
    return finding_if(
        !bundle.lead, Level::remind, "lead", {msgid("Which unit leads is still missing")});
}

std::optional<Finding> bundle_makes_it_easier(const Bundle& bundle, const Context&)
{
    const auto grew = [](const auto& before, const auto& now) {
        return before && now && *now > *before;
    };
    if (grew(bundle.steps_before, bundle.steps_after))
        return Finding{.level = Level::warn,
            .field = "steps_after",
            .message = {msgid("People come more often than before: check the two numbers")}};
    return finding_if(grew(bundle.materials_before, bundle.materials_after), Level::warn,
        "materials_after",
        {msgid("People bring more materials than before: check the two numbers")});
}

/// A bundle that runs has at least two items and one unit that leads.
std::optional<Finding> running_bundle_has_items(const Bundle& bundle, const Context& context)
{
    if (bundle.state != BundleState::running)
        return std::nullopt;
    const auto parts = context.lookup.where(def_of<BundleItem>(), "bundle", bundle.id);
    return finding_if(parts.size() < 2, Level::remind, "name",
        {msgid("A bundle joins two items at least: enter those of this one")});
}

constexpr std::array bundle_rules{
    Rule<Bundle>{"R32", bundle_is_led},
    Rule<Bundle>{"R33", bundle_makes_it_easier},
    Rule<Bundle>{"R34", running_bundle_has_items},
};

std::optional<Finding> part_names_its_bundle(const BundleItem& part, const Context&)
{
    return finding_if(!part.bundle, Level::remind, "bundle",
        {msgid("To which bundle this belongs is still missing")});
}

std::optional<Finding> part_stands_once(const BundleItem& part, const Context& context)
{
    return double_finding(to_record(part), "item", {"bundle"}, context,
        {msgid("The item stands in this bundle already: change that entry")});
}

std::optional<Finding> back_office_can_be_reached(const BundleItem& part, const Context&)
{
    if (part.contact.empty() || part.phone.empty())
        return finding_if(part.item.has_value(), Level::remind,
            part.contact.empty() ? "contact" : "phone",
            {msgid("Who handles it in the back office, and his phone, are still missing")});
    return phone_finding("phone", part.phone);
}

constexpr std::array part_rules{
    Rule<BundleItem>{"R41", names_an_item<BundleItem>},
    Rule<BundleItem>{"R42", part_names_its_bundle},
    Rule<BundleItem>{"R43", part_stands_once},
    Rule<BundleItem>{"R44", back_office_can_be_reached},
};

std::optional<Finding> change_names_its_units(const UnitChange& change, const Context&)
{
    using enum UnitChangeKind;
    if (!change.unit)
        return Finding{.level = Level::remind,
            .field = "unit",
            .message = {msgid("Which unit changed is still missing")}};
    const bool goes_over = change.kind == merged || change.kind == split || change.kind == moved;
    return finding_if(goes_over && !change.successor, Level::remind, "successor",
        {msgid("Which unit takes over is still missing")});
}

std::optional<Finding> unit_does_not_follow_itself(const UnitChange& change, const Context&)
{
    return finding_if(
        change.unit && change.successor == change.unit && change.kind != UnitChangeKind::renamed,
        Level::refuse, "successor", {msgid("A unit does not follow itself: choose another")});
}

std::optional<Finding> renamed_unit_has_both_names(const UnitChange& change, const Context&)
{
    if (change.kind != UnitChangeKind::renamed)
        return std::nullopt;
    if (!change.old_name.empty() && !change.new_name.empty() && change.old_name != change.new_name)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = change.old_name.empty() ? "old_name" : "new_name",
        .message = {msgid("A renamed unit has a name before and another one after")}};
}

constexpr std::array unit_change_rules{
    Rule<UnitChange>{"R51", change_names_its_units},
    Rule<UnitChange>{"R52", unit_does_not_follow_itself},
    Rule<UnitChange>{"R53", renamed_unit_has_both_names},
};

} // namespace

Findings check_rules(const BasisDocument& document, const Context& context)
{
    return apply(document_rules, document, context);
}

Findings check_rules(const ItemMaterial& material, const Context& context)
{
    return apply(material_rules, material, context);
}

Findings check_rules(const ItemFee& fee, const Context& context)
{
    return apply(fee_rules, fee, context);
}

Findings check_rules(const Bundle& bundle, const Context& context)
{
    return apply(bundle_rules, bundle, context);
}

Findings check_rules(const BundleItem& part, const Context& context)
{
    return apply(part_rules, part, context);
}

Findings check_rules(const UnitChange& change, const Context& context)
{
    return apply(unit_change_rules, change, context);
}

} // namespace model
