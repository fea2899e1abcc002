#include "app/server/refusal_notes.h"

#include "model/sync/signature.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace app {

namespace {

using model::msgid;

struct Reason {
    std::string_view code;
    const char* sentence;
    bool is_signed; ///< the device has proved who it is; anybody can be refused for the others
};

constexpr std::array reasons{
    Reason{"bad_signature", msgid("Unknown device or wrong signature, from {1} ({2} before it)"),
        false},
    Reason{"revoked", msgid("A revoked device, from {1} ({2} before it)"), true},
    Reason{"purge",
        msgid("A device that was reported lost was ordered to purge, at {1} ({2} before it)"),
        true},
    Reason{"bad_code", msgid("A wrong joining code, from {1} ({2} before it)"), false},
    Reason{"guessing", msgid("Too many wrong joining codes, from {1} ({2} before it)"), false},
    Reason{"replay", msgid("A request that was sent before, from {1} ({2} before it)"), true},
};

std::string code_of(const model::HttpResponse& refused)
{
    boost::system::error_code error;
    const auto problem = boost::json::parse(refused.body, error);
    const auto* code =
        !error && problem.is_object() ? problem.get_object().if_contains("code") : nullptr;
    return code && code->is_string() ? std::string(code->get_string()) : std::string();
}

/// The number it claims to have; 0 where that is none.
std::uint32_t device_of(const model::HttpRequest& request)
{
    const auto found = request.headers.find(model::header::device);
    std::uint32_t number = 0;
    if (found != request.headers.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), number);
    return number;
}

} // namespace

/// Numbers of devices are easily made up, so that one address could use up the room of all others.
bool RefusalNotes::has_room(bool is_signed, const std::string& client) const
{
    const auto of_kind = [&](const auto& each) { return each.second.is_signed == is_signed; };
    if (static_cast<std::size_t>(std::ranges::count_if(noted_, of_kind)) >= most)
        return false;
    const auto of_client = std::ranges::count_if(
        noted_, [&](const auto& each) { return of_kind(each) && each.second.client == client; });
    return is_signed || static_cast<std::size_t>(of_client) < most_of_address;
}

std::optional<model::AuditEvent> RefusalNotes::due(
    model::Instant now, const model::HttpRequest& request, const model::HttpResponse& refused)
{
    const auto code = code_of(refused);
    const auto* reason = std::ranges::find(reasons, code, &Reason::code);
    if (reason == reasons.end())
        return std::nullopt;
    const auto device = device_of(request);
    const std::lock_guard lock(mutex_);
    std::erase_if(noted_, [now](const auto& each) { return each.second.at < now - 2 * window; });
    const auto key = code + ' ' + std::to_string(device) + ' ' + request.client;
    if (!noted_.contains(key) && !has_room(reason->is_signed, request.client))
        return std::nullopt;
    auto& noted = noted_[key];
    if (noted.at != 0 && noted.at >= now - window) {
        ++noted.unsaid;
        return std::nullopt;
    }
    noted.at = now;
    noted.is_signed = reason->is_signed;
    noted.client = request.client;
    return model::AuditEvent{.what = model::audited::request_refused,
        .detail = {reason->sentence,
            {request.client, std::to_string(std::exchange(noted.unsaid, 0))}},
        .device = device};
}

} // namespace app
