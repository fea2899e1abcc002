#include "app/cli/leave_balance_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/day/leave_balance.h"

#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::LeaveBalance;
using model::LeaveKind;
using model::msgid;

std::chrono::year year_asked(Call& call)
{
    const auto word = call.line().value("year");
    if (word.empty())
        return call.store().today().year();
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number < 1949 || number > 9999)
        throw model::UsageError(
            {msgid("--{1} takes a year such as 2026, not “{2}”"), {"year", word}});
    return std::chrono::year(number);
}

std::string in_days(std::int64_t tenths)
{
    return model::to_text(model::Decimal{tenths, 1});
}

std::string in_days(const std::optional<std::int64_t>& tenths)
{
    return tenths ? in_days(*tenths) : std::string();
}

const model::Choice& choice_of(LeaveKind kind)
{
    return model::choices_of<LeaveKind>.at(static_cast<std::size_t>(kind));
}

json::object to_json(const LeaveBalance& balance)
{
    json::object taken;
    for (const auto& [kind, tenths] : balance.taken)
        taken[choice_of(kind).code] = in_days(tenths);
    json::object object{{"person", balance.person.text()}, {"name", balance.name},
        {"unit", balance.unit}, {"taken", std::move(taken)}, {"uncounted", balance.uncounted}};
    if (balance.annual_days) {
        object["annual_days"] = *balance.annual_days;
        object["annual_left"] = in_days(balance.annual_left());
    }
    return object;
}

/// The annual leave first, then what else was taken.
void print_balances(Call& call, const std::vector<LeaveBalance>& balances)
{
    TextTable table(
        {call.text(msgid("Name")), call.text(msgid("Unit")), call.text(msgid("Annual leave")),
            call.text(msgid("Days taken")), call.text(msgid("Days left")), call.text(msgid("Other leave"))});
    for (const auto& each : balances) {
        std::string other;
        for (const auto& [kind, tenths] : each.taken)
            if (kind != LeaveKind::annual)
                other += (other.empty() ? "" : "、") + call.text(choice_of(kind).label) + ' '
                    + in_days(tenths);
        const auto annual = each.taken.find(LeaveKind::annual);
        table.add({each.name, each.unit,
            each.annual_days ? std::to_string(*each.annual_days) : std::string(),
            annual == each.taken.end() ? std::string() : in_days(annual->second),
            in_days(each.annual_left()), std::move(other)});
    }
    call.print(table.text());
}

} // namespace

Exit leave_balance(Call& call)
{
    call.readable(model::def_of<model::Leave>().name);
    const auto year = year_asked(call);
    const auto balances = model::leave_balances(call.store(), call.editor().permission(), year);
    if (!call.json()) {
        print_balances(call, balances);
        return Exit::done;
    }
    json::array all;
    for (const auto& each : balances)
        all.push_back(to_json(each));
    call.answer({{"year", static_cast<int>(year)}, {"balances", std::move(all)}});
    return Exit::done;
}

} // namespace app
