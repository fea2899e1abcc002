#include "app/cli/backup_settings_command.h"

#include "app/terminal/text_table.h"
#include "model/access/backup_plan.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <string_view>

namespace app {

namespace {

using model::BackupSettings;
using model::msgid;
using model::UsageError;

constexpr std::int64_t mega = 1024LL * 1024;

constexpr std::array<std::string_view, 10> settable{"folder", "second", "days", "weeks", "months",
    "most", "warn", "second-warn", "daily", "on-exit"};

/// The file keeps it for whoever opens it from wherever; an empty name stays empty.
void take_folder(const Call& call, const char* option, std::string& folder)
{
    if (!call.line().has(option))
        return;
    const auto typed = model::trimmed(call.line().value(option));
    folder = typed.empty()
        ? typed
        : model::text_of(std::filesystem::absolute(model::path_of(typed)).lexically_normal());
}

void take_number(const Call& call, const char* option, int& number)
{
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    if (const auto typed = call.line().number(option, 1))
        number = static_cast<int>(std::min(*typed, most)); // which is refused for being too many
}

void take_switch(const Call& call, const char* option, bool& is_on)
{
    if (!call.line().has(option))
        return;
    const auto typed = model::folded(call.line().value(option));
    const auto is = [&](const char* word) { return typed == word || typed == call.text(word); };
    if (!is(msgid("yes")) && !is(msgid("no")))
        throw UsageError({msgid("The option --{1} takes yes or no, not “{2}”"),
            {option, call.line().value(option)}});
    is_on = is("yes");
}

/// The settings as they are to be.
BackupSettings wished(const Call& call, BackupSettings settings)
{
    constexpr std::int64_t most_mega = 1'000'000;
    take_folder(call, "folder", settings.folder);
    take_folder(call, "second", settings.second);
    take_number(call, "days", settings.keep.days);
    take_number(call, "weeks", settings.keep.weeks);
    take_number(call, "months", settings.keep.months);
    if (const auto most = call.line().number("most", 0))
        settings.keep.most_bytes = std::min(*most, most_mega) * mega;
    take_number(call, "warn", settings.first_days);
    take_number(call, "second-warn", settings.second_days);
    take_switch(call, "daily", settings.daily);
    take_switch(call, "on-exit", settings.on_exit);
    return settings;
}

/// `folder` is where the copies go, also where nothing is set.
void answer(Call& call, const BackupSettings& now, const std::string& folder)
{
    if (call.json()) {
        call.answer({{"folder", folder}, {"is_default", now.folder.empty()},
            {"second", now.second.empty() ? boost::json::value() : boost::json::value(now.second)},
            {"days", now.keep.days}, {"weeks", now.keep.weeks}, {"months", now.keep.months},
            {"most_mb", now.keep.most_bytes / mega}, {"warn", now.first_days},
            {"second_warn", now.second_days}, {"daily", now.daily}, {"on_exit", now.on_exit}});
        return;
    }
    constexpr int room_for_paths = 200;
    TextTable table(
        {call.text(msgid("Setting")), call.text(msgid("Value")), call.text(msgid("Option"))},
        room_for_paths);
    const auto add = [&](const char* label, const std::string& value, const char* option) {
        table.add({call.text(label), value, std::string("--") + option});
    };
    const auto word = [&](bool is_on) { return call.text(is_on ? msgid("yes") : msgid("no")); };
    add(msgid("Backup folder"), folder, "folder");
    add(msgid("Second backup folder"), now.second, "second");
    add(msgid("Keep one of each of the last days"), std::to_string(now.keep.days), "days");
    add(msgid("Keep one of each of the last weeks"), std::to_string(now.keep.weeks), "weeks");
    add(msgid("Keep one of each of the last months"), std::to_string(now.keep.months), "months");
    add(msgid("At most so many MB altogether (0: no limit)"),
        std::to_string(now.keep.most_bytes / mega), "most");
    add(msgid("Warn when the last backup is older than so many days"),
        std::to_string(now.first_days), "warn");
    add(msgid("Warn when that of the second folder is older than so many days"),
        std::to_string(now.second_days), "second-warn");
    add(msgid("Back up every day when the file is first opened"), word(now.daily), "daily");
    add(msgid("Back up when the program ends, if anything was changed"), word(now.on_exit),
        "on-exit");
    call.print(table.text());
}

/// A disk that is plugged in later is no mistake.
void tell_missing(Call& call, const std::string& folder, const char* option)
{
    if (call.line().has(option) && !folder.empty() && !model::is_folder(folder))
        call.note(call.text({msgid("The backup folder {1} is not there: plug in the disk, or "
                                   "choose another folder"),
            {folder}}));
}

} // namespace

Exit backup_settings(Call& call)
{
    const auto path = data_file(call.line());
    auto& store = call.store();
    auto now =
        model::guarded(store.db(), [&] { return model::backup_settings(store.db().handle()); });
    const auto is_asked = [&](std::string_view option) { return call.line().has(option); };
    if (std::ranges::any_of(settable, is_asked)) {
        call.require(model::Action::settings);
        now = wished(call, now);
        model::set_backup_settings(store, path, now);
        tell_missing(call, now.folder, "folder");
        tell_missing(call, now.second, "second");
    }
    answer(call, now, now.folder.empty() ? model::default_backup_folder(path) : now.folder);
    return Exit::done;
}

} // namespace app
