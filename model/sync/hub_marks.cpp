// Marks: how a county that went back in time is known by its devices, and how it believes them.

#include "model/base/hash.h"
#include "model/sync/hub.h"
#include "model/sync/mutants.h"
#include "model/sync/signature.h"

#include <string>

namespace model {

namespace {

/// How many changes a device may be behind and still be known to continue this server's past. Who
/// is further behind compares all he has once more, which costs time and nothing else.
constexpr std::int64_t marks_kept = 5'000'000;

constexpr int seal_bits = 32;

/// No change has so great a number: what is added to it is the time at which the mark was given.
constexpr std::int64_t another_past = std::int64_t{1} << 60;

/// A device that comes back has its file at hand, and says at once what the county lost.
constexpr Instant another_past_lifetime = Instant{30} * 24 * 60 * 60 * 1000;

bool is_of_another_past(std::int64_t change)
{
    return change >= another_past;
}

std::int64_t number_of_hex(const std::string& hex)
{
    return static_cast<std::int64_t>(std::stoull(hex, nullptr, 16));
}

} // namespace

Mark Hub::newest_mark()
{
    auto& row =
        rows_.statements().get("SELECT change, drawn FROM hub_mark ORDER BY change DESC LIMIT 1");
    Mark mark;
    if (row.executeStep())
        mark = {row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
    row.reset();
    return mark;
}

Mark Hub::draw_mark()
{
    auto& old = rows_.statements().get("DELETE FROM hub_mark WHERE change < ?");
    old.bind(1, head() - marks_kept);
    old.exec();
    const auto mark = sealed_mark(head());
    auto& put = rows_.statements().get("INSERT OR REPLACE INTO hub_mark VALUES (?, ?)");
    put.bind(1, mark.change);
    put.bind(2, mark.drawn);
    put.exec();
    return mark;
}

bool Hub::knows(const Mark& mark)
{
    auto& row = rows_.statements().get("SELECT drawn FROM hub_mark WHERE change = ?");
    row.bind(1, mark.change);
    const bool is_known = row.executeStep() && row.getColumn(0).getInt64() == mark.drawn;
    row.reset();
    return is_known;
}

void Hub::draw_mark_key()
{
    std::string key(32, '\0');
    store_.random().fill({reinterpret_cast<std::uint8_t*>(key.data()), key.size()});
    rows_.set_setting("mark_key", to_hex(key));
}

std::int64_t Hub::seal_of(std::int64_t change, std::int64_t chance, std::uint32_t device)
{
    auto sealed = std::to_string(change) + '.' + std::to_string(chance);
    if (is_of_another_past(change)) // the others are told to all devices
        sealed += '.' + std::to_string(device);
    const auto mac = hmac_hex(sealed, rows_.setting("mark_key"));
    return number_of_hex(mac.substr(0, seal_bits / 4));
}

Mark Hub::sealed_mark(std::int64_t change, std::uint32_t device)
{
    std::array<std::uint8_t, 4> bytes{};
    store_.random().fill(bytes);
    std::int64_t chance = 0;
    for (const auto byte : bytes)
        chance = chance << 8 | byte;
    chance >>= 1; // so that both halves are no negative number
    return {change, chance << seal_bits | seal_of(change, chance, device)};
}

Mark Hub::mark_of_another_past(std::uint32_t device)
{
    return guarded(
        store_.db(), [&] { return sealed_mark(another_past + store_.clock().now(), device); });
}

bool Hub::names_lost_mark(const Device& device, const boost::json::object& body)
{
    const auto mark = Mark::parse(text_at(body, "lost", ""));
    if (mark.change <= 0 || mark.drawn <= 0 || mutant(Mutant::again_is_doubted))
        return false;
    if (is_of_another_past(mark.change)
        && store_.clock().now() - (mark.change - another_past) > another_past_lifetime)
        return false;
    const auto seal = mark.drawn & ((std::int64_t{1} << seal_bits) - 1);
    return seal == seal_of(mark.change, mark.drawn >> seal_bits, device.number) && !knows(mark);
}

} // namespace model
