#include "app/cli/command.h"
#include "app/cli/device_command.h"
#include "app/cli/json.h"
#include "app/cli/new_file.h"
#include "app/terminal/text_table.h"
#include "model/access/recovery_key.h"
#include "model/base/text.h"
#include "model/custody/custody.h"
#include "model/custody/escrow.h"
#include "model/exchange/entry.h"
#include "model/rules/divisions.h"
#include "model/store/contents.h"
#include "model/sync/http_transport.h"
#include "model/sync/inbox.h"

#include "i18n/translations.h"
#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::InboxItem;
using model::msgid;
using model::UsageError;

/// What --join, or --server with --code and --pin, say of the county.
model::JoinFile join_asked(Call& call)
{
    const auto& line = call.line();
    if (line.has("join") == line.has("server"))
        throw UsageError(
            {msgid("Say how to join: --join FILE.join, or --server URL --code CODE --pin SHA256")});
    if (line.has("join"))
        for (const auto* option : {"code", "pin"})
            if (line.has(option))
                throw UsageError(
                    {msgid("The joining file says all there is to say: leave out --{1}"),
                        {option}});
    if (line.has("join"))
        return model::read_join(call.world().files, line.value("join"));
    if (model::trimmed(line.value("code")).empty())
        throw UsageError({msgid(
            "Say with --code the one-time code that the county gave out for this computer")});
    const model::JoinFile join{
        .server = line.value("server"), .code = line.value("code"), .pin = line.value("pin")};
    const model::HttpTransport checked(join.server, join.pin); // before a passphrase is asked for
    return join;
}

/// "桃江县 (430922)"; the code alone where it is in no list.
std::string county_name(Call& call, const std::string& code)
{
    const auto* county = model::county_of(code);
    return county ? call.text({msgid("{1} ({2})"), {county->name, code}}) : code;
}

/// {"device", "role", "org", "region"}: what the county made of this file.
json::object report_membership(Call& call, model::RecordStore& store)
{
    const auto self = store.self();
    if (!call.json())
        call.print(
            call.text({msgid("This file has joined county {2} as device {1}, for {3}: hallctl "
                             "sync fetches its records"),
                {std::to_string(self.device), county_name(call, self.county()), self.region}}));
    return {{"device", self.device}, {"role", model::role_name(self.org.role)},
        {"org", self.org.id}, {"region", self.region}};
}

/// A file that is not there yet is made: an office that starts with a joining file needs no init.
Exit enrol_new_file(Call& call, const model::JoinFile& join)
{
    const auto made = make_file(call);
    json::object answer;
    try {
        Session session(call.world(), data_file(call.line()), made.key, made.account);
        session.store.set_self({.office = join.name});
        model::enrol_with(session.store, join, false, made.account);
        answer = report_membership(call, session.store);
    } catch (...) {
        model::unmake_file(call.world().files, data_file(call.line()));
        throw;
    }
    answer["account"] = made.account.name;
    answer["recovery_key"] = model::recovery_text(made.key);
    if (call.json())
        call.answer(answer);
    else
        print_recovery_key(call, made.key);
    return Exit::done;
}

Exit enrol(Call& call)
{
    const auto join = join_asked(call);
    if (!call.world().files.exists(data_file(call.line())))
        return enrol_new_file(call, join);
    call.require(model::Action::devices);
    const auto before = model::Replica(call.store()).membership();
    std::string copy;
    try {
        copy = model::enrol_with(
            call.store(), join, call.line().has("sure"), call.session().account());
    } catch (const model::JoiningDoubt& doubt) {
        throw UsageError(
            {msgid("{1}. If that is right, add --sure"), {call.text(doubt.message())}});
    }
    auto answer = report_membership(call, call.store());
    answer["copy"] = copy;
    const auto now = model::Replica(call.store()).membership();
    if (before.self.device && before.pin == now.pin) {
        answer["was"] = before.self.device;
        call.note(call.text({msgid("It was device {1} before: where nobody uses another copy of it "
                                   "any more, let the county revoke that number "
                                   "(hallkeeper-server --data FOLDER revoke {1})"),
            {std::to_string(before.self.device)}}));
    }
    if (!copy.empty())
        call.note(call.text({msgid("This file as it was before is kept in {1}"), {copy}}));
    if (call.json())
        call.answer(answer);
    return Exit::done;
}

