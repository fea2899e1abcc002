#include "app/cli/hall_plan_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/day/hall_plan.h"
#include "model/entities/window.h"
#include "model/entities/window_position.h"

#include <array>
#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::PlanState;
using model::UsageError;

std::string_view code_of(PlanState state)
{
    constexpr std::string_view names[]{"shut", "unmanned", "lacks_b", "unauthorised", "complained"};
    return names[static_cast<std::size_t>(state)];
}

model::Uuid place_asked(Call& call)
{
    const auto wanted = call.line().value("place");
    if (!wanted.empty())
        return call.record(model::def_of<model::Place>(), wanted);
    const auto places = model::plan_places(call.store(), call.editor().permission());
    if (places.empty())
        throw model::Error({msgid("No place has a window that this account may see: enter windows "
                                  "with their place first")});
    return places.front().id;
}

/// "A01=20,40,90,110": a window of the plan and where it is to stand.
model::PlacedWindow placed_asked(const model::HallPlan& plan, const std::string& word)
{
    const auto wrong = [&word] {
        return UsageError(
            {msgid("--put takes NUMBER=X,Y,WIDTH,HEIGHT in thousandths of the floor, not “{1}”"),
                {word}});
    };
    const auto sign = word.rfind('=');
    const auto parts = sign == std::string::npos ? std::vector<std::string>()
                                                 : model::split(word.substr(sign + 1), ',');
    if (parts.size() != 4)
        throw wrong();
    std::array<std::int64_t, 4> numbers{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto text = model::trimmed(parts[i]);
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
        if (error != std::errc() || end != text.data() + text.size())
            throw wrong();
    }
    const auto number = model::trimmed(word.substr(0, sign));
    for (const auto& window : plan.windows)
        if (window.number == number)
            return {window.id, {numbers[0], numbers[1], numbers[2], numbers[3]}};
    throw UsageError({msgid("There is no window {1} in {2}"), {number, plan.name}});
}

model::Outcome change(Call& call, const model::HallPlan& plan)
{
    const auto& line = call.line();
    if (line.has("arrange"))
        return model::place_windows(call.editor(), plan, model::arranged(plan));
    if (line.has("put")) {
        const auto placed = placed_asked(plan, line.value("put"));
        return model::place_windows(call.editor(), plan, {&placed, 1});
    }
    if (line.has("off")) {
        const auto number = line.value("off");
        for (const auto& window : plan.windows)
            if (window.number == number && !window.position.is_nil())
                return call.editor().remove(window.position);
        throw UsageError({msgid("Window {1} is not on the plan of {2}"), {number, plan.name}});
    }
    if (line.has("picture")) {
        model::SystemFiles files;
        return model::lay_picture(call.editor(), plan,
            model::Attachments(call.editor()).read(files, line.value("picture")));
    }
    if (line.has("no-picture"))
        return model::take_picture_away(call.editor(), plan);
    return {.done = true};
}

json::value to_json(const std::optional<model::PlanPicture>& picture)
{
    if (!picture)
        return nullptr;
    return json::object{{"attachment", picture->attachment.text()}, {"title", picture->title},
        {"size", picture->size}, {"is_here", picture->is_here}};
}

json::object to_json(const model::PlanWindow& window)
{
    json::array states;
    for (const auto state : window.states)
        states.push_back(json::value(code_of(state)));
    json::object object{{"window", window.id.text()}, {"number", window.number},
        {"plate", window.plate}, {"states", std::move(states)}};
    if (window.area)
        object["area"] = {{"x", window.area->x}, {"y", window.area->y},
            {"width", window.area->width}, {"height", window.area->height}};
    return object;
}

void answer(Call& call, const model::HallPlan& plan, const model::Findings& findings)
{
    json::array windows;
    for (const auto& window : plan.windows)
        windows.push_back(to_json(window));
    json::array unseen;
    for (const auto state : plan.unseen)
        unseen.push_back(json::value(code_of(state)));
    call.answer({{"place", plan.place.text()}, {"name", plan.name}, {"on", model::to_iso(plan.day)},
        {"picture", to_json(plan.picture)}, {"windows", std::move(windows)},
        {"unseen", std::move(unseen)}, {"findings", app::to_json(findings, call.translate())}});
}

void print(Call& call, const model::HallPlan& plan)
{
    TextTable table({call.text(msgid("Window")), call.text(msgid("Business")),
        call.text(msgid("Where on the plan")), call.text(msgid("What is amiss"))});
    for (const auto& window : plan.windows) {
        std::vector<std::string> states;
        for (const auto state : window.states)
            states.push_back(call.text(model::label_of(state)));
        const auto& area = window.area;
        table.add({window.number, window.plate,
            area ? std::to_string(area->x) + ", " + std::to_string(area->y)
                 : call.text(msgid("not placed yet")),
            model::join(states, call.text(msgid(", ")))});
    }
    call.print(plan.name);
    call.print(table.text());
    if (plan.picture)
        call.print(call.text({plan.picture->is_here
                ? msgid("Picture under the plan: {1}")
                : msgid("Picture under the plan: {1} (has not come to this computer yet)"),
            {plan.picture->title}}));
    for (const auto state : plan.unseen)
        call.print(call.text({msgid("This account may not see and the plan does not show: {1}"),
            {call.text(model::label_of(state))}}));
}

} // namespace

Exit hall_plan(Call& call)
{
    call.require(model::Action::see, model::def_of<model::Window>());
    const auto place = place_asked(call);
    const auto read = [&] {
        return model::read_hall_plan(
            call.store(), call.editor().permission(), place, call.store().today());
    };
    const auto outcome = change(call, read());
    call.note(model::def_of<model::WindowPosition>(), outcome.findings);
    const auto plan = read();
    if (call.json())
        answer(call, plan, outcome.findings);
    else
        print(call, plan);
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app
