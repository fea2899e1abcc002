#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/text_table.h"
#include "model/access/masking.h"
#include "model/exchange/entry.h"
#include "model/sync/inbox.h"
#include "model/sync/link.h"

#include "i18n/translations.h"

namespace app {

namespace {

namespace json = boost::json;
using model::InboxItem;
using model::msgid;
using model::UsageError;

json::object item_json(Call& call, const InboxItem& item)
{
    json::object object{{"id", item.id.hex()}, {"kind", item.kind}, {"entity", nullptr},
        {"record", item.record.text()}, {"title", call.store().title_of(item.record)},
        {"field", nullptr}, {"base", to_json(item.base)}, {"mine", to_json(item.mine)},
        {"theirs", to_json(item.theirs)}, {"mine_by", item.mine_by}, {"theirs_by", item.theirs_by},
        {"mine_at", nullptr}, {"theirs_at", nullptr}, {"state", item.state}};
    if (item.def)
        object["entity"] = item.def->name;
    if (item.field)
        object["field"] = item.field->name;
    else if (item.fid == model::deleted_fid)
        object["field"] = "deleted";
    if (item.mine_at)
        object["mine_at"] = model::to_iso_time(item.mine_at);
    if (item.theirs_at)
        object["theirs_at"] = model::to_iso_time(item.theirs_at);
    if (!item.reason.empty())
        object["reason"] = call.text(item.reason.c_str());
    return object;
}

void print_items(Call& call, const std::vector<InboxItem>& items)
{
    TextTable table(
        {call.text(msgid("Title")), call.text(msgid("Field")), call.text(msgid("Originally")),
            call.text(msgid("You entered")), call.text(msgid("The other side entered")),
            call.text(msgid("Who")), call.text(msgid("Id for resolve"))});
    for (const auto& item : items) {
        const auto value = [&](const model::Value& held) {
            return item.field ? model::masked(*item.field, held) : model::to_text(held);
        };
        table.add({call.store().title_of(item.record),
            item.field ? call.text(item.field->label) : "", value(item.base), value(item.mine),
            value(item.theirs), item.theirs_by, item.id.hex()});
    }
    call.print(table.empty() ? call.text(msgid("There are no conflicts")) : table.text());
}

Exit conflicts(Call& call)
{
    model::Inbox inbox(call.store());
    const auto items = inbox.open();
    if (!call.json()) {
        print_items(call, items);
        return Exit::done;
    }
    json::array array;
    for (const auto& item : items)
        array.push_back(item_json(call, item));
    call.answer({{"conflicts", std::move(array)}});
    return Exit::done;
}

std::optional<model::Take> take_named(const std::string& name)
{
    if (name == "base")
        return model::Take::base;
    if (name == "mine")
        return model::Take::mine;
    if (name == "theirs")
        return model::Take::theirs;
    return std::nullopt;
}

model::Value value_for(Call& call, const InboxItem& item)
{
    if (!item.field)
        throw UsageError({msgid("This is about the whole record: use --take")});
    model::EntryReader reader(
        call.store(), {call.translate(), i18n::translator(i18n::languages[0])});
    const auto entry = reader.read(*item.field, call.line().value("value"));
    if (const auto* refused = std::get_if<model::Message>(&entry))
        throw model::Error(*refused);
    return std::get<model::Value>(entry);
}

Exit resolve(Call& call)
{
    const auto& line = call.line();
    const auto take = take_named(line.value("take"));
    if (line.has("take") == line.has("value") || (line.has("take") && !take))
        throw UsageError({msgid("Say how: --take base, mine or theirs, or --value VALUE")});
    model::Inbox inbox(call.store());
    const auto item = inbox.find(model::Hash128::from_hex(call.operand(0)));
    if (!item)
        throw model::Error(
            {msgid("There is no conflict “{1}”: see hallctl conflicts"), {call.operand(0)}});
    if (take)
        inbox.resolve(item->id, *take, call.session().account());
    else
        inbox.resolve(item->id, value_for(call, *item), call.session().account());
    if (call.json())
        call.answer({{"id", item->id.hex()}, {"state", "settled"}});
    else
        call.print(call.text(msgid("The conflict is settled")));
    return Exit::done;
}

} // namespace

const std::vector<Command>& sync_commands()
{
    static const std::vector<Command> commands{
        {"conflicts", msgid("conflicts"),
            msgid("what two offices entered differently, and waits for a decision"), 0, 0, {},
            conflicts},
        {"resolve", msgid("resolve ID --take base|mine|theirs | --value VALUE"),
            msgid("decide one of them"), 1, 1, {"take", "value"}, resolve},
    };
    return commands;
}

} // namespace app