void note_restored_county(Call& call, const model::SyncResult& result)
{
    call.note(result.returned == 0
            ? call.text({msgid("The county server was restored from an older backup and had lost "
                               "nothing from here; this file as it was before is kept in {1}"),
                {result.copy}})
            : call.text({msgid("The county server was restored from an older backup. {1} "
                               "records it had lost were sent to it again; this file as it "
                               "was before is kept in {2}"),
                {std::to_string(result.returned), result.copy}}));
}

Exit sync(Call& call)
{
    const bool dry = call.line().has("dry-run");
    model::SyncResult result;
    if (dry)
        result = {.unsent = call.store().unsent(),
            .contents_to_send = model::Contents(call.store()).count_to_send(),
            .contents_to_fetch = model::Contents(call.store()).count_to_fetch()};
    else
        result = model::sync_in_custody(call.store(), call.session().key, call.session().account());
    if (call.json())
        call.answer({{"pushed", result.pushed}, {"pulled", result.pulled},
            {"conflicts", result.conflicts}, {"refused", result.refused}, {"unsent", result.unsent},
            {"repaired", result.repaired}, {"returned", result.returned}, {"copy", result.copy},
            {"contents",
                {{"sent", result.contents_sent}, {"fetched", result.contents_fetched},
                    {"to_send", result.contents_to_send},
                    {"to_fetch", result.contents_to_fetch}}}});
    else if (dry)
        call.print(
            call.text({msgid("{1} edits wait to be sent"), {std::to_string(result.unsent)}}));
    else
        call.print(call.text(
            {msgid("Sent {1}, received {2}; new conflicts {3}, refused {4}; still to send {5}"),
                {std::to_string(result.pushed), std::to_string(result.pulled),
                    std::to_string(result.conflicts), std::to_string(result.refused),
                    std::to_string(result.unsent)}}));
    if (!result.copy.empty())
        note_restored_county(call, result);
    if (const auto words = model::words_of_contents(result); words && !call.json())
        call.print(call.text(*words));
    for (const auto& news : result.news)
        call.note(call.text(news));
    const auto escrow = model::escrow_state(call.store(), call.session().key);
    if (!dry && model::is_offer_news(call.store(), escrow))
        call.note(call.text(model::words_of(escrow)));
    const auto open = model::Inbox(call.store()).count_open();
    const bool is_asked = call.line().has("none") && open > 0;
    if (is_asked)
        call.note(call.text({msgid("{1} items wait for a decision or were refused: {2}"),
            {std::to_string(open), call.command("conflicts")}}));
    else if (result.conflicts > 0 || result.refused > 0)
        call.note(call.text({msgid("To see what waits for a decision or was refused: {1}"),
            {call.command("conflicts")}}));
    if (result.refused > 0)
        return Exit::partly;
    return is_asked ? Exit::findings : Exit::done;
}

/// What people call the record; the short form of its id where nobody knows.
std::string title_of(Call& call, const InboxItem& item)
{
    return item.title.empty() ? call.store().title_of(item.record) : item.title;
}

/// What the account may read of an item: masked, and of a whole record that was refused nothing,
/// unless it may read it whole.
json::value value_json(const InboxItem& item, const model::Value& value, bool whole)
{
    if (item.field)
        return to_json(*item.field, value, whole);
    return whole || item.step ? to_json(item.step && !whole ? model::Value{} : value)
                              : json::value();
}

json::object item_json(Call& call, const InboxItem& item, bool whole)
{
    json::object object{{"id", item.id.hex()}, {"kind", item.kind}, {"entity", nullptr},
        {"record", item.record.text()}, {"title", title_of(call, item)}, {"field", nullptr},
        {"base", value_json(item, item.base, whole)}, {"mine", value_json(item, item.mine, whole)},
        {"theirs", value_json(item, item.theirs, whole)}, {"mine_by", item.mine_by},
        {"theirs_by", item.theirs_by}, {"mine_at", nullptr}, {"theirs_at", nullptr},
        {"state", item.state}};
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
    if (item.step)
        object["step"] = *item.step == model::OpType::create ? "create"
            : *item.step == model::OpType::remove            ? "delete"
                                                             : "restore";
    if (!item.reason.empty())
        object["reason"] = call.text(item.reason.c_str());
    return object;
}

