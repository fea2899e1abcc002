#include "app/cli/account_command.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/new_file.h"
#include "model/access/new_office.h"
#include "model/access/recovery.h"
#include "model/access/recovery_key.h"
#include "model/access/sign_in.h"
#include "model/base/text.h"
#include "model/commands/attachments.h"
#include "model/commands/require.h"
#include "model/entities/catalog.h"
#include "model/exchange/demo_county.h"
#include "model/rules/divisions.h"
#include "model/store/contents.h"
#include "model/store/damage.h"

#include <algorithm>
#include <ranges>

namespace app {

namespace {

namespace json = boost::json;
using model::Error;
using model::msgid;
using model::UsageError;

// --- init -----------------------------------------------------------------------------------

Exit init(Call& call)
{
    const auto self =
        model::self_of_office(call.line().value("region"), call.line().value("office"));
    const auto path = data_file(call.line());
    if (call.line().has("demo") && self.region != model::demo_region)
        throw UsageError({msgid("The demo county is {1}: leave out --demo, or take that region"),
            {std::string(model::demo_region)}});
    const auto made = make_file(call);
    Session session(call.world(), path, made.key, made.account);
    session.store.set_self(self);
    const auto place = model::add_own_place(session.store, made.account);
    json::object answer{{"recovery_key", model::recovery_text(made.key)},
        {"account", made.account.name}, {"place", place.text()}};
    if (call.line().has("demo"))
        answer["records"] = model::load_demo_county(session.store, place);
    model::add_founder(session.store, made.account); // who enters the demo county has no duties
    if (!model::county_of(self.region))
        call.note(call.text({msgid("Note: there is no county with the code {1} in the list of "
                                   "divisions; if it is mistyped, make the file anew"),
            {self.county()}}));
    if (call.json()) {
        call.answer(answer);
        return Exit::done;
    }
    call.print(call.text(
        {msgid("{1} was made for {2}, account {3}"), {path, self.office, made.account.name}}));
    print_recovery_key(call, made.key);
    return Exit::done;
}

// --- recover --------------------------------------------------------------------------------

Exit recover(Call& call)
{
    const auto path = data_file(call.line());
    if (!call.line().has("key"))
        throw UsageError({msgid("Type the recovery key after --key")});
    auto& world = call.world();
    model::Recovery recovery(world.files, world.clock, world.random, path,
        model::parse_recovery(call.line().value("key")));
    const auto account = recovery.account_named(model::trimmed(call.line().value("user")));
    recovery.set_passphrase(account,
        new_passphrase({new_passphrase_variable, passphrase_variable},
            call.text(msgid("New passphrase: ")), call.text(msgid("The same again: "))));
    if (!recovery.put_aside().empty())
        call.note(call.text({msgid("The old key file cannot be read and was kept as {1}"),
            {recovery.put_aside()}}));
    if (call.json())
        call.answer({{"account", account.name}});
    else
        call.print(call.text(
            {msgid("{1} opens again with the new passphrase of {2}"), {path, account.name}}));
    return Exit::done;
}

// --- verify ---------------------------------------------------------------------------------

json::object readable_json(const model::Readable& found)
{
    json::array ids;
    for (const auto& id : found.first_unreadable)
        ids.push_back(json::value(id.text()));
    return {{"entity", found.def->name}, {"records", found.records}, {"whole", found.whole},
        {"unreadable", found.unreadable}, {"first_unreadable", std::move(ids)}};
}

void print_readable(Call& call, const model::Readable& found)
{
    const auto label = call.text(found.def->label);
    const auto records = std::to_string(found.records);
    if (found.unreadable == 0) {
        call.print(call.text({found.whole ? msgid("{1}: all {2} records can be read")
                                          : msgid("{1}: {2} records can still be read, not all"),
            {label, records}}));
        return;
    }
    call.print(call.text({msgid("{1}: {2} records can still be read, {3} cannot:"),
        {label, records, std::to_string(found.unreadable)}}));
    for (const auto& id : found.first_unreadable)
        call.print("  " + id.text());
    if (const auto more = found.unreadable - std::ssize(found.first_unreadable); more > 0)
        call.print(call.text({msgid("  and {1} more"), {std::to_string(more)}}));
}

/// The whole audit log; none where an older version of the program wrote the file and this one may
/// not bring it up to date. What is found is noted in it, if the file takes that.
std::optional<model::AuditCheck> look_at_log(Call& call, const model::KeyFile::Unlocked& open)
{
    const auto path = data_file(call.line());
    std::optional<Session> session;
    try {
        session.emplace(call.world(), path, open.key, model::Account{}, model::Opening::read_only);
    } catch (const model::StoreError& error) {
        call.note(call.text(error.message()));
        return std::nullopt;
    }
    if (!model::Permission(session->store, open.account).may_sign_in()) {
        Session noting(call.world(), path, open.key, {});
        model::require_entry(noting.store, {open.account, open.name});
    }
    auto check = model::check_audit(session->store);
    if (!check.is_sound())
        try {
            Session noting(call.world(), path, open.key, {});
            model::note_findings(noting.store, check);
        } catch (const model::StoreError&) { // NOLINT(bugprone-empty-catch): a copy to look at only
        }
    return check;
}

json::object log_json(Call& call, const model::AuditCheck& check)
{
    json::array array;
    for (const auto& finding : check.findings)
        array.push_back({{"kind", model::finding_name(finding.kind)}, {"first", finding.first},
            {"last", finding.last}, {"sentence", call.text(finding.sentence())}});
    return {{"entries", check.entries}, {"first", check.first}, {"last", check.head.count},
        {"chain", check.head.chain.hex()}, {"findings", std::move(array)}};
}

void print_log(Call& call, const std::optional<model::AuditCheck>& check)
{
    if (!check)
        return;
    if (check->is_sound())
        return call.print(call.text({msgid("The audit log is as it was written: {1} entries"),
            {std::to_string(check->entries)}}));
    for (const auto& finding : check->findings)
        call.print(call.text(finding.sentence()));
    call.note(call.text(model::warning_of(*check).value()));
}

/// Attachments whose content is not what it was, called as the account may read it; none where the
/// file is of an older version.
std::vector<model::DamagedContent> look_at_contents(
    Call& call, const model::KeyFile::Unlocked& open)
try {
    Session session(call.world(), data_file(call.line()), open.key, model::Account{},
        model::Opening::read_only);
    auto found = model::Contents(session.store).damaged();
    model::Editor editor(session.store, {open.account, open.name});
    for (auto& each : found)
        each.title = model::Attachments(editor).title_of(each.attachment);
    return found;
} catch (const model::StoreError&) {
    return {};
}

json::array contents_json(const std::vector<model::DamagedContent>& contents)
{
    json::array array;
    for (const auto& each : contents)
        if (each.attachment.is_nil())
            array.push_back({{"attachment", ""}, {"title", ""}, {"hash", each.hash}});
        else
            array.push_back({{"attachment", each.attachment.text()}, {"title", each.title}});
    return array;
}

void print_contents(Call& call, const std::vector<model::DamagedContent>& contents)
{
    for (const auto& each : contents)
        call.print(call.text({msgid("The content of the attachment “{1}” is damaged  {2}"),
            {each.title.empty() ? "**" : each.title, each.attachment.text()}}));
    if (!contents.empty())
        call.note(
            call.text({msgid("They are fetched again by a sync; if they are not, take them from "
                             "a backup ({1}), or add the files anew"),
                {call.command("backups")}}));
}

Exit verify(Call& call)
{
    const auto path = data_file(call.line());
    const auto open = unlock(call.world(), call.line(), call.text(msgid("Passphrase: ")));
    const auto found = model::damage(path, open.key);
    const auto left = found.empty() ? std::vector<model::Readable>{}
                                    : model::readable(path, open.key, model::hall_catalog());
    const auto log = found.empty() ? look_at_log(call, open) : std::nullopt;
    const auto contents =
        found.empty() ? look_at_contents(call, open) : std::vector<model::DamagedContent>{};
    if (call.json()) {
        json::array array;
        for (const auto& message : found)
            array.push_back(json::value(call.text(message)));
        json::array registers;
        for (const auto& each : left)
            registers.push_back(readable_json(each));
        json::object answer{{"damage", std::move(array)}, {"readable", std::move(registers)}};
        if (log)
            answer["audit"] = log_json(call, *log);
        answer["attachments"] = contents_json(contents);
        call.answer(answer);
    } else if (found.empty()) {
        if (contents.empty())
            call.print(call.text({msgid("{1} is sound"), {path}}));
        print_contents(call, contents);
        print_log(call, log);
    } else {
        for (const auto& message : found)
            call.print(call.text(message));
        const auto gives = [](const auto& one) { return one.records > 0; };
        if (std::ranges::any_of(left, gives))
            for (const auto& each : left | std::views::filter([](const auto& one) {
                     return one.records > 0 || !one.whole;
                 }))
                print_readable(call, each);
        // A sentence about the file itself has its own remedy: it may be the wrong key.
        if (found.size() > 1 || found[0].args != std::vector{path})
            call.note(call.text({msgid("{1} is damaged: go back to the last backup ({2}), or save "
                                       "what can still be read ({3})"),
                {path, call.command("backups"), call.command("rescue OUT")}}));
    }
    return found.empty() && contents.empty() && (!log || log->is_sound()) ? Exit::done
                                                                          : Exit::failed;
}

} // namespace

const std::vector<Command>& office_commands()
{
    static const std::vector<Command> commands{
        {"init", msgid("init --region 430922 --office NAME [--user NAME] [--demo]"),
            msgid("make a new encrypted file for an office"), 0, 0, {"region", "office", "demo"},
            init,
            msgid("Makes FILE and FILE.keys with the first account, and shows the recovery key "
                  "once.\n--region  division code: 6 digits a county, 9 a township, 12 a "
                  "village\n--demo  fills the file with an invented county")},
        {"account",
            msgid("account list | add NAME | role NAME ROLES | lock NAME | unlock NAME | remove "
                  "NAME | hand-over OLD --to NAME | passphrase [NAME]"),
            msgid("who may open the file, and as what"), 1, 3,
            {"role", "person", "place", "unit", "to", "on", "reason"}, account,
            msgid("The passphrase of the new account, or the new one of your own or of the account "
                  "NAME, is taken from HALLKEEPER_NEW_PASSPHRASE or asked for.\n--role ROLES  what "
                  "the new account works as, parted by commas\n--place PLACE  where its roles "
                  "count, and below\n--unit UNIT  whose liaison it is\n--person PERSON  whose "
                  "account it is\n--reason TEXT  with remove and hand-over: why it "
                  "ends\nhand-over ends the account OLD and makes NAME with its roles, place and "
                  "unit: --on DATE  from when; today "
                  "where left out")},
        {"verify", "verify", msgid("look whether the file is damaged"), 0, 0, {}, verify},
        {"recover", msgid("recover --key KEY [--user NAME]"),
            msgid("open the file with the recovery key and set a new passphrase"), 0, 0, {"key"},
            recover,
            msgid("The new passphrase is taken from HALLKEEPER_NEW_PASSPHRASE, else from "
                  "HALLKEEPER_PASSPHRASE, else asked for. --user may be left out while one person "
                  "opens the file.")},
    };
    return commands;
}

} // namespace app
