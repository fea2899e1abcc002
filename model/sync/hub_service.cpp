#include "model/sync/hub_service.h"

#include "model/base/text.h"
#include "model/store/store_message.h"
#include "model/sync/compression.h"
#include "model/sync/device_desk.h"
#include "model/sync/escrow_shelf.h"
#include "model/sync/hub_contents.h"
#include "model/sync/log_told.h"
#include "model/sync/purge_order.h"
#include "model/sync/signature.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace model {

namespace {

constexpr std::size_t worth_compressing = 1024;

std::string header_of(const HttpRequest& request, const char* name)
{
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::string() : found->second;
}

std::int64_t number_of(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

std::vector<Uuid> read_ids(const boost::json::object& body)
{
    std::vector<Uuid> ids;
    const auto* list = body.if_contains("ids");
    if (list && list->is_array())
        for (const auto& id : list->get_array())
            if (const auto read = Uuid::parse(scalar_text(id)))
                ids.push_back(*read);
    if (ids.size() > static_cast<std::size_t>(Hub::most_records))
        throw Problem(413, "too_large", {msgid("The message is too large")});
    return ids;
}

/// What a device hears of trouble with the county's data: not where the file lies, nor what those
/// who keep the server read in its log.
Message told_of_disk(const Message& trouble)
{
    const std::string_view id = trouble.id;
    if (id == disk_full)
        return {msgid("The disk of the county server is full: tell those who keep it to make room; "
                      "what you entered stays here and is sent later")};
    if (id == file_in_use)
        return {msgid("The county server is busy: try again in a minute")};
    return {
        msgid("The county server cannot read or write its data: tell those who keep it that its "
              "log has the reason; what you entered stays here and is sent later")};
}

/// Whether the call is made by somebody who has nothing but a code.
bool brings_code(std::string_view path)
{
    return path == "/v1/enrol" || path == "/v1/look";
}

/// Whether the call is signed by nobody: what proves who calls is in it.
bool is_unsigned(std::string_view path)
{
    return brings_code(path) || path == "/v1/purged";
}

/// The answer to a device that was reported lost; nothing to others.
void demand_purge(const Device& device, const std::string& nonce, const std::string& contact)
{
    if (device.lost_at == 0)
        return;
    const PurgeOrder order{
        .device = device.number, .request = nonce, .nonce = device.purge_nonce, .contact = contact};
    throw PurgeDemanded(order.sealed(device.secret),
        {msgid("This device was reported lost: the county orders that its data be destroyed")});
}

HttpResponse purge_problem(Instant now, const PurgeDemanded& demand)
{
    auto response = problem(now, demand.status, demand.code, demand.message());
    response.body.pop_back();
    response.body += ",\"order\":" + to_json(demand.order) + '}';
    return response;
}

/// The one method by which a path is called; empty where there is no such call.
std::string_view method_of(std::string_view path)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> calls{{
        {"/v1/status", "GET"},
        {"/v1/look", "POST"},
        {"/v1/enrol", "POST"},
        {"/v1/hello", "POST"},
        {"/v1/push", "POST"},
        {"/v1/pull", "POST"},
        {"/v1/digest", "POST"},
        {"/v1/records", "POST"},
        {"/v1/items", "POST"},
        {"/v1/purged", "POST"},
        {"/v1/devices", "POST"},
        {"/v1/device", "POST"},
        {"/v1/escrow", "POST"},
        {"/v1/contents", "POST"},
        {"/v1/piece", "POST"},
        {"/v1/bring", "POST"},
    }};
    for (const auto& [known, method] : calls)
        if (path == known)
            return method;
    return {};
}

} // namespace

void Admission::admit(Instant time, const std::string& nonce)
{
    const std::lock_guard lock(mutex_);
    const auto now = clock_.now();
    // What was signed before this process began may be a replay of something it never saw. Where
    // the clock was set back since, it counts from there, or nobody could speak to us until then.
    started_ = std::min(started_, now);
    if (time < now - time_window || time > now + time_window || time < started_ - 1000)
        throw Problem(401, "stale", {msgid("The request's time is too far from the server's")});
    while (
        !nonces_by_age_.empty() && std::abs(nonces_by_age_.front().first - now) > 2 * time_window) {
        nonces_.erase(nonces_by_age_.front().second);
        nonces_by_age_.pop_front();
    }
    if (!nonces_.insert(nonce).second)
        throw Problem(401, "replay", {msgid("The request was sent before")});
    nonces_by_age_.emplace_back(now, nonce);
}

void Admission::expect_no_guesser(const std::string& client)
{
    constexpr std::size_t most_tries = 5;
    const std::lock_guard lock(mutex_);
    const auto since = clock_.now() - Hub::code_lifetime;
    for (auto& [address, times] : wrong_codes_)
        std::erase_if(times, [since](Instant at) { return at < since; });
    std::erase_if(wrong_codes_, [](const auto& each) { return each.second.empty(); });
    const auto found = wrong_codes_.find(client);
    if (found != wrong_codes_.end() && found->second.size() >= most_tries)
        throw Problem(503, "guessing",
            {msgid("Too many wrong codes came from this computer: try again in a quarter of an "
                   "hour")});
}

