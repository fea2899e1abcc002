#include "model/base/text.h"
#include "model/store/audit.h"
#include "model/sync/hub.h"

#include <cstring>

namespace model {

namespace {

constexpr std::string_view code_letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t code_length = 10;
constexpr std::size_t secret_length = 32;

constexpr const char* select_devices =
    "SELECT no, id, name, role, org, region, secret, incarnation, last_seq, chain, last_hlc, "
    "hello_at, hello_before, revoked_at, enrolled_at, lost_at, purged_at, purge_nonce, reason, "
    "joined_by FROM device JOIN hub_device USING (no) ";

std::string folded_code(std::string_view code)
{
    std::string text;
    for (const char c : upper(half_width(code)))
        if (code_letters.find(c) != std::string_view::npos)
            text += c;
    return text;
}

Device read_device(SQLite::Statement& row)
{
    Device device;
    device.number = static_cast<std::uint32_t>(row.getColumn(0).getInt64());
    device.id = column_id(row.getColumn(1));
    device.name = row.getColumn(2).getString();
    device.org = {parse_role(row.getColumn(3).getString()).value_or(Role::unit),
        row.getColumn(4).getString()};
    device.region = Region::of(row.getColumn(5).getString()).value_or(Region{});
    device.secret = row.getColumn(6).getString();
    device.incarnation = static_cast<std::uint32_t>(row.getColumn(7).getInt64());
    device.last_seq = row.getColumn(8).getInt64();
    if (row.getColumn(9).getBytes() == 16)
        std::memcpy(device.chain.bytes.data(), row.getColumn(9).getBlob(), 16);
    device.last_hlc = row.getColumn(10).getInt64();
    device.hello_at = row.getColumn(11).getInt64();
    device.hello_before = row.getColumn(12).getInt64();
    device.revoked_at = row.getColumn(13).getInt64();
    device.enrolled_at = row.getColumn(14).getInt64();
    device.lost_at = row.getColumn(15).getInt64();
    device.purged_at = row.getColumn(16).getInt64();
    device.purge_nonce = row.getColumn(17).getString();
    device.reason = row.getColumn(18).getString();
    device.joined_by = row.getColumn(19).getString();
    device.revoked = device.revoked_at != 0 || device.lost_at != 0;
    return device;
}

Hash128 hash_of_code(std::string_view code)
{
    return Hash128::of("code " + folded_code(code));
}

[[noreturn]] void refuse_code()
{
    throw Problem(403, "bad_code",
        {msgid("This code is wrong, used or too old: ask the county for a new one")});
}

} // namespace

bool Device::sees(Scope scope, const Uuid& home) const
{
    if (scope == county_wide)
        return true;
    if (scope == restricted_scope || !region.contains(scope))
        return false;
    return org.role != Role::unit || (!home.is_nil() && home.text() == org.id);
}

Hub::Code Hub::new_code(const Grant& grant)
{
    if (!Region::of(grant.region))
        throw UsageError({msgid("\"{1}\" is no division code"), {grant.region}});
    return guarded(store_.db(), [&] {
        Code code{.expires = store_.clock().now() + code_lifetime};
        std::array<std::uint8_t, code_length> random{};
        store_.random().fill(random);
        for (const auto byte : random)
            code.code += code_letters[byte % code_letters.size()];

        Transaction transaction(store_.db());
        auto& put = rows_.statements().get("INSERT INTO hub_code (hash, role, org, region, name, "
                                           "expires) VALUES (?, ?, ?, ?, ?, ?)");
        bind(put, 1, hash_of_code(code.code));
        put.bind(2, std::string(role_name(grant.org.role)));
        put.bind(3, grant.org.id);
        put.bind(4, grant.region);
        put.bind(5, grant.name);
        put.bind(6, code.expires);
        put.exec();
        Audit(store_).note({.what = audited::device_code,
            .detail = {msgid("For the device {1} of {2}"), {grant.name, grant.region}}});
        transaction.commit();
        return code;
    });
}

void Hub::keep_numbers_apart()
{
    const auto newest = newest_device();
    if (newest > 0 && rows_.number("next_device") <= newest)
        rows_.set_number("next_device", newest + 100);
}

std::int64_t Hub::newest_device()
{
    auto& row = rows_.statements().get("SELECT coalesce(max(no), 0) FROM device");
    row.executeStep();
    const auto number = row.getColumn(0).getInt64();
    row.reset();
    return number;
}

std::int64_t Hub::next_device_number(std::int64_t was)
{
    // A data folder that was put back without a word must not give the numbers it gave before: a
    // few are left out by chance.
    constexpr auto most = (std::int64_t{1} << Version::device_bits) - 1;
    const auto next = newest_device() + 1;
    std::array<std::uint8_t, 1> leap{};
    if (next > 1)
        store_.random().fill(leap);
    // A server set up anew knows none of the numbers that the files which come to it have met; but
    // one device alone may not use up all there are.
    const bool is_likely = was < next + most / 4;
    const auto number = std::max({next + leap[0] % 64, rows_.number("next_device"), was + 1});
    if (number > most || !is_likely)
        throw Problem(503, "no_numbers",
            {msgid("The county has given all its numbers to devices: ask whoever runs the county "
                   "server")});
    return number;
}

Grant Hub::grant_of(std::string_view code)
{
    return guarded(store_.db(), [&] {
        auto& found = rows_.statements().get("SELECT role, org, region, name FROM hub_code WHERE "
                                             "hash = ? AND expires > ?");
        bind(found, 1, hash_of_code(code));
        found.bind(2, store_.clock().now());
        if (!found.executeStep()) {
            found.reset();
            refuse_code();
        }
        Grant grant{{parse_role(found.getColumn(0).getString()).value_or(Role::unit),
                        found.getColumn(1).getString()},
            found.getColumn(2).getString(), found.getColumn(3).getString()};
        found.reset();
        return grant;
    });
}

Device Hub::enrol(std::string_view code, const Uuid& id, std::string_view public_key,
    std::int64_t was, const std::string& by)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto grant = grant_of(code);
        auto& used = rows_.statements().get("DELETE FROM hub_code WHERE hash = ?");
        bind(used, 1, hash_of_code(code));
        used.exec();

