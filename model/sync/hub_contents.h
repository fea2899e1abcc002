#pragma once

#include "model/store/contents.h"
#include "model/sync/hub.h"

#include <boost/json/object.hpp>

#include <string>

namespace model {

/// The county's side of contents of attachments (store/contents.h): which it has, pieces of them
/// out and in. A device is given what some record that it sees names, and may bring what some
/// record that it may enter, or an attachment that it made, names with this hash and size; records
/// come first, so that whoever brings a content has told what it belongs to.
class HubContents {
public:
    HubContents(RecordStore& store, const Device& device) : store_(store), device_(device) {}

    static constexpr std::size_t most_names = 500; ///< of one message, each way

    /// {"have": [{"hash", "bytes"}], "want": [hash]}: of what the device has, how many bytes the
    /// county has of each that it takes; of what it wants, the sizes of those it is given. Both
    /// answers as the first list. Throws Problem 400 and 413.
    std::string compare(const boost::json::object& body);

    /// {"hash", "at"}: the piece from there on, as {"bytes"} in hex. Throws Problem 404
    /// "no_content" where the county has no such content for this device.
    std::string give(const boost::json::object& body);

    /// {"hash", "size", "at", "bytes"}: how many bytes are here now, as {"at"}. Throws Problem 403
    /// "no_record" where no record of the device names it.
    std::string take(const boost::json::object& body);

private:
    bool is_named_in_sight(const std::string& hash);
    bool is_named_by_own(const ContentName& name);

    RecordStore& store_;
    const Device& device_;
};

} // namespace model
