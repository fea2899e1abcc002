#include "model/rules/cover_rules.h"

#include "model/entities/training.h"
#include "model/rules/away.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

bool holds(const Set& types, std::string_view type)
{
    return std::ranges::find(types, type) != types.end();
}

std::vector<WindowStaff> current_staff(const Uuid& window, const Context& context)
{
    std::vector<WindowStaff> staff;
    for (const auto& record : context.lookup.where(def_of<WindowStaff>(), "window", window)) {
        auto link = from_record<WindowStaff>(record);
        if (link.person && is_current({link.from, link.to}, context.today))
            staff.push_back(std::move(link));
    }
    return staff;
}

/// Machines serve themselves, and a window that is being adjusted waits for its staff.
std::optional<Finding> window_is_staffed(const Window& window, const Context& context)
{
    const bool serves_itself = window.types == Set{"self_service"};
    if (serves_itself || window.status == WindowStatus::adjusting || !is_open(window, context.today)
        || (window.opened && *window.opened > context.today)
        || !current_staff(window.id, context).empty())
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "status",
        .message = {msgid("The window is in use, but nobody is entered there for today: enter who "
                          "is, or close the window")}};
}

/// Whoever is entered there is on leave, ill or absent, and nobody stands in.
std::optional<Finding> somebody_is_there_today(const Window& window, const Context& context)
{
    if (window.status == WindowStatus::adjusting || !is_open(window, context.today))
        return std::nullopt;
    const auto staff = current_staff(window.id, context);
    const bool all_are_away = !staff.empty()
        && std::ranges::all_of(
            staff, [&](const WindowStaff& link) { return is_away(*link.person, context); });
    if (!all_are_away)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "status",
        .message = {msgid("Everybody who is entered at this window is away today: say who stands "
                          "in, or put a notice up")},
        .due = context.today};
}

constexpr std::array window_rules{
    Rule<Window>{"W06", window_is_staffed},
    Rule<Window>{"W10", somebody_is_there_today},
};

std::optional<Window> open_window_of(const WindowStaff& link, const Context& context)
{
    if (!link.window || !link.person || !is_current({link.from, link.to}, context.today))
        return std::nullopt;
    const auto record = context.lookup.find(def_of<Window>(), *link.window);
    if (!record)
        return std::nullopt;
    auto window = from_record<Window>(*record);
    return is_open(window, context.today) ? std::optional(std::move(window)) : std::nullopt;
}

/// Whether the two are there at the same hours; without a shift it is the whole day.
bool share_a_shift(const WindowStaff& one, const WindowStaff& other)
{
    return one.shift.empty() || other.shift.empty() || one.shift == other.shift;
}

std::optional<Finding> a_has_a_b(const WindowStaff& link, const Context& context)
{
    if (link.slot != Slot::a || !open_window_of(link, context))
        return std::nullopt;
    const auto staff = current_staff(*link.window, context);
    const bool is_covered = std::ranges::any_of(staff, [&](const WindowStaff& other) {
        return other.slot == Slot::b && other.person != link.person && share_a_shift(link, other);
    });
    return finding_if(!is_covered, Level::remind, "slot",
        {msgid("Nobody has the B post beside this A post: enter who takes over when A is out")});
}

bool teaches_the_window(const Training& training)
{
    using enum TrainingResult;
    return (training.kind == TrainingKind::general_window
               || training.kind == TrainingKind::business)
        && (training.result == passed || training.result == attended);
}

std::optional<Finding> general_staff_is_trained(const WindowStaff& link, const Context& context)
{
    const auto window = open_window_of(link, context);
    if (!window || (!holds(window->types, "general") && !holds(window->types, "general_sector")))
        return std::nullopt;
    const auto all = context.lookup.where(def_of<Training>(), "person", *link.person);
    const bool is_trained = std::ranges::any_of(
        all, [](const Record& each) { return teaches_the_window(from_record<Training>(each)); });
    return finding_if(!is_trained, Level::remind, "person",
        {msgid("Who works at a general window takes a training for it, general window or business "
               "of items, and none is entered that was attended or passed")});
}

constexpr std::array staff_rules{
    Rule<WindowStaff>{"K10", a_has_a_b},
    Rule<WindowStaff>{"K11", general_staff_is_trained},
};

} // namespace

Findings check_cover(const Window& window, const Context& context)
{
    return apply(window_rules, window, context);
}

Findings check_cover(const WindowStaff& link, const Context& context)
{
    return apply(staff_rules, link, context);
}

} // namespace model
