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

constexpr std::array<std::pair<std::string_view, const char*>, 6> reasons{{
    {"bad_signature", msgid("Unknown device or wrong signature, from {1} ({2} before it)")},
    {"revoked", msgid("A revoked device, from {1} ({2} before it)")},
    {"purge",
        msgid("A device that was reported lost was ordered to purge, at {1} ({2} before it)")},
    {"bad_code", msgid("A wrong joining code, from {1} ({2} before it)")},
    {"guessing", msgid("Too many wrong joining codes, from {1} ({2} before it)")},
    {"replay", msgid("A request that was sent before, from {1} ({2} before it)")},
}};

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

std::optional<model::AuditEvent> RefusalNotes::due(
    model::Instant now, const model::HttpRequest& request, const model::HttpResponse& refused)
{
    const auto code = code_of(refused);
    const auto* reason =
        std::ranges::find(reasons, code, [](const auto& each) { return each.first; });
    if (reason == reasons.end())
        return std::nullopt;
    const auto device = device_of(request);
    const std::lock_guard lock(mutex_);
    std::erase_if(noted_, [now](const auto& each) { return each.second.at < now - 2 * window; });
    const auto key = code + ' ' + std::to_string(device) + ' ' + request.client;
    if (noted_.size() >= most && !noted_.contains(key))
        return std::nullopt;
    auto& noted = noted_[key];
    if (noted.at != 0 && noted.at >= now - window) {
        ++noted.unsaid;
        return std::nullopt;
    }
    noted.at = now;
    return model::AuditEvent{.what = model::audited::request_refused,
        .detail = {reason->second,
            {request.client, std::to_string(std::exchange(noted.unsaid, 0))}},
        .device = device};
}

} // namespace app
