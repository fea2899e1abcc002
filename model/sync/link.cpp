#include "model/sync/link.h"

#include "model/store/copy_aside.h"
#include "model/store/forget.h"
#include "model/sync/compression.h"
#include "model/sync/connect.h"
#include "model/sync/hub_service.h"
#include "model/sync/log_told.h"
#include "model/sync/signature.h"

#include <boost/json/parse.hpp>

namespace model {

namespace {

constexpr std::size_t worth_compressing = 512;
constexpr std::size_t largest_answer = 64U << 20;

constexpr const char* unreadable_server = msgid(
    "The county server cannot read or write its data: tell those who keep it that its log has "
    "the reason; what you entered stays here and is sent later");

/// The sentences a server may send, so that they are shown in this user's language; any other
/// comes as the server wrote it.
constexpr const char* sentences[] = {
    msgid("The county has revoked this device"),
    msgid("This code is wrong, used or too old: ask the county for a new one"),
    msgid("This device is enrolled already"),
    msgid("This device is no longer known to the county: ask the county for a new join file and "
          "join again"),
    msgid("This device must join again"),
    msgid("The county lacks earlier edits of this device"),
    msgid("The edits of this device are out of order"),
    msgid("The request's time is too far from the server's"),
    msgid("The request was sent before"),
    msgid("This program and the county server are too far apart: update the older one"),
    msgid("The county server could not answer"),
    msgid("The message is too large"),
    msgid("The message is damaged"),
    msgid("The message is not a JSON object"),
    msgid("The message is malformed: \"{1}\" is missing or wrong"),
    msgid("The message does not say how long it is"),
    msgid("There is no such call: {1}"),
    msgid("{1} is no way to call {2}"),
    msgid("Too many devices speak with the county server just now: try again in a minute"),
    msgid("Too many wrong codes came from this computer: try again in a quarter of an hour"),
    msgid("The disk of the county server is full: tell those who keep it to make room; what you "
          "entered stays here and is sent later"),
    msgid("The county server is busy: try again in a minute"),
    unreadable_server,
    msgid("The county has given all its numbers to devices: ask whoever runs the county server"),
};

const char* known_sentence(const std::string& code, const std::string& id)
{
    for (const auto* sentence : sentences)
        if (id == sentence)
            return sentence;
    // Whatever else it says of its disk names a file that is not here.
    return code == "store" ? unreadable_server : nullptr;
}

std::string body_of(const HttpResponse& response)
{
    const auto encoding = response.headers.find(header::encoding);
    if (encoding != response.headers.end() && encoding->second == "zstd")
        return inflated(response.body, largest_answer);
    return response.body;
}

std::vector<std::string> args_of(const boost::json::object& problem)
{
    std::vector<std::string> args;
    if (const auto* list = problem.if_contains("args"); list && list->is_array())
        for (const auto& arg : list->get_array())
            args.push_back(scalar_text(arg));
    return args;
}

Problem problem_of(const HttpResponse& response)
{
    boost::system::error_code error;
    const auto json = boost::json::parse(response.body, error);
    if (error || !json.is_object())
        return {response.status, "foreign",
            {msgid("What answers at this address is no county server (status {1})"),
                {std::to_string(response.status)}}};
    const auto& object = json.get_object();
    const auto code = text_at(object, "code", "");
    const auto* sentence = known_sentence(code, text_at(object, "msgid", ""));
    const auto title = text_at(object, "title", "");
    return {response.status, code,
        sentence ? Message{sentence, args_of(object)}
                 : Message{msgid("The county server says: {1}"), {title}}};
}

} // namespace

void throw_problem(const HttpResponse& response)
{
    throw problem_of(response);
}

Link::Link(RecordStore& store, Transport& transport, const MessageSizes& sizes)
    : store_(store)
    , replica_(store, sizes)
    , transport_(transport)
{
}

boost::json::object Link::call(const std::string& path, const std::string& body)
{
    for (int attempt = 0;; ++attempt) {
        HttpRequest request{.path = path, .body = body};
        if (body.size() > worth_compressing) {
            request.body = compressed(body);
            request.headers[header::encoding] = "zstd";
        }
        sign(request, membership_.self.device, membership_.secret, store_.clock().now() + offset_,
            store_.random());
        const auto response = transport_.send(request);
        if (response.status == 200)
            return parse_object(body_of(response));

        const auto problem = problem_of(response);
        if (problem.code != "stale" || attempt > 0)
            throw problem;
        // This machine's clock is wrong; the server's is the one that counts.
        offset_ = number_at(parse_object(response.body), "time") - store_.clock().now();
    }
}

void Link::tell(const char* step, std::int64_t done, std::int64_t all)
{
    go_on_ = !progress_ || progress_({step, done, all});
}

HelloReply Link::say_hello(SyncResult& result)
{
    auto hello = replica_.hello();
    const auto answer = call("/v1/hello", with_log(to_json(hello), log_to_tell(store_)));
    auto reply = read_hello_reply(answer);
    keep_known_log(store_, answer);
    result.clock_off = store_.clock().now() - reply.time;
    if (replica_.take_hello(reply)) {
        // Our past is not the one the county knows: a copied or restored file, on either side.
        hello.rejoin = true;
        reply = read_hello_reply(call("/v1/hello", to_json(hello)));
        if (reply.restored)
            result.copy = copy_aside(store_.db());
        replica_.rejoin(reply);
    }
    return reply;
}

SyncResult Link::sync(const OnProgress& progress)
{
    progress_ = progress;
    membership_ = replica_.membership();
    if (!membership_.self.device)
        throw Error({msgid("This file has not joined a county yet")});

    SyncResult result;
    go_on_ = true;
    const auto hello = say_hello(result);
    const bool compares = replica_.comparing() != Replica::Comparing::no;
    const bool is_all_told = compares && compare(result);
    const bool has_sent = !compares && push_all(result);

    // After a sync that sent nothing, hello already told whether there is anything to fetch.
    auto county = hello.digest;
    bool at_head = !compares && !has_sent && replica_.next_pull().cursor == hello.head;
    while (go_on_ && !at_head) {
        const auto taken = replica_.take_page(call("/v1/pull", to_json(replica_.next_pull())));
        result.pulled += taken.records;
        for (const auto& [kind, records] : taken.by_kind)
            result.came[kind] += records;
        result.conflicts += taken.conflicts;
        result.refused += taken.refused;
        at_head = taken.at_head;
        county = taken.digest.value_or(county);
        tell(msgid("Fetching"), result.pulled, 0);
    }
    if (at_head && is_all_told)
        replica_.forget_items();
    result.unsent = replica_.unsent();
    if (at_head && result.unsent == 0 && replica_.digest() != county)
        repair(result);
    if (at_head)
        replica_.finish();
    result.complete = at_head;
    clear_residue(store_);
    return result;
}

bool Link::push_all(SyncResult& result)
{
    bool has_sent = false;
    const auto waiting = replica_.unsent();
    tell(msgid("Sending"), 0, waiting);
    while (go_on_) {
        const auto push = replica_.next_push();
        if (!push)
            break;
        const auto taken = replica_.take_push_reply(call("/v1/push", to_json(*push)));
        result.conflicts += taken.conflicts;
        result.refused += taken.refused;
        result.pushed += push->said;
        has_sent = true;
        tell(msgid("Sending"), result.pushed, waiting);
    }
    return has_sent;
}

bool Link::compare(SyncResult& result)
{
    std::int64_t compared = 0;
    while (go_on_ && replica_.comparing() == Replica::Comparing::pulling) {
        const auto taken = replica_.take_page(call("/v1/pull", to_json(replica_.next_pull())));
        compared += taken.records;
        tell(msgid("Comparing with the restored county"), compared, 0);
        if (taken.at_head)
            result.returned = replica_.finish_comparing();
    }
    if (go_on_)
        push_all(result);
    if (!go_on_ || replica_.unsent() > 0)
        return false;
    constexpr std::int64_t at_once = 200;
    auto lost = replica_.lost_items({}, at_once);
    while (lost) {
        call("/v1/items", lost->message);
        lost = replica_.lost_items(lost->last, at_once);
    }
    return true;
}

SyncResult Link::dry_run()
{
    return {.unsent = replica_.unsent()};
}

void Link::repair(SyncResult& result)
{
    const auto sums = call("/v1/digest", "{}");
    const auto totals = replica_.sums_of_hashes();
    for (int byte = 0; byte < 256; ++byte) {
        const auto* sum = sums.if_contains(std::to_string(byte));
        const auto theirs = sum ? Hash128::from_hex(scalar_text(*sum)) : Hash128{};
        if (totals[static_cast<std::size_t>(byte)] == theirs)
            continue;
        const auto mine = replica_.hashes(byte);
        const auto listed = call("/v1/digest", R"({"byte": )" + std::to_string(byte) + '}');
        result.repaired += static_cast<std::int64_t>(replica_.differing(mine, listed).size());
        std::string ids;
        JsonText out(ids);
        out.open('{').key("ids").open('[');
        for (const auto& id : replica_.differing(mine, listed))
            out.text(id.text());
        out.close(']').close('}');
        replica_.take_repair(call("/v1/records", ids));
    }
}

} // namespace model