void Admission::count_wrong_code(const std::string& client)
{
    constexpr std::size_t most_clients = 10'000;
    const std::lock_guard lock(mutex_);
    if (wrong_codes_.size() < most_clients || wrong_codes_.contains(client))
        wrong_codes_[client].push_back(clock_.now());
}

HubService::HubService(Hub& hub, Clock& clock, Random&)
    : HubService(hub, clock, std::make_shared<Admission>(clock))
{
}

HubService::HubService(Hub& hub, Clock& clock, std::shared_ptr<Admission> admission)
    : hub_(hub)
    , clock_(clock)
    , admission_(std::move(admission))
{
}

template <class Work>
HttpResponse HubService::guarded_answer(Work work)
{
    try {
        return work();
    } catch (const PurgeDemanded& demand) {
        return purge_problem(clock_.now(), demand);
    } catch (const Problem& error) {
        return problem(clock_.now(), error.status, error.code, error.message());
    } catch (const UsageError& error) {
        return problem(clock_.now(), 400, "usage", error.message());
    } catch (const StoreError& error) {
        auto answer = problem(clock_.now(), 503, "store", told_of_disk(error.message()));
        answer.trouble = english(error.message());
        return answer;
    } catch (const std::exception&) {
        // Nothing of the inside goes out: it may hold data.
        return problem(
            clock_.now(), 500, "internal", {msgid("The county server could not answer")});
    }
}

HttpResponse HubService::handle(const HttpRequest& request)
{
    if (const auto at_once = answer_at_the_door(clock_, request))
        return *at_once;
    auto either = admit(request);
    if (auto* refused = std::get_if<HttpResponse>(&either))
        return std::move(*refused);
    return answer(std::get<Admitted>(either));
}

std::optional<HttpResponse> HubService::answer_at_the_door(Clock& clock, const HttpRequest& request)
{
    const auto method = method_of(request.path);
    if (method.empty())
        return problem(clock.now(), 404, "no_such_call",
            {msgid("There is no such call: {1}"),
                {request.path.substr(0, request.path.find('?'))}}); // who calls so may tell secrets
    if (request.method != method)
        return wrong_method(clock.now(), request, std::string(method));
    if (request.path == "/v1/status")
        return HttpResponse{200, {},
            R"({"program": "hallkeeper-server", "protocol": [)" + std::to_string(oldest_protocol)
                + ", " + std::to_string(protocol) + R"(], "time": )" + std::to_string(clock.now())
                + '}'};
    if (request.body.size() > (is_unsigned(request.path) ? most_to_enrol : most_body))
        return problem(clock.now(), 413, "too_large", {msgid("The message is too large")});
    return std::nullopt;
}

std::variant<HttpResponse, HubService::Admitted> HubService::admit(const HttpRequest& request)
{
    Admitted in;
    auto refused = guarded_answer([&] {
        in = admitted(request);
        return HttpResponse{};
    });
    if (refused.status != 0)
        return refused;
    return in;
}

HubService::Admitted HubService::admitted(const HttpRequest& request)
{
    Admitted in{.path = request.path, .client = request.client};
    if (brings_code(request.path)) {
        admission_->expect_no_guesser(request.client);
        in.body = parse_object(request.body);
        if (request.path == "/v1/enrol")
            uuid_at(in.body, "device");
        grant_of(text_at(in.body, "code"), request.client);
        return in;
    }
    if (request.path == "/v1/purged") {
        in.body = parse_object(request.body);
        hub_.expect_purged(
            static_cast<std::uint32_t>(number_at(in.body, "device")), text_at(in.body, "proof"));
        return in;
    }
    in.device = caller(request);
    in.body = parse_object(header_of(request, header::encoding) == "zstd"
            ? inflated(request.body, most_inflated)
            : request.body);
    return in;
}

HttpResponse HubService::answer(const Admitted& admitted)
{
    return guarded_answer([&] {
        if (admitted.path == "/v1/look")
            return HttpResponse{200, {}, look(admitted)};
        if (admitted.path == "/v1/enrol")
            return HttpResponse{201, {}, enrol(admitted)};
        if (admitted.path == "/v1/purged") {
            hub_.note_purged(static_cast<std::uint32_t>(number_at(admitted.body, "device")),
                text_at(admitted.body, "proof"));
            return HttpResponse{200, {}, R"({"purged": true})"};
        }
        // It may have been revoked while it waited for its turn.
        if (const auto now = hub_.device(admitted.device.number); !now || now->revoked)
            throw Problem(403, "revoked", {msgid("The county has revoked this device")});
        HttpResponse told{200, {}, call(admitted.path, admitted.device, admitted.body)};
        if (told.body.size() > worth_compressing) {
            told.body = compressed(told.body);
            told.headers[header::encoding] = "zstd";
        }
        return told;
    });
}

