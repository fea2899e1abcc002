#include "model/base/hash.h"
#include "model/store/audit.h"
#include "model/sync/hub.h"
#include "model/sync/purge_order.h"

#include <sodium.h>

namespace model {

namespace {

constexpr const char* contact_setting = "contact";
constexpr std::size_t nonce_length = 16;

Message detail_of(const Device& device, const DeviceWord& word)
{
    if (word.reason.empty())
        return {msgid("The device {1}"), {device.name}};
    return {msgid("The device {1}: {2}"), {device.name, word.reason}};
}

} // namespace

DeviceState Device::state() const
{
    if (purged_at != 0)
        return DeviceState::purged;
    if (lost_at != 0)
        return DeviceState::lost;
    return revoked_at != 0 ? DeviceState::revoked : DeviceState::in_use;
}

std::string_view state_name(DeviceState state)
{
    switch (state) {
    case DeviceState::in_use:
        return "in_use";
    case DeviceState::revoked:
        return "revoked";
    case DeviceState::lost:
        return "lost";
    case DeviceState::purged:
        break;
    }
    return "purged";
}

const char* state_label(DeviceState state)
{
    switch (state) {
    case DeviceState::in_use:
        return msgid("in use");
    case DeviceState::revoked:
        return msgid("revoked");
    case DeviceState::lost:
        return msgid("lost, to be purged");
    case DeviceState::purged:
        break;
    }
    return msgid("purged");
}

Device Hub::device_known(std::uint32_t number)
{
    auto known = device(number);
    if (!known)
        throw Error({msgid("There is no device number {1}: see the command devices"),
            {std::to_string(number)}});
    return std::move(*known);
}

void Hub::revoke(std::uint32_t number, const DeviceWord& word)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto known = device_known(number);
        auto& put = rows_.statements().get(
            "UPDATE hub_device SET revoked_at = ifnull(revoked_at, ?), reason = ? WHERE no = ?");
        put.bind(1, store_.clock().now());
        put.bind(2, word.reason.empty() ? known.reason : word.reason);
        put.bind(3, static_cast<std::int64_t>(number));
        put.exec();
        Audit(store_).note({.what = audited::device_revoked,
            .who = word.who,
            .detail = detail_of(known, word),
            .device = number});
        transaction.commit();
    });
}

void Hub::report_lost(std::uint32_t number, const DeviceWord& word)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto known = device_known(number);
        if (known.state() == DeviceState::purged)
            throw Error({msgid("The device {1} is purged already"), {known.name}});
        std::string nonce(nonce_length, '\0');
        store_.random().fill({reinterpret_cast<std::uint8_t*>(nonce.data()), nonce.size()});
        auto& put = rows_.statements().get(
            "UPDATE hub_device SET lost_at = ifnull(lost_at, ?), purge_nonce = ifnull(purge_nonce, "
            "?), reason = ? WHERE no = ?");
        put.bind(1, store_.clock().now());
        put.bind(2, to_hex(nonce));
        put.bind(3, word.reason.empty() ? known.reason : word.reason);
        put.bind(4, static_cast<std::int64_t>(number));
        put.exec();
        Audit(store_).note({.what = audited::device_lost,
            .who = word.who,
            .detail = detail_of(known, word),
            .device = number});
        transaction.commit();
    });
}

void Hub::withdraw_loss(std::uint32_t number, const DeviceWord& word)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto known = device_known(number);
        if (known.state() == DeviceState::purged)
            throw Error({msgid("The device {1} is purged already"), {known.name}});
        if (known.state() != DeviceState::lost)
            throw Error({msgid("The device {1} was not reported lost"), {known.name}});
        auto& put = rows_.statements().get("UPDATE hub_device SET lost_at = NULL, reason = ? WHERE "
                                           "no = ?"); // it may be purging already
        put.bind(1, word.reason);
        put.bind(2, static_cast<std::int64_t>(number));
        put.exec();
        Audit(store_).note({.what = audited::device_found,
            .who = word.who,
            .detail = detail_of(known, word),
            .device = number});
        transaction.commit();
    });
}

void Hub::expect_purged(std::uint32_t number, const std::string& proof)
{
    const auto known = device(number);
    const auto right =
        known ? proof_of_purge(number, known->purge_nonce, known->secret) : std::string();
    const bool is_right = known && !known->purge_nonce.empty() && proof.size() == right.size()
        && sodium_memcmp(proof.data(), right.data(), right.size()) == 0;
    if (!is_right)
        throw Problem(403, "bad_proof", {msgid("This is no proof of a purge")});
}

void Hub::note_purged(std::uint32_t number, const std::string& proof)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        expect_purged(number, proof);
        const auto known = device_known(number);
        if (known.purged_at != 0)
            return;
        auto& put = rows_.statements().get("UPDATE hub_device SET purged_at = ? WHERE no = ?");
        put.bind(1, store_.clock().now());
        put.bind(2, static_cast<std::int64_t>(number));
        put.exec();
        Audit(store_).note(
            {.what = audited::device_purged, .detail = detail_of(known, {}), .device = number});
        transaction.commit();
    });
}

std::string Hub::contact()
{
    return guarded(store_.db(), [&] { return rows_.setting(contact_setting); });
}

void Hub::set_contact(const std::string& contact)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        rows_.set_setting(contact_setting, contact);
        transaction.commit();
    });
}

} // namespace model