/// The three values of an item as a clerk reads them.
struct Sides {
    std::string base;
    std::string mine;
    std::string theirs;
    bool masked = false; ///< something of them is hidden
};

Sides sides_of(Call& call, const InboxItem& item, bool whole)
{
    const auto text = [&](const model::Value& value) {
        if (item.field)
            return call.shown(*item.field, value, whole);
        return whole ? model::to_text(value) : std::string();
    };
    if (const auto* step = model::step_label(item))
        return {.mine = call.text(step)};
    Sides sides{text(item.base), text(item.mine), text(item.theirs)};
    for (const auto take : {model::Take::mine, model::Take::theirs})
        if (model::is_deletion(item, take))
            (take == model::Take::mine ? sides.mine : sides.theirs) = call.text(msgid("(deleted)"));
    sides.masked = item.field && item.field->personal && !whole;
    // Two numbers that differ in the middle would look like one.
    const auto looks_like = [&](const model::Value& one, const model::Value& other) {
        return sides.masked && one != other && text(one) == text(other);
    };
    const auto mark = [&](std::string& side) {
        side = call.text({msgid("{1} (differs in what is hidden)"), {side}});
    };
    if (looks_like(item.mine, item.base))
        mark(sides.mine);
    if (looks_like(item.theirs, item.base) || looks_like(item.theirs, item.mine))
        mark(sides.theirs);
    return sides;
}

/// Whether the command gives the item's personal values whole.
bool is_whole(Call& call, const model::Permission& permission, const InboxItem& item)
{
    return call.asks_for_whole() && model::may_read_whole(call.store(), permission, item);
}

void print_items(
    Call& call, const model::Permission& permission, const std::vector<InboxItem>& items)
{
    constexpr int room_for_a_reason = 80;
    TextTable table(
        {call.text(msgid("Title")), call.text(msgid("Field")), call.text(msgid("Originally")),
            call.text(msgid("You entered")), call.text(msgid("The other side entered")),
            call.text(msgid("Who")), call.text(msgid("Why the county did not take it")),
            call.text(msgid("Id for resolve"))},
        room_for_a_reason);
    bool masked = false;
    for (const auto& item : items) {
        const auto sides = sides_of(call, item, is_whole(call, permission, item));
        masked = masked || sides.masked;
        table.add({title_of(call, item),
            call.text(item.field ? item.field->label : msgid("(whole record)")), sides.base,
            sides.mine, sides.theirs, item.theirs_by,
            item.reason.empty() ? std::string() : call.text(item.reason.c_str()), item.id.hex()});
    }
    call.print(table.empty() ? call.text(msgid("There are no conflicts")) : table.text());
    if (masked && !call.line().has("reveal"))
        call.note(call.text(msgid("Personal values are masked; --reveal shows them in full")));
}

/// Throws Error where --reveal asks for what the account may read nothing of.
void must_reveal(
    Call& call, const model::Permission& permission, const std::vector<InboxItem>& items)
{
    const auto is_hidden = [&](const InboxItem& item) {
        return item.field && item.field->personal
            && !model::may_read_whole(call.store(), permission, item);
    };
    if (const auto item = std::ranges::find_if(items, is_hidden); item != items.end())
        if (std::ranges::none_of(items, [&](const InboxItem& other) {
                return other.field && other.field->personal && !is_hidden(other);
            }))
            call.require(model::Action::reveal, *item->def);
}

