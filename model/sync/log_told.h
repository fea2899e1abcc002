#pragma once

#include "model/store/audit.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>

namespace model {

/// What a device tells the county of its audit log with every hello, so that a log which is cut at
/// its end or written anew is found out: where it stands, and what stands in it now where the
/// county says it stood before.
struct LogTold {
    AuditHead now;
    AuditHead known;

    bool operator==(const LogTold&) const = default;
};

/// A device's own. Throws StoreError where the file fails.
LogTold log_to_tell(RecordStore& store);

/// The hello, a JSON object, with it: {"log": {"count", "chain", "known", "known_chain"}}; the last
/// two only where they differ from the first.
std::string with_log(std::string hello, const LogTold& log);

/// None where a device says nothing of its log, as older versions do.
std::optional<LogTold> read_log(const boost::json::object& hello);

/// Keeps how many entries the county has heard of, as its answer to a hello says.
void keep_known_log(RecordStore& store, const boost::json::object& reply);

/// What the county keeps of a device's log. Gives how many entries it has heard of, and notes in
/// its own log where those are not in the device's any more: once, for from then on the log there
/// is counts.
std::int64_t take_log(
    RecordStore& county, std::uint32_t device, const std::string& name, const LogTold& told);

/// A device that told of its log before and does so no more is noted in the county's log: once, until
/// it tells again.
void miss_log(RecordStore& county, std::uint32_t device, const std::string& name);

/// The answer to a hello, a JSON object, with that number: {"log": {"known"}}.
std::string with_known_log(std::string reply, std::int64_t known);

} // namespace model
