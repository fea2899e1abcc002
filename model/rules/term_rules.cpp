#include "model/rules/term_rules.h"

#include "model/base/codes.h"
#include "model/entities/commitment.h"
#include "model/entities/handover_check.h"
#include "model/entities/person.h"
#include "model/rules/limits.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

std::optional<Date> birth_of(const Uuid& person, const Context& context)
{
    const auto record = context.lookup.find(def_of<Person>(), person);
    if (!record)
        return std::nullopt;
    const auto found = from_record<Person>(*record);
    return found.birth ? found.birth : id_birth(normal_id_number(found.id_number));
}

/// What units are asked for is who they send: nobody grows too old at the window.
std::optional<Finding> sent_within_the_age(const Posting& posting, const Context& context)
{
    if (posting.source != PostingSource::sent || !posting.person
        || !is_current(posting, context.today))
        return std::nullopt;
    const auto most = limit_on("window_staff_years", context);
    const auto birth = most ? birth_of(*posting.person, context) : std::nullopt;
    if (!birth)
        return std::nullopt;
    const auto first = posting.from.value_or(context.today);
    if (*birth + years{most->value + 1} > first)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "person",
        .message = {msgid("Who a unit sends is to be {1} years old at most, and the person was "
                          "older on the first day: have it confirmed by the unit"),
            {std::to_string(most->value)}},
        .source = most->source};
}

/// The last day of who has left the hall and serves nowhere else; staff of townships and villages
/// hand nothing over to the hall.
std::optional<Date> left_the_hall(const Posting& posting, const Context& context)
{
    const bool is_of_an_outlet =
        posting.source == PostingSource::township || posting.source == PostingSource::village;
    if (!posting.person || is_of_an_outlet || !is_over(posting.to, context.today)
        || serves_elsewhere(posting, context))
        return std::nullopt;
    return posting.to;
}

/// Those of this posting, and those that name none.
std::vector<HandoverCheck> leaving_checks(const Posting& posting, const Context& context)
{
    std::vector<HandoverCheck> checks;
    for (const auto& record :
        context.lookup.where(def_of<HandoverCheck>(), "person", *posting.person)) {
        auto check = from_record<HandoverCheck>(record);
        if (check.kind == CheckKind::leaving && (!check.posting || check.posting == posting.id))
            checks.push_back(std::move(check));
    }
    return checks;
}

/// What was not settled within a year was settled on paper.
std::optional<Finding> leaver_has_a_list(const Posting& posting, const Context& context)
{
    const auto last = left_the_hall(posting, context);
    if (!last || *last + years{1} < context.today || !leaving_checks(posting, context).empty())
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "to",
        .message = {msgid("The person left on {1}, and no leaving list is entered: clothing, "
                          "badge, keys, accounts, authorisation, open cases"),
            {to_iso(*last)}}};
}

/// A matter that is past its own day is told at its own line.
std::optional<Finding> leaver_is_settled(const Posting& posting, const Context& context)
{
    const auto last = left_the_hall(posting, context);
    const auto most = last ? limit_on("leaving_list_days", context) : std::nullopt;
    if (!most || sys_days{context.today} - sys_days{*last} <= days{most->value})
        return std::nullopt;
    const auto checks = leaving_checks(posting, context);
    const auto open = std::ranges::count_if(checks, [&](const HandoverCheck& check) {
        return check.done != true && (!check.due || *check.due >= context.today);
    });
    if (open == 0)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "to",
        .message = {msgid("The person left on {1}, and {2} matters of the leaving list are still "
                          "open after {3} days: settle them"),
            {to_iso(*last), std::to_string(open), std::to_string(most->value)}},
        .source = most->source};
}

/// Staff of the hall itself, whoever sent them; who begins today begins in time.
bool serves_at_the_hall(const Posting& posting, const Context& context)
{
    return posting.person && posting.source != PostingSource::township
        && posting.source != PostingSource::village && is_current(posting, context.today)
        && (!posting.from || *posting.from < context.today);
}

bool is_of_the_party(const Uuid& person, const Context& context)
{
    const auto record = context.lookup.find(def_of<Person>(), person);
    const auto status = record ? from_record<Person>(*record).political_status : std::nullopt;
    return status == PoliticalStatus::party_member || status == PoliticalStatus::probationary;
}

/// Chief representatives and party members sign every year anew, all staff where the office says
/// so; in the first months there is still time (《清廉大厅》建设: 承诺书).
std::optional<Finding> commitment_is_signed(const Posting& posting, const Context& context)
{
    const auto months_left = limit_on("commitment_months", context);
    const auto all = limit_on("commitment_of_all", context);
    if (!months_left || !serves_at_the_hall(posting, context)
        || unsigned{context.today.month()} <= months_left->value)
        return std::nullopt;
    const bool signs = posting.chief == true || (all && all->value != 0)
        || is_of_the_party(*posting.person, context);
    if (!signs)
        return std::nullopt;
    const auto year = static_cast<int>(context.today.year());
    for (const auto& record :
        context.lookup.where(def_of<Commitment>(), "person", *posting.person)) {
        const auto commitment = from_record<Commitment>(record);
        if (commitment.year == year) // one that is not signed is told at its own line
            return std::nullopt;
    }
    return Finding{.level = Level::remind,
        .field = "person",
        .message = {msgid("No commitment letter of {1} is entered for the person"),
            {std::to_string(year)}},
        .source = months_left->source};
}

/// Who works elsewhere for long has the relation with the party transferred there.
std::optional<Finding> party_relation_follows(const Posting& posting, const Context& context)
{
    const auto after = limit_on("party_transfer_months", context);
    if (!after || !posting.from || !serves_at_the_hall(posting, context)
        || posting.source != PostingSource::sent)
        return std::nullopt;
    const auto record = context.lookup.find(def_of<Person>(), *posting.person);
    if (!record || !is_of_the_party(*posting.person, context))
        return std::nullopt;
    auto last = *posting.from + months{after->value};
    if (!last.ok())
        last = last.year() / last.month() / std::chrono::last;
    if (from_record<Person>(*record).party_transferred || last > context.today)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "person",
        .message = {msgid("The person is a party member and has been here for {1} months: enter "
                          "when the relation with the party was transferred"),
            {std::to_string(after->value)}},
        .source = after->source};
}

constexpr std::array rules{
    Rule<Posting>{"S12", sent_within_the_age},
    Rule<Posting>{"S13", leaver_has_a_list},
    Rule<Posting>{"S14", leaver_is_settled},
    Rule<Posting>{"S15", commitment_is_signed},
    Rule<Posting>{"S16", party_relation_follows},
};

} // namespace

Findings check_terms(const Posting& posting, const Context& context)
{
    return apply(rules, posting, context);
}

} // namespace model
