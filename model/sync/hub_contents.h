#pragma once

#include "model/store/contents.h"
#include "model/sync/hub.h"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace model {

/// The county's side of contents of attachments (store/contents.h): which it has, pieces of them
/// out and in. A device is given what some record that it sees names, and may bring what some
/// record that it may enter, or an attachment that it made, names with this hash and size; records
/// come first, so that whoever brings a content has told what it belongs to.
class HubContents {
public:
    static constexpr std::size_t most_names = 500; ///< of one message, each way

    /// `most_told`: damaged contents in one answer.
    HubContents(RecordStore& store, const Device& device, std::size_t most_told = most_names)
        : store_(store)
        , device_(device)
        , most_told_(most_told)
    {
    }

    /// {"have": [{"hash", "bytes"}], "want": [hash]}: of what the device has, how many bytes the
    /// county has of each that it takes; of what it wants, the sizes of those it is given. Both
    /// answers as the first list. Throws Problem 400 and 413.
    std::string compare(const boost::json::object& body);

    /// {"hash", "at"}: the piece from there on, as {"bytes"} in hex. Before the first one the
    /// county compares what it has with its hash. Throws Problem 404 "no_content" where the county
    /// has no such content for this device, or a damaged one.
    std::string give(const boost::json::object& body);

    /// {"hash", "size", "at", "bytes"}: how many bytes are here now, as {"at"}. Throws Problem 403
    /// "no_record" where no record of the device names it.
    std::string take(const boost::json::object& body);

    /// The answer to a hello, a JSON object, with the hashes of contents in the device's sight that
    /// are damaged at the county: {"damaged": [hash]}; as it was where there are none. A device
    /// that has one brings it. Of more than go into one answer the next ones are told the next
    /// time.
    std::string with_damaged(std::string reply);

private:
    bool is_named_in_sight(const std::string& hash);
    bool is_named_by_own(const ContentName& name);
    std::vector<std::string> next_damaged();

    RecordStore& store_;
    const Device& device_;
    std::size_t most_told_;
};

/// At the device: what the county told damaged is brought to it by this sync.
void offer_damaged(RecordStore& store, const boost::json::object& reply);

} // namespace model
