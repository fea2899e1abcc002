#pragma once

#include "model/store/outbox.h"
#include "model/sync/json_text.h"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace model {

/// The versions of the protocol this program speaks; a server serves the two before its own.
constexpr int protocol = 1;
constexpr int oldest_protocol = 1;

/// A request that cannot be met, with the status of its problem document (RFC 9457) and a short
/// code that a client may act on.
class Problem : public Error {
public:
    Problem(int http_status, std::string problem_code, Message message)
        : Error(std::move(message))
        , status(http_status)
        , code(std::move(problem_code))
    {
    }

    int status;
    std::string code; ///< "revoked", "gap", "bad_signature", …
};

/// A point of the county's past that no other past has: the number of a change, and what was drawn
/// by chance when it was made, sealed by the county. A server that does not know a mark it once
/// gave was restored from a backup older than that.
struct Mark {
    std::int64_t change = 0; ///< 0: none yet
    std::int64_t drawn = 0;  ///< one half by chance, the other half the county's seal on it

    std::string text() const;
    static Mark parse(std::string_view text); ///< no mark where it is none

    bool operator==(const Mark&) const = default;
};

/// POST /v1/hello: where a device stands. Sent first in every sync, and again as the last word.
struct Hello {
    int protocol_from = oldest_protocol;
    int protocol_to = protocol;
    std::string program; ///< name and version
    std::uint32_t incarnation = 0;
    std::int64_t acked = 0; ///< the newest of its ops it knows to be applied
    Hash128 chain;          ///< over its ops up to `acked`
    std::string epoch;      ///< of the server it last spoke to
    std::int64_t cursor = 0;
    Mark mark;           ///< the newest one it was given
    bool rejoin = false; ///< its past differs from the server's: give it a new incarnation
};

struct HelloReply {
    int protocol = 1;
    Instant time = 0;
    std::string epoch;
    std::string county;
    std::uint32_t incarnation = 0;
    std::int64_t last_seq = 0; ///< the newest op of this device that is applied
    Hash128 chain;
    std::int64_t head = 0; ///< the number of the newest change
    Hash128 digest;        ///< of what the device may see, as of `head`
    bool restored = false; ///< the device has heard of changes that this server does not know
};

/// POST /v1/push: ops in order, without a gap. `ops` are the frozen texts, sent as they are.
struct Push {
    std::int64_t first = 0;
    std::uint32_t incarnation = 0;
    std::vector<std::string> ops;
    Hash128 chain; ///< over all ops up to the last one here
    Mark lost;     ///< while the device compares: why the county believes what it says again

    // For who sends, not on the wire:
    std::int64_t said = 0; ///< how many of the ops say anything
    std::int64_t seen = 0; ///< and how many of these people see, as their register is not hidden
};

struct PushReply {
    std::int64_t last_seq = 0;
    Hash128 chain;
    std::int64_t head_before = 0;
    std::int64_t head = 0;
    Mark mark;
    bool plain = true;          ///< nothing but this device's own ops lies between the two heads
    std::string records = "[]"; ///< whole states of records that became other than sent
};

/// POST /v1/pull: what changed since the cursor.
struct Pull {
    std::int64_t cursor = 0;
    std::int64_t since = 0;   ///< the cursor of the first of these pages: what it surely knows
    std::int64_t records = 0; ///< page size wanted; the server may give less
};

std::string to_json(const Hello& hello);
Hello read_hello(const boost::json::object& json);
std::string to_json(const HelloReply& reply);
HelloReply read_hello_reply(const boost::json::object& json);
std::string to_json(const Push& push);
std::string to_json(const PushReply& reply);
PushReply read_push_reply(const boost::json::object& json);
std::string to_json(const Pull& pull);
Pull read_pull(const boost::json::object& json);

/// One op as one line of JSON: what is frozen, sent and chained.
std::string to_json(const Op& op);

/// Reads an op of that device and incarnation. Fields this version does not know are kept in
/// Op::unknown; an unknown entity leaves `def` empty. Throws Problem 400 naming what is wrong.
Op read_op(const boost::json::value& json, const Catalog& catalog, std::uint32_t device,
    std::uint32_t incarnation);

/// The chain after one more op.
Hash128 next_chain(const Hash128& chain, std::string_view op);

/// Parses a body that must be a JSON object, of bounded depth; throws Problem 400.
boost::json::object parse_object(std::string_view body);

// Readers of single keys; throw Problem 400 where a key is missing or of another type.
std::int64_t number_at(const boost::json::object& json, std::string_view key);
std::int64_t number_at(
    const boost::json::object& json, std::string_view key, std::int64_t otherwise);
std::string text_at(const boost::json::object& json, std::string_view key);
std::string text_at(
    const boost::json::object& json, std::string_view key, std::string_view otherwise);
Uuid uuid_at(const boost::json::object& json, std::string_view key);

/// What is told where a county is asked for and the file has none.
Message not_joined_message();

} // namespace model