std::string HubService::call(
    const std::string& path, const Device& device, const boost::json::object& body)
{
    if (path == "/v1/hello") {
        const auto hello = read_hello(body);
        auto reply = to_json(hub_.hello(device, hello));
        if (const auto log = read_log(body))
            reply = with_known_log(std::move(reply), hub_.take_log(device, *log));
        else if (!hello.rejoin) // which comes after one that told of it
            hub_.miss_log(device);
        reply = HubContents(hub_.store(), device).with_damaged(std::move(reply));
        return EscrowShelf(hub_.store()).with_offer(std::move(reply), device.number);
    }
    if (path == "/v1/push")
        return to_json(hub_.push(device, body));
    if (path == "/v1/pull")
        return hub_.pull(device, read_pull(body));
    if (path == "/v1/records")
        return hub_.records(device, read_ids(body));
    if (path == "/v1/items")
        return R"({"taken": )" + std::to_string(hub_.take_items(device, body)) + '}';
    if (path == "/v1/devices")
        return DeviceDesk(hub_).list(device, body);
    if (path == "/v1/escrow") {
        EscrowShelf(hub_.store()).take(device.number, device.name, body);
        return R"({"taken": true})";
    }
    if (path == "/v1/contents")
        return HubContents(hub_.store(), device).compare(body);
    if (path == "/v1/piece")
        return HubContents(hub_.store(), device).give(body);
    if (path == "/v1/bring")
        return HubContents(hub_.store(), device).take(body);
    if (path == "/v1/device")
        return DeviceDesk(hub_).change(device, body);
    const auto byte = number_at(body, "byte", -1);
    return hub_.digest(
        device, byte < 0 ? std::nullopt : std::optional(static_cast<int>(byte & 255)));
}

Device HubService::caller(const HttpRequest& request)
{
    const Problem wrong(401, "bad_signature",
        {msgid("This device is no longer known to the county: ask the county for "
               "a new join file and join again")});
    const auto number = number_of(header_of(request, header::device));
    const auto device = number > 0 && number < 1 << Version::device_bits
        ? hub_.device(static_cast<std::uint32_t>(number))
        : std::nullopt;
    if (!device || !is_signed_by(request, device->secret))
        throw wrong;
    if (device->revoked) {
        demand_purge(*device, header_of(request, header::nonce), hub_.contact());
        throw Problem(403, "revoked", {msgid("The county has revoked this device")});
    }
    admission_->admit(number_of(header_of(request, header::time)),
        header_of(request, header::device) + ' ' + header_of(request, header::nonce));
    return *device;
}

Grant HubService::grant_of(const std::string& code, const std::string& client)
{
    try {
        return hub_.grant_of(code);
    } catch (const Problem& problem) {
        if (problem.code == "bad_code")
            admission_->count_wrong_code(client);
        throw;
    }
}

std::string HubService::look(const Admitted& admitted)
{
    const auto grant = grant_of(text_at(admitted.body, "code"), admitted.client);
    std::string text;
    JsonText out(text);
    out.open('{').key("role").text(role_name(grant.org.role)).key("org").text(grant.org.id);
    out.key("region").text(grant.region).key("name").text(grant.name);
    out.key("county").text(hub_.county()).key("time").number(clock_.now()).close('}');
    return text;
}

std::string HubService::enrol(const Admitted& admitted)
{
    const auto& body = admitted.body;
    // Its code was good when it was admitted; another may have been quicker.
    const auto device = hub_.enrol(text_at(body, "code"), uuid_at(body, "device"),
        text_at(body, "key", ""), number_at(body, "was", 0), text_at(body, "by", ""));
    const auto granted = hub_.device(device.number).value();
    std::string text;
    JsonText out(text);
    out.open('{').key("device").number(granted.number).key("incarnation").number(1);
    out.key("secret").text(to_hex(granted.secret));
    out.key("role").text(role_name(granted.org.role)).key("org").text(granted.org.id);
    out.key("region").text(std::to_string(granted.region.first));
    out.key("name").text(granted.name).key("county").text(hub_.county());
    if (number_at(body, "was", 0) > 0)
        out.key("lost").text(hub_.mark_of_another_past(granted.number).text());
    out.key("epoch").text(hub_.epoch()).key("time").number(clock_.now()).close('}');
    return text;
}

HttpResponse problem(Instant now, int status, const std::string& code, const Message& said)
{
    auto message = said;
    for (auto& arg : message.args) // a path may be of any bytes, a document of JSON may not
        if (!is_utf8(arg))
            arg = "?";
    std::string text;
    JsonText out(text);
    out.open('{').key("type").text("about:blank").key("status").number(status);
    out.key("title").text(english(message)).key("code").text(code);
    out.key("msgid").text(message.id).key("args").open('[');
    for (const auto& arg : message.args)
        out.text(arg);
    out.close(']').key("time").number(now).close('}');
    return {status, {{"Content-Type", "application/problem+json"}}, text};
}

HttpResponse wrong_method(Instant now, const HttpRequest& request, const std::string& right)
{
    auto response = problem(now, 405, "no_such_method",
        {msgid("{1} is no way to call {2}"), {request.method, request.path}});
    response.headers["Allow"] = right;
    return response;
}

} // namespace model
