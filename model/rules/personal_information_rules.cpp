#include "model/rules/personal_information_rules.h"

#include "model/rules/limits.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::int64_t most_months = 600;
constexpr std::int64_t months_of_a_year = 12;

/// The day until which at least it is kept, and whose rule that is.
struct Keeping {
    Date until;
    std::int64_t years = 0;
    std::optional<Source> source;
};

std::optional<Keeping> keeping(
    const char* limit, const std::optional<Date>& since, const Context& context)
{
    const auto least = limit_on(limit, context);
    if (!least || !since)
        return std::nullopt;
    auto until = *since + years(least->value);
    if (!until.ok())
        until = until.year() / until.month() / last;
    return Keeping{until, least->value, least->source};
}

std::optional<Keeping> keeping(const ImpactAssessment& assessment, const Context& context)
{
    return keeping("assessment_kept_years", assessment.assessed, context);
}

/// From the last day on, for as long as it goes on it is kept anyway.
std::optional<Keeping> keeping(const Provision& provision, const Context& context)
{
    return keeping("provision_kept_years", provision.to ? provision.to : provision.from, context);
}

template <class E>
std::optional<Finding> is_kept_long_enough(const E& entity, const Context& context)
{
    const auto least = keeping(entity, context);
    if (!least || !entity.keep_until || *entity.keep_until >= least->until)
        return std::nullopt;
    return Finding{.field = "keep_until",
        .message = {msgid("This record is kept for at least {1} years, until {2}"),
            {std::to_string(least->years), to_iso(least->until)}},
        .source = least->source};
}

template <class E>
std::optional<Finding> says_how_long_it_is_kept(const E& entity, const Context& context)
{
    const auto least = keeping(entity, context);
    if (!least || entity.keep_until)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "keep_until",
        .message = {msgid("Until when it is kept is still missing: at least {1} years, until {2}"),
            {std::to_string(least->years), to_iso(least->until)}},
        .source = least->source};
}

std::optional<Finding> names_a_reason(const ImpactAssessment& assessment, const Context&)
{
    if (!assessment.reasons.empty())
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "reasons",
        .message = {msgid("Say which case makes the assessment necessary")}};
}

std::optional<Finding> assesses_all_there_is(const ImpactAssessment& assessment, const Context&)
{
    const char* missing = assessment.purpose.empty() ? "purpose"
        : assessment.effects.empty()                 ? "effects"
        : assessment.measures.empty()                ? "measures"
        : !assessment.fitting                        ? "fitting"
                                                     : nullptr;
    if (!missing)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = missing,
        .message = {msgid("An assessment says whether purpose and way are lawful and necessary, "
                          "what the effect on people and the risks are, and whether the measures "
                          "are lawful, effective and fitting")}};
}

std::optional<Finding> fits_the_risk(const ImpactAssessment& assessment, const Context&)
{
    if (assessment.fitting != Fitting::no)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "fitting",
        .message = {msgid("The measures do not fit the risk: do not begin before they are "
                          "mended")}};
}

std::optional<Finding> names_a_receiver(const Provision& provision, const Context&)
{
    if (provision.kind == ProvisionKind::publish || provision.unit || !provision.receiver.empty())
        return std::nullopt;
    return Finding{.field = "receiver",
        .message = {msgid("Say who receives the information: choose the unit, or enter the name")}};
}

std::optional<Finding> says_on_what_it_rests(const Provision& provision, const Context&)
{
    if (provision.legal_basis)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "legal_basis",
        .message = {msgid("On what legal basis the information is given is still missing")}};
}

std::optional<Finding> says_what_and_why(const Provision& provision, const Context&)
{
    if (!provision.purpose.empty() && !provision.information.empty() && provision.kind)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = provision.purpose.empty()  ? "purpose"
            : provision.information.empty() ? "information"
                                            : "kind",
        .message = {msgid("A record says which way, for what purpose and which kinds of "
                          "information were given")}};
}

std::optional<Finding> consent_is_given(const Provision& provision, const Context&)
{
    if (provision.consent != Consent::missing)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "consent",
        .message = {msgid("Without the consent that is needed nothing may be given")}};
}

