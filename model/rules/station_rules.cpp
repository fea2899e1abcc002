#include "model/rules/station_rules.h"

#include "model/entities/authorisation.h"
#include "model/entities/authorised_item.h"
#include "model/entities/window.h"
#include "model/entities/window_item.h"
#include "model/entities/window_staff.h"
#include "model/rules/away.h"
#include "model/rules/item_kinds.h"
#include "model/rules/source_texts.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

bool is_to_be_looked_at(const Item& item, const Context& context)
{
    return item.stationing == Stationing::stationed
        && item.not_stationed_reason != NotStationed::secret && is_in_force(item, context.today);
}

/// A township's file holds the county's items and none of the hall's windows.
bool sees_the_windows(const Context& context)
{
    return !context.lookup.may_lie_elsewhere(def_of<WindowItem>(), Uuid{});
}

std::vector<Uuid> open_windows_of(const Uuid& item, const Context& context)
{
    std::vector<Uuid> windows;
    for (const auto& record : context.lookup.where(def_of<WindowItem>(), "item", item)) {
        const auto link = from_record<WindowItem>(record);
        if (!link.window || !is_current({link.from, link.to}, context.today))
            continue;
        const auto window = context.lookup.find(def_of<Window>(), *link.window);
        if (window && is_open(from_record<Window>(*window), context.today))
            windows.push_back(*link.window);
    }
    return windows;
}

bool is_staffed(const Uuid& window, const Context& context)
{
    const auto links = context.lookup.where(def_of<WindowStaff>(), "window", window);
    return std::ranges::any_of(links, [&](const Record& record) {
        const auto link = from_record<WindowStaff>(record);
        return link.person && is_current({link.from, link.to}, context.today)
            && !is_away(*link.person, context);
    });
}

/// Stationed on paper, and to be done elsewhere.
std::optional<Finding> is_handled_at_a_window(const Item& item, const Context& context)
{
    if (!is_to_be_looked_at(item, context))
        return std::nullopt;
    const auto windows = open_windows_of(item.id, context);
    const auto found = [&](const char* message) -> std::optional<Finding> {
        return finding_if(sees_the_windows(context), Level::warn, "stationing", {message});
    };
    if (windows.empty())
        return found(msgid("The item is stationed, but no open window handles it: enter it at a "
                           "window, or change the stationing"));
    if (std::ranges::none_of(windows, [&](const Uuid& each) { return is_staffed(each, context); }))
        return found(msgid("The item is stationed, but nobody is at its window today: enter who "
                           "is, or move the item to another window"));
    return std::nullopt;
}

bool covers(const AuthorisedItem& item, const Authorisation& authorisation, Date today)
{
    return item.authorisation == authorisation.id && is_current({item.from, item.to}, today);
}

/// One of full authority covers all the unit's items, one that lists none has its powers in words.
bool covers_all(const Authorisation& authorisation, const Context& context)
{
    return authorisation.power == PowerKind::full
        || !context.lookup.another(
            def_of<AuthorisedItem>(), "authorisation", authorisation.id, Uuid{});
}

/// Without it the window is a mail room. A unit that keeps no authorisations is not asked for them
/// here: its own list is.
std::optional<Finding> is_authorised(const Item& item, const Context& context)
{
    if (!item.unit || !is_to_be_looked_at(item, context))
        return std::nullopt;
    std::vector<Authorisation> current;
    for (const auto& record : context.lookup.where(def_of<Authorisation>(), "unit", *item.unit)) {
        auto authorisation = from_record<Authorisation>(record);
        if (is_current({authorisation.from, authorisation.to}, context.today))
            current.push_back(std::move(authorisation));
    }
    if (current.empty() || std::ranges::any_of(current, [&](const Authorisation& each) {
            return covers_all(each, context);
        }))
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<AuthorisedItem>(), "item", item.id))
        for (const auto& authorisation : current)
            if (covers(from_record<AuthorisedItem>(record), authorisation, context.today))
                return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "stationing",
        .message = {msgid("The item is stationed, but the authorisation of its unit's chief "
                          "representative does not name it: have it added")}};
}

/// What the negative list keeps out is not at the hall, whichever of the two is entered last.
std::optional<Finding> is_on_one_list(const Item& item, const Context& context)
{
    return finding_if(
        item.stationing == Stationing::stationed && is_on_the_negative_list(item.id, context),
        Level::refuse, "stationing",
        {msgid("The item is on the negative list in force: take it off the list, or enter it as "
               "not stationed")});
}

constexpr std::array rules{
    Rule<Item>{"I15", is_handled_at_a_window, sources::stationed_in_earnest},
    Rule<Item>{"I16", is_authorised},
    Rule<Item>{"I17", is_on_one_list},
};

} // namespace

Findings check_stationing(const Item& item, const Context& context)
{
    return apply(rules, item, context);
}

} // namespace model