Exit conflicts(Call& call)
{
    auto items = model::Inbox(call.store()).open();
    if (!call.line().has("notices"))
        std::erase_if(items, [](const auto& item) { return item.kind == "on_behalf"; });
    const auto permission = call.editor().permission();
    std::erase_if(
        items, [&](const auto& item) { return !model::may_see(call.store(), permission, item); });
    if (call.line().has("reveal"))
        must_reveal(call, permission, items);
    call.note_revealed(
        nullptr, static_cast<std::size_t>(std::ranges::count_if(items, [&](const auto& item) {
            return (!item.field || item.field->personal) && is_whole(call, permission, item);
        })));
    if (!call.json()) {
        print_items(call, permission, items);
    } else {
        json::array array;
        for (const auto& item : items)
            array.push_back(item_json(call, item, is_whole(call, permission, item)));
        call.answer({{"conflicts", std::move(array)}});
    }
    return call.line().has("none") && !items.empty() ? Exit::findings : Exit::done;
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
    if (!item || !model::may_see(call.store(), call.editor().permission(), *item))
        throw model::Error(
            {msgid("There is no conflict “{1}”: see hallctl conflicts"), {call.operand(0)}});
    const auto value = take ? std::nullopt : std::optional(value_for(call, *item));
    model::Outcome outcome{.done = true};
    understood([&] {
        if (value)
            outcome = inbox.resolve(item->id, *value, call.session().account());
        else
            inbox.resolve(item->id, *take, call.session().account());
    });
    // What is still missing elsewhere in the record is no matter of the decision.
    std::erase_if(outcome.findings,
        [](const auto& finding) { return finding.level == model::Level::remind; });
    if (item->def)
        call.note(*item->def, outcome.findings);
    if (call.json())
        call.answer({{"id", item->id.hex()}, {"state", outcome.done ? "settled" : "open"},
            {"findings", to_json(outcome.findings, call.translate())}});
    else if (outcome.done)
        call.print(call.text(msgid("The conflict is settled")));
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace

const std::vector<Command>& sync_commands()
{
    static const std::vector<Command> commands{
        {"enrol", msgid("enrol --join FILE.join | --server URL --code CODE --pin SHA256 [--sure]"),
            msgid("join a county with what its server gave out"), 0, 0,
            {"join", "server", "code", "pin", "sure"}, enrol,
            msgid(
                "A FILE that is not there yet is made, with an account and a recovery key as "
                "init does. A file that has joined and is copied to a new computer, together with "
                "FILE.keys, syncs there as it is.\n--sure  the file becomes another place's, "
                "office's or unit's, goes to a county server that was set up anew, or gets a "
                "number of its own beside another copy of it; the code is not spent before")},
        {"sync", msgid("sync [--dry-run] [--none]"), msgid("send and receive"), 0, 0,
            {"dry-run", "none"}, sync,
            msgid("--dry-run  says how much waits to be sent\n--none  asks that nothing wait for a "
                  "decision afterwards: ends with 4 where something does")},
        {"devices", msgid("devices"),
            msgid("the computers of the county, and what state they are in"), 0, 0, {}, devices,
            msgid("Asks the county server; for the accounts of the hall office that may manage "
                  "computers.")},
        {"device", msgid("device revoke|lost|found NUMBER --reason TEXT"),
            msgid("shut a computer out, or report it lost"), 2, 2, {"reason"}, device,
            msgid("revoke  the county refuses it from now on; it keeps its data\nlost  it is "
                  "refused, and when it calls it destroys its data, its backups and its keys; what "
                  "it had not sent is lost\nfound  withdraws that while it has not called")},
        {"escrow", msgid("escrow [on|off]"),
            msgid("whether the county keeps this file's key, sealed, for a forgotten passphrase"),
            0, 1, {}, escrow},
        {"conflicts", msgid("conflicts [--notices] [--reveal] [--none]"),
            msgid("what two offices entered differently, and waits for a decision"), 0, 0,
            {"notices", "reveal", "none"}, conflicts,
            msgid("--notices  also what the hall office entered on your behalf\n--reveal  personal "
                  "values in full\n--none  asks that there be none: ends with 4 where there is "
                  "one")},
        {"resolve", msgid("resolve ID --take base|mine|theirs | --value VALUE"),
            msgid("decide one of them"), 1, 1, {"take", "value"}, resolve},
    };
    return commands;
}

} // namespace app