std::optional<Finding> was_assessed_before(const Provision& provision, const Context& context)
{
    if (provision.assessment)
        return std::nullopt;
    for (const auto& kind : provision.information)
        if (const auto sensitive = limit_on("sensitive_" + kind, context))
            return Finding{.level = Level::warn,
                .field = "assessment",
                .message = {msgid("Sensitive personal information is given, and no impact "
                                  "assessment is named: assess it beforehand and choose the "
                                  "assessment here")}};
    return Finding{.level = Level::remind,
        .field = "assessment",
        .message = {msgid("Entrusting, providing or publishing personal information needs an "
                          "impact assessment beforehand: choose it here")}};
}

std::optional<Finding> is_a_time(const Retention& retention, const Context&)
{
    const auto months =
        retention.years.value_or(0) * months_of_a_year + retention.months.value_or(0);
    const bool is_wrong = retention.years.value_or(0) < 0 || retention.months.value_or(0) < 0
        || months <= 0 || months > most_months;
    if (!is_wrong)
        return std::nullopt;
    return Finding{.field = retention.years ? "years" : "months",
        .message = {msgid("The time is at least one month and at most {1} years"),
            {std::to_string(most_months / months_of_a_year)}}};
}

std::optional<Finding> is_about_something(const Retention& retention, const Context&)
{
    if (retention.subject)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "subject",
        .message = {msgid("Choose what is kept so long: until then this changes nothing")}};
}

constexpr std::string_view law = "中华人民共和国个人信息保护法";
constexpr Date law_since = 2021y / November / 1;

constexpr std::array assessment_rules{
    Rule<ImpactAssessment>{"E01", names_a_reason, Source{law, "第五十五条", law_since}},
    Rule<ImpactAssessment>{"E02", assesses_all_there_is, Source{law, "第五十六条", law_since}},
    Rule<ImpactAssessment>{"E03", fits_the_risk, Source{law, "第五十六条", law_since}},
    Rule<ImpactAssessment>{"E04", is_kept_long_enough<ImpactAssessment>},
    Rule<ImpactAssessment>{"E05", says_how_long_it_is_kept<ImpactAssessment>},
};

constexpr std::array provision_rules{
    Rule<Provision>{"V01", names_a_receiver},
    Rule<Provision>{"V02", says_on_what_it_rests, Source{law, "第十三条", law_since}},
    Rule<Provision>{"V03", says_what_and_why},
    Rule<Provision>{"V04", consent_is_given, Source{law, "第二十三条", law_since}},
    Rule<Provision>{"V05", was_assessed_before, Source{law, "第五十五条", law_since}},
    Rule<Provision>{"V06", is_kept_long_enough<Provision>},
    Rule<Provision>{"V07", says_how_long_it_is_kept<Provision>},
};

constexpr std::array retention_rules{
    Rule<Retention>{"T01", is_a_time},
    Rule<Retention>{"T02", is_about_something},
};

template <class E>
Findings removal(const E& entity, const Context& context)
{
    const auto least = keeping(entity, context);
    auto until = entity.keep_until;
    if (least && (!until || *until < least->until))
        until = least->until;
    if (!until || *until < context.today)
        return {};
    return {{.rule = "kept",
        .field = "keep_until",
        .message = {msgid("This record is kept until {1} and cannot be deleted before"),
            {to_iso(*until)}},
        .source = least ? least->source : std::nullopt}};
}

} // namespace

Findings check_rules(const ImpactAssessment& assessment, const Context& context)
{
    return apply(assessment_rules, assessment, context);
}

Findings check_rules(const Provision& provision, const Context& context)
{
    return apply(provision_rules, provision, context);
}

Findings check_rules(const Retention& retention, const Context& context)
{
    return apply(retention_rules, retention, context);
}

Findings check_removal(const Record& record, const Context& context)
{
    if (record.def->id == def_of<ImpactAssessment>().id)
        return removal(from_record<ImpactAssessment>(record), context);
    if (record.def->id == def_of<Provision>().id)
        return removal(from_record<Provision>(record), context);
    return {};
}

} // namespace model
