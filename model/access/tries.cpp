#include "model/access/tries.h"

#include <boost/json.hpp>

#include <algorithm>

namespace model {

namespace {

namespace json = boost::json;

constexpr std::size_t most_tries = 200; ///< kept one by one; more are only counted
constexpr std::int64_t free_tries = 5;
constexpr Instant minute = 60'000;
constexpr Instant longest = 60 * minute;
constexpr Instant latest = 253'402'300'799'000; // the end of the year 9999

json::object read(Files& files, const std::string& path)
{
    boost::system::error_code error;
    const auto text = files.read(path);
    auto parsed = text ? json::parse(*text, error) : json::value();
    json::object all;
    if (!error && parsed.is_object())
        all = std::move(parsed.get_object());
    if (!all["tries"].is_array())
        all["tries"] = json::array();
    if (!all["more"].is_int64())
        all["more"] = 0;
    if (!all["held"].is_object())
        all["held"] = json::object();
    return all;
}

void write(Files& files, const std::string& path, const json::object& all)
{
    const bool is_empty = all.at("tries").get_array().empty() && all.at("more").get_int64() == 0
        && all.at("held").get_object().empty();
    if (!is_empty)
        files.write(path, json::serialize(all), Readers::owner);
    else if (files.exists(path))
        files.remove(path);
}

std::int64_t number(const json::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value && value->is_int64() ? value->get_int64() : 0;
}

/// The wrong tries of an account in a row: how many, and when the newest was.
struct Row {
    std::int64_t count = 0;
    Instant at = 0;
};

Row row_of(const json::object& all, const Uuid& account)
{
    const auto* held = all.at("held").get_object().if_contains(account.text());
    if (!held || !held->is_object())
        return {};
    // Anybody may write into this file: what cannot be is cut to what can.
    return {std::clamp<std::int64_t>(number(held->get_object(), "count"), 0, 1000),
        std::clamp<Instant>(number(held->get_object(), "at"), 0, latest)};
}

void put(json::object& all, const Uuid& account, const Row& row)
{
    all["held"].get_object()[account.text()] = json::object{{"count", row.count}, {"at", row.at}};
}

Instant wait_after(std::int64_t count)
{
    if (count < free_tries)
        return 0;
    const auto doublings = std::min<std::int64_t>(count - free_tries, 6);
    return std::min(minute << doublings, longest);
}

} // namespace

Tries::Tries(Files& files, Clock& clock, const std::string& data_file)
    : files_(files)
    , clock_(clock)
    , path_(data_file + ".tries")
{
}

Instant Tries::wait_of(const Uuid& account)
{
    if (!files_.exists(path_))
        return 0;
    auto all = read(files_, path_);
    auto row = row_of(all, account);
    const auto wait = wait_after(row.count);
    if (wait == 0)
        return 0;
    const auto now = clock_.now();
    if (now >= row.at)
        return std::max<Instant>(row.at + wait - now, 0);
    row.at = now; // how long it has waited nobody can tell
    put(all, account, row);
    try {
        write(files_, path_, all);
    } catch (const Error&) { // NOLINT(bugprone-empty-catch): then it begins anew once more
    }
    return wait;
}

void Tries::refused(const Uuid& account, std::string_view program)
try {
    auto all = read(files_, path_);
    auto& tries = all["tries"].get_array();
    if (tries.size() >= most_tries) {
        all["more"] = all["more"].get_int64() + 1;
    } else {
        json::object one{{"at", clock_.now()}, {"program", program}};
        if (!account.is_nil())
            one["account"] = account.text();
        tries.push_back(std::move(one));
    }
    if (!account.is_nil())
        put(all, account, {row_of(all, account).count + 1, clock_.now()});
    write(files_, path_, all);
} catch (const std::exception&) { // NOLINT(bugprone-empty-catch): see the header
}

void Tries::count(const Uuid& account)
try {
    auto all = read(files_, path_);
    put(all, account, {row_of(all, account).count + 1, clock_.now()});
    write(files_, path_, all);
} catch (const std::exception&) { // NOLINT(bugprone-empty-catch): see the header
}

void Tries::forget(const Uuid& account)
{
    if (!files_.exists(path_))
        return;
    auto all = read(files_, path_);
    if (all["held"].get_object().erase(account.text()) > 0)
        write(files_, path_, all);
}

Tries::Waiting Tries::waiting()
{
    Waiting waiting;
    if (!files_.exists(path_))
        return waiting;
    const auto all = read(files_, path_);
    waiting.more = std::max<std::int64_t>(0, all.at("more").get_int64());
    for (const auto& each : all.at("tries").get_array()) {
        if (!each.is_object())
            continue;
        const auto& one = each.get_object();
        Refused refused;
        if (const auto* at = one.if_contains("at"); at && at->is_int64())
            refused.at = at->get_int64();
        if (const auto* program = one.if_contains("program"); program && program->is_string())
            refused.program = program->get_string().c_str();
        if (const auto* account = one.if_contains("account"); account && account->is_string())
            refused.account = Uuid::parse(account->get_string()).value_or(Uuid{});
        waiting.tries.push_back(std::move(refused));
    }
    return waiting;
}

void Tries::drop_waiting()
{
    if (!files_.exists(path_))
        return;
    auto all = read(files_, path_);
    all["tries"] = json::array();
    all["more"] = 0;
    write(files_, path_, all);
}

Message words_of_wait(const std::string& name, Instant left)
{
    constexpr Instant second = 1000;
    const auto seconds = (left + second - 1) / second;
    return {msgid("Too many wrong tries for {1}: wait {2} min {3} s, or use the recovery key"),
        {name, std::to_string(seconds / 60), std::to_string(seconds % 60)}};
}

} // namespace model