        auto& taken = rows_.statements().get("SELECT 1 FROM device WHERE id = ?");
        bind(taken, 1, id);
        const bool is_taken = taken.executeStep();
        taken.reset();
        if (is_taken)
            throw Problem(409, "enrolled", {msgid("This device is enrolled already")});
        auto& put = rows_.statements().get(
            "INSERT INTO device (id, name, role, org, region, no) VALUES (?, ?, ?, ?, ?, ?)");
        const auto number = next_device_number(was);
        bind(put, 1, id);
        put.bind(2, grant.name);
        put.bind(3, std::string(role_name(grant.org.role)));
        put.bind(4, grant.org.id);
        put.bind(5, grant.region);
        put.bind(6, number);
        put.exec();

        std::string secret(secret_length, '\0');
        store_.random().fill({reinterpret_cast<std::uint8_t*>(secret.data()), secret.size()});
        auto& keep = rows_.statements().get(
            "INSERT INTO hub_device (no, secret, public_key, incarnation, chain, enrolled_at, "
            "joined_by) VALUES (?, ?, ?, 1, ?, ?, ?)");
        keep.bind(1, number);
        keep.bind(2, secret.data(), static_cast<int>(secret.size()));
        keep.bind(3, public_key.data(), static_cast<int>(public_key.size()));
        bind(keep, 4, Hash128{});
        keep.bind(5, store_.clock().now());
        keep.bind(6, by);
        keep.exec();
        Audit(store_).note({.what = audited::device_joined,
            .detail = {msgid("The device {1} of {2}"), {grant.name, grant.region}},
            .device = static_cast<std::uint32_t>(number)});
        transaction.commit();
        return device(static_cast<std::uint32_t>(number)).value();
    });
}

std::vector<Device> Hub::devices()
{
    return guarded(store_.db(), [&] {
        std::vector<Device> all;
        auto& rows = rows_.statements().get(std::string(select_devices) + "ORDER BY no");
        while (rows.executeStep())
            all.push_back(read_device(rows));
        rows.reset();
        return all;
    });
}

std::optional<Device> Hub::device(std::uint32_t number)
{
    return guarded(store_.db(), [&] {
        auto& row = rows_.statements().get(std::string(select_devices) + "WHERE no = ?");
        row.bind(1, static_cast<std::int64_t>(number));
        std::optional<Device> found;
        if (row.executeStep())
            found = read_device(row);
        row.reset();
        return found;
    });
}

void Hub::save(const Device& device)
{
    auto& put = rows_.statements().get(
        "UPDATE hub_device SET incarnation = ?, last_seq = ?, chain = ?, last_hlc = ?, "
        "hello_at = ?, hello_before = ? WHERE no = ?");
    put.bind(1, static_cast<std::int64_t>(device.incarnation));
    put.bind(2, device.last_seq);
    bind(put, 3, device.chain);
    put.bind(4, device.last_hlc);
    put.bind(5, device.hello_at);
    put.bind(6, device.hello_before);
    put.bind(7, static_cast<std::int64_t>(device.number));
    put.exec();
}

} // namespace model
