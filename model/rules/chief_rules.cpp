#include "model/rules/chief_rules.h"

#include "model/entities/item.h"
#include "model/entities/posting.h"
#include "model/rules/limits.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

bool goes_on(const std::optional<Date>& to, Date today)
{
    return !is_over(to, today);
}

std::optional<Finding> names_a_chief(const Authorisation& authorisation, const Context&)
{
    return finding_if(!authorisation.person, Level::remind, "person",
        {msgid("Who is authorised is still missing")});
}

std::optional<Finding> names_a_unit(const Authorisation& authorisation, const Context&)
{
    return finding_if(!authorisation.unit, Level::remind, "unit",
        {msgid("Which unit gave the authorisation is still missing")});
}

std::optional<Finding> rests_on_documents(
    const Authorisation& authorisation, const Context& context)
{
    const bool counts = goes_on(authorisation.to, context.today) && authorisation.from;
    if (!counts || (!authorisation.document.empty() && !authorisation.appointment.empty()))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = authorisation.document.empty() ? "document" : "appointment",
        .message = {msgid("A chief representative works on an appointment and an authorisation, "
                          "each with its number: enter the missing one")}};
}

std::optional<Finding> end_is_near(const Authorisation& authorisation, const Context& context)
{
    const auto notice = limit_on("authorisation_notice_days", context);
    if (!notice || !authorisation.to || is_over(authorisation.to, context.today)
        || sys_days{*authorisation.to} - sys_days{context.today} > days{notice->value})
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "to",
        .message = {msgid("The authorisation ends on {1}: have it renewed, or name a successor"),
            {to_iso(*authorisation.to)}},
        .due = authorisation.to};
}

std::vector<Posting> postings_of(const Uuid& person, const Context& context)
{
    std::vector<Posting> all;
    for (const auto& record : context.lookup.where(def_of<Posting>(), "person", person))
        all.push_back(from_record<Posting>(record));
    return all;
}

std::optional<Finding> chief_is_still_here(
    const Authorisation& authorisation, const Context& context)
{
    if (!authorisation.person || !goes_on(authorisation.to, context.today))
        return std::nullopt;
    const auto postings = postings_of(*authorisation.person, context);
    const bool left = !postings.empty() && std::ranges::none_of(postings, [&](const Posting& each) {
        return is_current(each, context.today);
    });
    return finding_if(left, Level::warn, "person",
        {msgid("The chief representative has left the hall, but the authorisation goes on: end it, "
               "and have another named")});
}

std::optional<Finding> chief_is_formal_staff(
    const Authorisation& authorisation, const Context& context)
{
    using enum Identity;
    constexpr std::array formal{civil_servant, reference, institution, worker};
    const auto asked = limit_on("chief_is_formal_staff", context);
    if (!authorisation.person || !goes_on(authorisation.to, context.today) || !asked
        || asked->value == 0)
        return std::nullopt;
    const auto postings = postings_of(*authorisation.person, context);
    const bool informal = std::ranges::any_of(postings, [&](const Posting& each) {
        return is_current(each, context.today) && each.identity
            && std::ranges::find(formal, *each.identity) == formal.end();
    });
    return finding_if(informal, Level::warn, "person",
        {msgid("A chief representative is to be formal staff of the unit")});
}

std::optional<Finding> unit_has_one_chief(
    const Authorisation& authorisation, const Context& context)
{
    if (!authorisation.unit || !goes_on(authorisation.to, context.today))
        return std::nullopt;
    for (const auto& record :
        context.lookup.where(def_of<Authorisation>(), "unit", *authorisation.unit)) {
        const auto other = from_record<Authorisation>(record);
        if (other.id != authorisation.id && other.person != authorisation.person
            && overlap(
                {authorisation.from, authorisation.to}, {other.from, other.to}, context.today))
            return Finding{.level = Level::remind,
                .field = "unit",
                .message = {msgid("The unit has another chief representative at the same time: if "
                                  "he was replaced, end his authorisation")}};
    }
    return std::nullopt;
}

std::optional<Finding> names_its_two_ends(const AuthorisedItem& item, const Context&)
{
    if (item.authorisation && item.item)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = item.item ? "authorisation" : "item",
        .message = {item.item ? msgid("By which authorisation is still missing")
                              : msgid("The item is still missing")}};
}

std::optional<Finding> covers_a_step(const AuthorisedItem& item, const Context&)
{
    return finding_if(item.levels.empty() && item.item, Level::remind, "levels",
        {msgid("Up to which step the chief representative may act is still missing")});
}

std::optional<Finding> ends_with_the_authorisation(
    const AuthorisedItem& item, const Context& context)
{
    const auto record = item.authorisation
        ? context.lookup.find(def_of<Authorisation>(), *item.authorisation)
        : std::nullopt;
    if (!record || !goes_on(item.to, context.today))
        return std::nullopt;
    const auto ended = from_record<Authorisation>(*record).to;
    return finding_if(is_over(ended, context.today), Level::warn, "to",
        {msgid("The authorisation ended on {1}, but this item goes on: end it too"),
            {ended ? to_iso(*ended) : std::string()}});
}

std::optional<Finding> item_is_authorised_once(const AuthorisedItem& item, const Context& context)
{
    return double_finding(to_record(item), "item", {"authorisation", "from"}, context,
        {msgid("The item stands in this authorisation already: change that entry")});
}

constexpr std::array authorisation_rules{
    Rule<Authorisation>{"H02", names_a_chief},
    Rule<Authorisation>{"H03", names_a_unit},
    Rule<Authorisation>{"H04", rests_on_documents},
    Rule<Authorisation>{"H05", end_is_near},
    Rule<Authorisation>{"H06", chief_is_still_here},
    Rule<Authorisation>{"H07", chief_is_formal_staff},
    Rule<Authorisation>{"H08", unit_has_one_chief},
};

constexpr std::array item_rules{
    Rule<AuthorisedItem>{"H10", names_its_two_ends},
    Rule<AuthorisedItem>{"H11", covers_a_step},
    Rule<AuthorisedItem>{"H12", ends_with_the_authorisation},
    Rule<AuthorisedItem>{"H13", item_is_authorised_once},
};

} // namespace

Findings check_rules(const Authorisation& authorisation, const Context& context)
{
    return apply(authorisation_rules, authorisation, context);
}

Findings check_rules(const AuthorisedItem& item, const Context& context)
{
    return apply(item_rules, item, context);
}

} // namespace model
