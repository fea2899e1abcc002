#include "app/cli/method_command.h"

#include "app/cli/assessment_commands.h"
#include "app/cli/method_try.h"
#include "app/terminal/text_table.h"
#include "model/assessing/kept_methods.h"
#include "model/assessment/method_reader.h"
#include "model/assessment/shipped_methods.h"
#include "model/base/text.h"

namespace app {

namespace {

namespace json = boost::json;
using model::AssessmentMethod;
using model::msgid;
using model::UsageError;

template <class Enum>
const model::Choice& choice(Enum value)
{
    return model::choices_of<Enum>.at(static_cast<std::size_t>(value));
}

std::string objects_of(Call& call, const AssessmentMethod& method)
{
    std::string all;
    for (const auto kind : method.objects)
        all += (all.empty() ? "" : call.text(msgid(", "))) + call.text(choice(kind).label);
    return all;
}

std::string period_of(Call& call, const AssessmentMethod& method)
{
    return method.period ? call.text(choice(*method.period).label) : std::string();
}

/// Those that come along, and of --db the office's own, each version.
std::vector<AssessmentMethod> methods_of(Call& call)
{
    std::vector<AssessmentMethod> methods;
    for (const auto& shipped : model::shipped_methods())
        methods.push_back(shipped.method);
    if (!call.line().has("db"))
        return methods;
    const auto& def = call.readable("method");
    for (const auto& record : call.store().select({.def = &def, .order = "name"}))
        if (!model::method_text(call.store(), record.id).empty())
            methods.push_back(model::kept_method(call.store(), record.id));
    return methods;
}

Exit list(Call& call)
{
    TextTable table(
        {call.text(msgid("Name")), call.text(msgid("Method")), call.text(msgid("Objects")),
            call.text(msgid("Period")), call.text(msgid("Rules")), call.text(msgid("Complete"))});
    json::array all;
    for (const auto& method : methods_of(call)) {
        table.add({method.id, method.name, objects_of(call, method), period_of(call, method),
            std::to_string(method.lines.size()),
            call.text(method.is_partial ? msgid("in part") : msgid("yes"))});
        json::array kinds;
        for (const auto kind : method.objects)
            kinds.push_back(json::value(choice(kind).code));
        json::object object{{"id", method.id}, {"name", method.name}, {"version", method.version},
            {"partial", method.is_partial}, {"objects", std::move(kinds)},
            {"lines", method.lines.size()}};
        if (method.period)
            object["period"] = choice(*method.period).code;
        all.push_back(std::move(object));
    }
    if (call.json())
        call.answer({{"methods", std::move(all)}});
    else
        call.print(table.text());
    return Exit::done;
}

std::string points_text(const std::optional<model::Points>& points)
{
    return points ? points->text() : std::string();
}

std::string rule_points(Call& call, const model::RuleLine& line)
{
    if (line.bands.empty())
        return points_text(line.points) + (line.most ? " … " + line.most->text() : "");
    std::vector<std::string> bands;
    for (const auto& band : line.bands)
        bands.push_back(std::to_string(band.from) + "–"
            + (band.to ? std::to_string(*band.to) : std::string("…")) + ": " + band.points.text());
    return model::join(bands, call.text(msgid(", ")));
}

void print_frame(Call& call, const AssessmentMethod& method)
{
    const auto row = [&](const char* head, const std::string& text) {
        if (!text.empty())
            call.print(call.text({msgid("{1}: {2}"), {call.text(head), text}}));
    };
    call.print(method.name);
    row(msgid("Version"), method.version);
    row(msgid("Valid from"), method.from ? model::to_iso(*method.from) : "");
    row(msgid("Valid to"), method.to ? model::to_iso(*method.to) : "");
    row(msgid("Source of the method"), method.source.document);
    row(msgid("Where the text was read"), method.source.found);
    row(msgid("Objects"), objects_of(call, method));
    row(msgid("Period"), period_of(call, method));
    row(msgid("Base"), points_text(method.base));
    row(msgid("Lowest score"), points_text(method.floor));
    row(msgid("Highest score"), points_text(method.max));
    row(msgid("Most bonus points"), points_text(method.bonus_cap));
    if (method.is_partial)
        row(msgid("Not known"), model::join(method.unknown, call.text(msgid(", "))));
}

void print_categories(Call& call, const AssessmentMethod& method)
{
    if (method.categories.empty())
        return;
    TextTable table(
        {call.text(msgid("Number in the method")), call.text(msgid("Category of points")),
            call.text(msgid("Points stated")), call.text(msgid("Not below"))});
    for (const auto& category : method.categories)
        table.add({category.number, category.name, points_text(category.points),
            points_text(category.floor)});
    call.print("\n" + table.text());
}

void print_lines(Call& call, const AssessmentMethod& method)
{
    if (method.lines.empty())
        return;
    TextTable table({call.text(msgid("Rule")), call.text(msgid("What the rule is about")),
        call.text(msgid("Points stated")), call.text(msgid("Counted by")),
        call.text(msgid("Clause"))});
    for (const auto& line : method.lines)
        table.add({line.number, line.text, rule_points(call, line),
            call.text(choice(line.per).label), line.clause});
    call.print(table.text());
}

void print_results(Call& call, const AssessmentMethod& method)
{
    for (const auto& link : method.links)
        call.print(call.text({msgid("Rule {1} goes on to rule {2}, times {3}"),
            {link.from, link.to, link.ratio.text()}}));
    for (const auto& veto : method.vetoes)
        call.print(call.text({msgid("Rule {1} bars from titles: {2}"),
            {veto.line, call.text(choice(veto.scope).label)}}));
    for (const auto& scorer : method.composition)
        call.print(call.text({msgid("{1} ({2}): {3} %"),
            {scorer.name, call.text(choice(scorer.part).label),
                model::Points::of(100).weighted(scorer.weight).text()}}));
    for (const auto& title : method.titles) {
        const auto quota = title.quota ? std::to_string(*title.quota)
            : title.percent            ? std::to_string(*title.percent) + " %"
                                       : call.text(msgid("number not known"));
        call.print(call.text({msgid("Title {1} ({2}, {3}): {4}"),
            {title.name, call.text(choice(title.object).label),
                call.text(choice(title.period).label), quota}}));
    }
}

Exit show(Call& call)
{
    const auto shown = method_of(call, call.operand(1));
    if (call.json()) { // the file itself, so that it can be kept and edited
        call.answer({{"method", json::parse(shown.bytes)}});
        return Exit::done;
    }
    print_frame(call, shown.method);
    print_categories(call, shown.method);
    print_lines(call, shown.method);
    print_results(call, shown.method);
    return Exit::done;
}

Exit check(Call& call)
{
    const auto reading = model::read_method(file_bytes(call.operand(1)));
    json::array problems;
    for (const auto& problem : reading.problems) {
        if (!call.json())
            call.print(problem.sentence(call.translate()));
        problems.push_back(
            {{"place", call.text(problem.place)}, {"message", call.text(problem.what)}});
    }
    if (call.json())
        call.answer({{"problems", std::move(problems)}});
    else if (reading.method)
        call.print(call.text({msgid("{1}: {2} rules, nothing wrong"),
            {reading.method->name, std::to_string(reading.method->lines.size())}}));
    return reading.method ? Exit::done : Exit::findings;
}

} // namespace

Exit method(Call& call)
{
    const auto& word = call.operand(0);
    const auto operands = call.line().operands.size();
    if (word == "list" && operands == 1)
        return list(call);
    if (word == "show" && operands == 2)
        return show(call);
    if (word == "check" && operands == 2)
        return check(call);
    if (word == "import" && operands == 2)
        return import_method(call);
    if (word == "try" && operands == 3)
        return try_method(call);
    throw UsageError({msgid("Write it like this: {1}"),
        {"hallctl method list | show ID | check FILE | import FILE | try FILE LEDGER.csv"}});
}

} // namespace app
