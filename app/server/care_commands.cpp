#include "app/server/command.h"
#include "app/server/county_backup.h"
#include "model/base/error.h"
#include "model/store/audit_check.h"
#include "model/store/contents.h"
#include "model/store/damage.h"
#include "model/store/file_sum.h"

#include <boost/json/array.hpp>

namespace app {

namespace {

namespace json = boost::json;
using model::Error;
using model::msgid;

using Count = model::FileSum;

/// What the rows themselves add up to, and how many they are.
Count counted(model::Database& db)
{
    return model::guarded(db, [&] {
        const model::Transaction snapshot(db, model::TransactionKind::reading);
        auto count = model::sum_of_rows(db.handle());
        if (count.digest != model::sum_kept(db.handle()).digest)
            throw Error({msgid("The records in {1} do not add up to the sum that was kept of them: "
                               "restore the last backup"),
                {db.path()}});
        return count;
    });
}

/// What is to be said of daily copies, where the running server was given a folder for them.
std::string told_of_copies(const Call& call, const CopiesState& state)
{
    if (state.last == 0)
        return call.text({msgid("There is no backup in {1} yet\n"), {state.folder}});
    const auto at = model::to_iso_time(state.last);
    return call.text({state.is_late ? msgid("The newest backup in {1} is of {2}, which is too long "
                                            "ago: see whether the disk is there and the server "
                                            "runs\n")
                                    : msgid("The newest backup in {1} is of {2}\n"),
        {state.folder, at}});
}

} // namespace

Exit check_county(const Call& call)
{
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    json::array damage;
    std::string text;
    for (const auto& message : model::damage(folder.data_file(), folder.key())) {
        damage.emplace_back(call.text(message));
        text += call.text(message) + '\n';
    }
    if (!damage.empty()) {
        text += call.text(
            {msgid("The county's data is damaged: stop the server and bring {1} back from "
                   "its last backup\n"),
                {call.data()}});
        call.answer({{"sound", false}, {"damage", damage}}, text);
        return Exit::failed;
    }
    County county(folder, call.world);
    const auto count = counted(county.db);
    const auto devices = county.hub.devices().size();
    const auto log = model::check_audit(county.store);
    model::note_findings(county.store, log);
    json::array findings;
    text = call.text({msgid("The county's data is sound: {1} records, {2} devices\n"),
        {std::to_string(count.records), std::to_string(devices)}});
    for (const auto& finding : log.findings) {
        findings.emplace_back(call.text(finding.sentence()));
        text += call.text(finding.sentence()) + '\n';
    }
    json::array contents;
    model::Contents kept(county.store);
    for (const auto& each : kept.damaged()) {
        kept.look_at(each.hash); // notes it, so that devices are asked for it
        contents.emplace_back(each.attachment.is_nil() ? each.hash : each.attachment.text());
        text += call.text({msgid("The content of an attachment is damaged: a device that has it is "
                                 "asked for it at its next sync; if none brings it, take it from "
                                 "the last backup ({1})\n"),
            {each.attachment.is_nil() ? each.hash : each.attachment.text()}});
    }
    const bool is_sound = log.is_sound() && contents.empty();
    json::object answer{{"sound", is_sound}, {"damage", damage}, {"county", county.hub.county()},
        {"records", count.records}, {"devices", devices}, {"digest", count.digest.hex()},
        {"audit", findings}, {"attachments", contents}};
    if (const auto copies = remembered_copies(county); !copies.empty()) {
        const auto state = copies_state(county, call.world, folder.key(), copies);
        text += told_of_copies(call, state);
        answer["backup"] = json::object{{"folder", copies},
            {"last", state.last == 0 ? "" : model::to_iso_time(state.last)},
            {"late", state.is_late}};
    }
    call.answer(answer, text);
    return is_sound ? Exit::done : Exit::failed;
}

Exit back_up(const Call& call)
{
    if (call.options.operands.size() != 1)
        throw model::UsageError({msgid("Say where the backup goes: backup OUT")});
    const auto& out = call.options.operands[0];
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    expect_elsewhere(out, call.data());
    const auto done = copy_county(folder, call.world, out, model::BackupReason::asked);
    const auto& sum = done.note.sum;
    call.answer({{"backup", out}, {"records", sum.records}, {"digest", sum.digest.hex()}},
        call.text({msgid("{1} records are backed up to {2}; whoever holds that folder can read "
                         "them, so lock it away\n"),
            {std::to_string(sum.records), out}}));
    return Exit::done;
}

Exit verify_backup(const Call& call)
{
    if (call.options.operands.size() != 1)
        throw model::UsageError({msgid("Say which backup is to be looked at: verify FOLDER")});
    const auto& folder = call.options.operands[0];
    const auto found = verified_copy(call.world, folder);
    const auto at = found.note.at == 0 ? std::string() : model::to_iso_time(found.note.at);
    call.answer({{"sound", true}, {"backup", folder}, {"records", found.note.sum.records},
                    {"digest", found.note.sum.digest.hex()}, {"at", at}},
        call.text({msgid("The backup {1} is sound: {2} records {3}\n"),
            {folder, std::to_string(found.note.sum.records), at}}));
    return Exit::done;
}

} // namespace app
