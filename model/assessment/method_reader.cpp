#include "model/assessment/method_reader.h"

#include "model/assessment/method_check.h"
#include "model/base/text.h"

#include <boost/json/parser.hpp>

#include <algorithm>

namespace model {

namespace {

namespace json = boost::json;

const Message whole_method{msgid("The method")};

void read_source(MethodJson& file, AssessmentMethod& method)
{
    MethodJson source(file.part("source"), {msgid("The source")}, file.problems());
    method.source.document = source.required_text("document");
    method.source.place = source.text("place");
    method.source.found = source.text("found");
    source.expect_nothing_else();
}

void read_frame(MethodJson& file, AssessmentMethod& method)
{
    if (!file.number("format", 1, 1) && !file.has("format"))
        file.refuse({msgid("“{1}” is missing"), {"format"}});
    method.id = file.required_text("id", MethodJson::longest_word);
    method.name = file.required_text("name");
    method.version = file.required_text("version", MethodJson::longest_word);
    method.from = file.date("from");
    method.to = file.date("to");
    read_source(file, method);
    method.is_partial = file.flag("partial");
    method.unknown = file.texts("unknown");
    method.objects = file.choices<AssessedKind>("objects");
    method.period = file.choice<PeriodKind>("period");
    method.base = file.points("base");
    method.floor = file.points("floor");
    method.max = file.points("max");
    method.bonus_cap = file.points("bonus_cap");
    constexpr std::int64_t usual = Points::stated_places;
    method.places =
        static_cast<int>(file.number("places", 0, Points::inner_places).value_or(usual));
    method.record = file.choices<AssessmentRole>("record");
    method.confirm = file.choices<AssessmentRole>("confirm");
    constexpr std::int64_t longest_month = 31;
    if (const auto day = file.number("freeze_day", 1, longest_month))
        method.freeze_day = static_cast<int>(*day);
}

void read_objection(MethodJson& file, AssessmentMethod& method)
{
    if (!file.has("objection"))
        return;
    constexpr std::int64_t longest_days = 365;
    MethodJson part(file.part("objection"), {msgid("The time for objections")}, file.problems());
    const auto days = part.number("days", 1, longest_days);
    const auto unit = part.text("unit", MethodJson::longest_word);
    const auto known = parse_unit(unit);
    if (!known || (*known != TermUnit::day && *known != TermUnit::working_day))
        part.refuse({msgid("“{1}” does not know the word “{2}”: it takes {3}"),
            {"unit", unit, "day / working_day"}});
    else if (!days)
        part.refuse({msgid("“{1}” is missing"), {"days"}});
    else
        method.objection = Term{*days, *known};
    part.expect_nothing_else();
}

AssessedKind object_of(MethodJson& part, const AssessmentMethod& method)
{
    const auto usual = method.objects.empty() ? AssessedKind::window : method.objects.front();
    return part.choice<AssessedKind>("object").value_or(usual);
}

void read_category(MethodJson& part, AssessmentMethod& method)
{
    MethodCategory category;
    category.number = part.required_text("number", MethodJson::longest_word);
    if (!category.number.empty())
        part.name_place({msgid("Category {1}"), {category.number}});
    category.name = part.required_text("name");
    category.object = object_of(part, method);
    category.points = part.points("points");
    category.floor = part.points("floor");
    category.start = part.choice<CategoryStart>("start").value_or(CategoryStart::full);
    method.categories.push_back(std::move(category));
}

void read_bands(MethodJson& part, RuleLine& line)
{
    constexpr std::int64_t longest = 100'000;
    part.each("bands", MethodLimits::bands, msgid("Band {1}"), [&](MethodJson& band) {
        band.name_place({msgid("Rule {1}"), {line.number}});
        const auto from = band.number("from", 0, longest);
        const auto to = band.number("to", 0, longest);
        const auto points = band.points("points");
        if (!from)
            band.refuse({msgid("“{1}” is missing"), {"from"}});
        if (!points)
            band.refuse({msgid("“{1}” is missing"), {"points"}});
        if (from && points)
            line.bands.push_back({*from, to, *points});
    });
}

void read_line(MethodJson& part, AssessmentMethod& method)
{
    RuleLine line;
    line.number = part.required_text("number", MethodJson::longest_word);
    if (!line.number.empty())
        part.name_place({msgid("Rule {1}"), {line.number}});
    line.category = part.text("category", MethodJson::longest_word);
    const auto* category = method.category(line.category);
    line.object = category && !part.has("object") ? category->object : object_of(part, method);
    line.text = part.required_text("text");
    const auto per = part.choice<PointsPer>("per");
    if (!per && !part.has("per"))
        part.refuse({msgid("It does not say what its points are counted by: give “per” ({1})"),
            {"time / person / case / half_day / day / minutes"}});
    line.per = per.value_or(PointsPer::time);
    line.points = part.points("points");
    line.most = part.points("to");
    read_bands(part, line);
    constexpr std::int64_t most_free = 366;
    line.free = part.number("free", 1, most_free).value_or(0);
    line.limit = part.points("limit");
    line.clause = part.text("clause");
    line.evidence = part.choices<Evidence>("evidence");
    line.automatic = part.choices<AutomaticEvent>("automatic");
    method.lines.push_back(std::move(line));
}

void read_link(MethodJson& part, AssessmentMethod& method)
{
    LinkedDeduction link;
    link.from = part.required_text("from", MethodJson::longest_word);
    part.name_place({msgid("The link from rule {1}"), {link.from}});
    link.to = part.required_text("to", MethodJson::longest_word);
    const auto ratio = part.points("ratio");
    if (!ratio && !part.has("ratio"))
        part.refuse({msgid("“{1}” is missing"), {"ratio"}});
    link.ratio = ratio.value_or(Points::of(1));
    method.links.push_back(std::move(link));
}

void read_veto(MethodJson& part, AssessmentMethod& method)
{
    VetoLine veto;
    veto.line = part.required_text("line", MethodJson::longest_word);
    part.name_place({msgid("The veto by rule {1}"), {veto.line}});
    const auto scope = part.choice<PeriodKind>("scope");
    if (!scope && !part.has("scope"))
        part.refuse({msgid("“{1}” is missing"), {"scope"}});
    veto.scope = scope.value_or(PeriodKind::month);
    method.vetoes.push_back(std::move(veto));
}

AssessedKind usual_member(AssessedKind host)
{
    return host == AssessedKind::unit ? AssessedKind::window : AssessedKind::staff;
}

AssessedKind usual_host(AssessedKind member)
{
    return member == AssessedKind::window ? AssessedKind::unit : AssessedKind::window;
}

void read_scorer(MethodJson& part, AssessmentMethod& method)
{
    Scorer scorer;
    scorer.code = part.required_text("code", MethodJson::longest_word);
    part.name_place({msgid("The scorer {1}"), {scorer.code}});
    scorer.name = part.required_text("name");
    const auto source = part.choice<ScorePart>("part");
    if (!source && !part.has("part"))
        part.refuse({msgid("“{1}” is missing"), {"part"}});
    scorer.part = source.value_or(ScorePart::ballot);
    const auto weight = part.points("weight");
    if (!weight && !part.has("weight"))
        part.refuse({msgid("“{1}” is missing"), {"weight"}});
    scorer.weight = weight.value_or(Points()).hundredths();
    const auto about = method.objects.empty() ? AssessedKind::window : method.objects.front();
    scorer.object = part.choice<AssessedKind>("object").value_or(
        scorer.part == ScorePart::members ? usual_member(about) : usual_host(about));
    method.composition.push_back(std::move(scorer));
}

void read_title(MethodJson& part, AssessmentMethod& method)
{
    constexpr std::int64_t most_titles = 10'000;
    MethodTitle title;
    title.name = part.required_text("name", MethodJson::longest_word);
    part.name_place({msgid("The title {1}"), {title.name}});
    title.object = object_of(part, method);
    const auto period = part.choice<PeriodKind>("period");
    if (!period && !part.has("period"))
        part.refuse({msgid("“{1}” is missing"), {"period"}});
    title.period = period.value_or(PeriodKind::month);
    title.quota = part.number("quota", 1, most_titles);
    title.percent = part.number("percent", 1, 100);
    title.at_least = part.points("at_least");
    title.without_deductions = part.flag("without_deductions");
    title.among = part.text("among", MethodJson::longest_word);
    method.titles.push_back(std::move(title));
}

void read_lists(MethodJson& file, AssessmentMethod& method)
{
    const auto each = [&](const char* key, std::size_t most, const char* place,
                          void (*read)(MethodJson&, AssessmentMethod&)) {
        file.each(key, most, place, [&](MethodJson& part) { read(part, method); });
    };
    each("categories", MethodLimits::categories, msgid("Category no. {1} of the list"),
        read_category);
    each("lines", MethodLimits::lines, msgid("Rule no. {1} of the list"), read_line);
    each("links", MethodLimits::lines, msgid("Link no. {1} of the list"), read_link);
    each("vetoes", MethodLimits::lines, msgid("Veto no. {1} of the list"), read_veto);
    each("composition", MethodLimits::scorers, msgid("Scorer no. {1} of the list"), read_scorer);
    each("titles", MethodLimits::titles, msgid("Title no. {1} of the list"), read_title);
    file.each("ties", MethodLimits::scorers, msgid("Tie-break no. {1} of the list"),
        [&](MethodJson& part) {
            const auto rule = part.choice<TieRule>("by");
            auto of = part.text("of", MethodJson::longest_word);
            if (rule)
                method.ties.push_back({*rule, std::move(of)});
            else if (!part.has("by"))
                part.refuse({msgid("“{1}” is missing"), {"by"}});
        });
    file.each("bands", MethodLimits::bands, msgid("Score band no. {1} of the list"),
        [&](MethodJson& part) {
            auto word = part.required_text("word", MethodJson::longest_word);
            method.bands.push_back({std::move(word), part.points("from")});
        });
}

/// The row in which the text stops being JSON; nothing where it is.
std::optional<Message> parse(std::string_view text, json::value& value)
{
    constexpr std::size_t deepest = 12;
    json::parser parser({}, json::parse_options{.max_depth = deepest});
    boost::system::error_code error;
    auto used = parser.write_some(text.data(), text.size(), error);
    if (!error) {
        used += text.substr(used).find_first_not_of(" \t\r\n") == std::string_view::npos
            ? text.size() - used
            : 0;
        if (used == text.size()) {
            value = parser.release();
            return std::nullopt;
        }
    }
    const auto row = std::ranges::count(text.substr(0, used), '\n') + 1;
    return Message{msgid("The file is no JSON from row {1} on: a comma, a bracket or a quotation "
                         "mark is missing or too many there"),
        {std::to_string(row)}};
}

} // namespace

MethodReading read_method(std::string_view bytes)
{
    MethodProblems problems;
    const auto refused = [&](Message what) {
        problems.add(whole_method, std::move(what));
        return MethodReading{.method = std::nullopt, .problems = std::move(problems.list)};
    };
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (bytes.size() > MethodLimits::bytes)
        return refused({msgid("The file is larger than {1} bytes: that is no method"),
            {std::to_string(MethodLimits::bytes)}});
    if (!is_utf8(bytes))
        return refused({msgid("The file is not written in UTF-8: save it anew in that encoding")});
    json::value value;
    if (const auto trouble = parse(bytes, value))
        return refused(*trouble);
    if (!value.is_object())
        return refused({msgid("The file must be one method in braces, { … }")});

    AssessmentMethod method;
    MethodJson file(value.get_object(), whole_method, problems);
    read_frame(file, method);
    read_objection(file, method);
    read_lists(file, method);
    file.expect_nothing_else();
    if (problems.empty()) // of what could not be read nothing can be said
        check_method(method, problems);
    if (!problems.empty())
        return {.method = std::nullopt, .problems = std::move(problems.list)};
    return {.method = std::move(method), .problems = {}};
}

} // namespace model
