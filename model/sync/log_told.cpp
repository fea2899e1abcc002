#include "model/sync/log_told.h"

#include "model/base/text.h"
#include "model/store/audit_check.h"
#include "model/sync/json_text.h"
#include "model/sync/messages.h"

namespace model {

namespace {

constexpr const char* told_setting = "audit_told";

std::string with(std::string object, const std::string& log)
{
    object.pop_back();
    return object + ",\"log\":" + log + '}';
}

std::string text_of(const AuditHead& head)
{
    return std::to_string(head.count) + ' ' + head.chain.hex();
}

std::string kept_setting(std::uint32_t device)
{
    return "log_of_device." + std::to_string(device);
}

/// Whether it was noted that the device tells of its log no more.
std::string missed_setting(std::uint32_t device)
{
    return "log_missed." + std::to_string(device);
}

/// What the county keeps of a device: where its log stood when it was last told, and the time
/// before, for a device may not have heard that it was told.
struct Kept {
    AuditHead last;
    AuditHead before;
};

std::optional<Kept> kept_of(Rows& rows, const std::string& setting)
{
    const auto words = split(rows.setting(setting), ' ');
    if (words.size() != 4)
        return std::nullopt;
    const auto head = [&](std::size_t at) {
        return AuditHead{
            std::strtoll(words[at].c_str(), nullptr, 10), Hash256::from_hex(words[at + 1])};
    };
    return Kept{head(0), head(2)};
}

} // namespace

LogTold log_to_tell(RecordStore& store)
{
    return guarded(store.db(), [&] {
        const auto known = store.rows().number(told_setting);
        return LogTold{Audit(store).head(), {known, chain_at(store, known)}};
    });
}

std::string with_log(std::string hello, const LogTold& log)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("count").number(log.now.count).key("chain").text(log.now.chain.hex());
    // Where nothing was written since, as after most syncs, that is the same once more.
    if (log.known != log.now)
        out.key("known").number(log.known.count).key("known_chain").text(log.known.chain.hex());
    out.close('}');
    return with(std::move(hello), text);
}

std::optional<LogTold> read_log(const boost::json::object& hello)
{
    const auto* log = hello.if_contains("log");
    if (!log || !log->is_object())
        return std::nullopt;
    const auto& object = log->get_object();
    const auto head = [&](std::string_view count, std::string_view chain) {
        return AuditHead{number_at(object, count), Hash256::from_hex(text_at(object, chain))};
    };
    const auto now = head("count", "chain");
    return LogTold{now, object.contains("known") ? head("known", "known_chain") : now};
}

void keep_known_log(RecordStore& store, const boost::json::object& reply)
{
    const auto* log = reply.if_contains("log");
    if (!log || !log->is_object())
        return;
    const auto known = number_at(log->get_object(), "known");
    guarded(store.db(), [&] {
        if (store.rows().number(told_setting) == known || known < 0
            || known > Audit(store).head().count)
            return;
        Transaction transaction(store.db());
        store.rows().set_number(told_setting, known);
        transaction.commit();
    });
}

std::int64_t take_log(
    RecordStore& county, std::uint32_t device, const std::string& name, const LogTold& told)
{
    return guarded(county.db(), [&] {
        auto& rows = county.rows();
        const auto setting = kept_setting(device);
        const auto kept = kept_of(rows, setting);
        if (rows.number(missed_setting(device)) != 0) {
            Transaction transaction(county.db());
            rows.set_number(missed_setting(device), 0);
            transaction.commit();
        }
        const bool is_as_known = !kept || told.known == kept->last;
        const bool was_not_heard = kept && told.known == kept->before;
        // A county restored from a backup has heard of less than it once said.
        const bool is_ahead = kept && told.known.count > kept->last.count;
        if (!is_as_known && (was_not_heard || is_ahead))
            return kept->last.count; // the device says next time what it has there
        if (kept && is_as_known && told.now == kept->last)
            return kept->last.count;
        Transaction transaction(county.db());
        if (!is_as_known)
            Audit(county).note({.what = audited::device_log,
                .detail = {msgid(
                               "Device {1} ({2}) told of {3} entries in its audit log before, and "
                               "these are not in it any more: it was tampered with, or the file "
                               "was brought back from a backup"),
                    {std::to_string(device), name, std::to_string(kept->last.count)}},
                .device = device});
        rows.set_setting(setting,
            text_of(told.now) + ' ' + text_of(kept && is_as_known ? kept->last : AuditHead{}));
        transaction.commit();
        return told.now.count;
    });
}

void miss_log(RecordStore& county, std::uint32_t device, const std::string& name)
{
    guarded(county.db(), [&] {
        auto& rows = county.rows();
        const auto kept = kept_of(rows, kept_setting(device));
        if (!kept || rows.number(missed_setting(device)) != 0)
            return;
        Transaction transaction(county.db());
        Audit(county).note({.what = audited::device_log,
            .detail = {msgid("Device {1} ({2}) told of {3} entries in its audit log before and "
                             "tells nothing of it any more: an older version of the program may "
                             "be in use there, or one that was tampered with"),
                {std::to_string(device), name, std::to_string(kept->last.count)}},
            .device = device});
        rows.set_number(missed_setting(device), 1);
        transaction.commit();
    });
}

std::string with_known_log(std::string reply, std::int64_t known)
{
    return with(std::move(reply), "{\"known\":" + std::to_string(known) + '}');
}

} // namespace model
