#include "model/sync/calls.h"

#include "model/sync/compression.h"
#include "model/sync/messages.h"
#include "model/sync/purge_order.h"
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
    msgid("This device was reported lost: the county orders that its data be destroyed"),
    msgid("This code is wrong, used or too old: ask the county for a new one"),
    msgid("This device is enrolled already"),
    msgid("This device is no longer known to the county: ask the county for a new join file and "
          "join again"),
    msgid("This device must join again"),
    msgid("Only a computer of the county's hall office manages computers"),
    msgid("The account {1} may not manage computers: the system administrator does"),
    msgid("This account has no duties in this file: ask whoever manages the accounts"),
    msgid("This is the computer you are working on: choose another, or do it at another"),
    msgid("There is no device number {1}: see the command devices"),
    msgid("The device {1} is purged already"),
    msgid("The device {1} was not reported lost"),
    msgid("The county has no such escrow key"),
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
    msgid("The county does not have this content yet"),
    msgid("No record that this device may change names this content"),
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

Calls::Calls(RecordStore& store, Transport& transport, Replica::Membership membership)
    : store_(store)
    , transport_(transport)
    , membership_(std::move(membership))
{
}

boost::json::object Calls::call(const std::string& path, const std::string& body)
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
        if (problem.code == purge_code)
            expect_order(request, response);
        if (problem.code != "stale" || attempt > 0)
            throw problem;
        // This machine's clock is wrong; the server's is the one that counts.
        offset_ = number_at(parse_object(response.body), "time") - store_.clock().now();
    }
}

void Calls::expect_order(const HttpRequest& request, const HttpResponse& response)
{
    const auto order = read_purge_order(parse_object(response.body));
    const bool is_genuine = transport_.is_pinned() && order.device == membership_.self.device
        && order.request == request.headers.at(header::nonce) && !order.nonce.empty()
        && order.is_sealed_with(membership_.secret);
    if (!is_genuine)
        throw SyncError({msgid("Something orders this computer to destroy its data and is not the "
                               "county: nothing was done; tell the hall office of the county")});
    throw PurgeOrdered(order, proof_of_purge(order.device, order.nonce, membership_.secret),
        {msgid("This device was reported lost: the county orders that its data be destroyed")});
}

} // namespace model
