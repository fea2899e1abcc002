#include "app/cli/portrait_command.h"

#include "app/cli/json.h"
#include "model/commands/portrait.h"
#include "model/entities/person.h"

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;

void write_portrait(Call& call, const model::Uuid& person)
{
    const auto& to = call.line().value("out");
    auto& files = call.world().files;
    if (files.exists(to))
        throw model::Error({msgid("There is a file {1} already: choose another name"), {to}});
    const auto found = model::portrait_of(call.editor(), person);
    if (!found)
        throw model::Error({msgid("There is no portrait of {1} that this account may see"),
            {call.store().title_of(person)}});
    const auto bytes =
        model::Attachments(call.editor())
            .content(found->attachment, model::ContentUse::save, call.line().value("reason"));
    files.write(to, bytes, model::Readers::owner);
}

model::Outcome change_portrait(Call& call, const model::Uuid& person)
{
    if (call.line().has("picture"))
        return model::set_portrait(call.editor(), person,
            model::Attachments(call.editor())
                .read(call.world().files, call.line().value("picture")));
    if (call.line().has("no-picture"))
        return model::remove_portrait(call.editor(), person);
    if (call.line().has("out"))
        write_portrait(call, person);
    return {.done = true, .id = person};
}

} // namespace

Exit portrait(Call& call)
{
    const auto& def = call.readable("person");
    const auto person = call.record(def, call.operand(0));
    const auto outcome = change_portrait(call, person);
    call.note(def, outcome.findings);
    const auto found = model::portrait_of(call.editor(), person);
    if (call.json()) {
        json::value shown(nullptr);
        if (found)
            shown = json::object{{"attachment", found->attachment.text()}, {"title", found->title},
                {"size", found->size}, {"is_here", found->is_here}};
        call.answer({{"person", person.text()}, {"changed", outcome.done && outcome.changed},
            {"portrait", std::move(shown)},
            {"findings", app::to_json(outcome.findings, call.translate())}});
    } else if (outcome.done) {
        call.print(call.text(found
                ? model::Message{msgid("Portrait: {1}"), {found->title}}
                : model::Message{msgid("There is no portrait of {1} that this account may see"),
                    {call.store().title_of(person)}}));
    }
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app
