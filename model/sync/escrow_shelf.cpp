#include "model/sync/escrow_shelf.h"

#include "model/base/hash.h"
#include "model/store/audit.h"
#include "model/sync/json_text.h"
#include "model/sync/messages.h"

namespace model {

namespace {

constexpr const char* key_setting = "escrow_key";
constexpr const char* keeper_setting = "escrow_keeper";
constexpr const char* has_setting = "escrow_has";

constexpr const char* select_keys =
    "SELECT id, public_key, sealed, salt, nonce, passes, memory, keeper, made_at FROM "
    "hub_escrow_key ";

std::string bytes_of(const SQLite::Column& column)
{
    return {
        static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

void bind_bytes(SQLite::Statement& statement, int index, const std::string& bytes)
{
    statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

std::optional<EscrowKey> read_key(SQLite::Statement& row)
{
    std::optional<EscrowKey> key;
    if (row.executeStep())
        key = EscrowKey{.id = row.getColumn(0).getInt64(),
            .public_key = bytes_of(row.getColumn(1)),
            .sealed = bytes_of(row.getColumn(2)),
            .salt = bytes_of(row.getColumn(3)),
            .nonce = bytes_of(row.getColumn(4)),
            .passes = static_cast<std::uint64_t>(row.getColumn(5).getInt64()),
            .memory = static_cast<std::uint64_t>(row.getColumn(6).getInt64()),
            .keeper = row.getColumn(7).getString(),
            .made_at = row.getColumn(8).getInt64()};
    row.reset();
    return key;
}

/// Bytes of that size that were written as hex.
std::optional<std::string> bytes_in(std::string_view hex, std::size_t size)
{
    std::string bytes(size, '\0');
    if (!read_hex(hex, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}))
        return std::nullopt;
    return bytes;
}

} // namespace

std::optional<EscrowKey> EscrowShelf::newest()
{
    return guarded(store_.db(), [&] {
        return read_key(
            store_.rows().statements().get(std::string(select_keys) + "ORDER BY id DESC LIMIT 1"));
    });
}

std::optional<EscrowKey> EscrowShelf::key(std::int64_t id)
{
    return guarded(store_.db(), [&] {
        auto& row = store_.rows().statements().get(std::string(select_keys) + "WHERE id = ?");
        row.bind(1, id);
        return read_key(row);
    });
}

void EscrowShelf::add(const EscrowKey& key)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        auto& put = store_.rows().statements().get(
            "INSERT INTO hub_escrow_key (public_key, sealed, salt, nonce, passes, memory, keeper, "
            "made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        int column = 0;
        for (const auto* bytes : {&key.public_key, &key.sealed, &key.salt, &key.nonce})
            bind_bytes(put, ++column, *bytes);
        put.bind(++column, static_cast<std::int64_t>(key.passes));
        put.bind(++column, static_cast<std::int64_t>(key.memory));
        put.bind(++column, key.keeper);
        put.bind(++column, key.made_at);
        put.exec();
        Audit(store_).note({.what = audited::escrow_made,
            .detail = {msgid("Kept by {1}"), {key.keeper}},
            .device = 0});
        transaction.commit();
    });
}

std::vector<EscrowDeposit> EscrowShelf::deposits()
{
    return guarded(store_.db(), [&] {
        std::vector<EscrowDeposit> all;
        auto& row = store_.rows().statements().get(
            "SELECT device, escrow_key, sealed, at FROM hub_escrow ORDER BY device");
        while (row.executeStep())
            all.push_back({static_cast<std::uint32_t>(row.getColumn(0).getInt64()),
                row.getColumn(1).getInt64(), bytes_of(row.getColumn(2)),
                row.getColumn(3).getInt64()});
        row.reset();
        return all;
    });
}

std::optional<EscrowDeposit> EscrowShelf::deposit_of(std::uint32_t device)
{
    for (auto& deposit : deposits())
        if (deposit.device == device)
            return std::move(deposit);
    return std::nullopt;
}

void EscrowShelf::take(
    std::uint32_t device, const std::string& name, const boost::json::object& body)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto sealed = bytes_in(text_at(body, "sealed"), sealed_size);
        if (!sealed)
            throw Problem(400, "malformed",
                {msgid("The message is malformed: \"{1}\" is missing or wrong"), {"sealed"}});
        const auto current = newest();
        if (!current || to_hex(current->public_key) != text_at(body, "key"))
            throw Problem(409, "escrow", {msgid("The county has no such escrow key")});
        auto& put = store_.rows().statements().get(
            "INSERT OR REPLACE INTO hub_escrow (device, escrow_key, sealed, at) VALUES (?, ?, ?, "
            "?)");
        put.bind(1, static_cast<std::int64_t>(device));
        put.bind(2, current->id);
        bind_bytes(put, 3, *sealed);
        put.bind(4, store_.clock().now());
        put.exec();
        Audit(store_).note({.what = audited::escrow_deposited,
            .detail = {msgid("The device {1}"), {name}},
            .device = device});
        transaction.commit();
    });
}

std::string EscrowShelf::with_offer(std::string reply, std::uint32_t device)
{
    const auto key = newest();
    if (!key)
        return reply;
    const auto deposit = deposit_of(device);
    reply.pop_back();
    reply += ",\"escrow\":";
    JsonText out(reply);
    out.open('{').key("key").text(to_hex(key->public_key)).key("keeper").text(key->keeper);
    out.key("has").flag(deposit && deposit->escrow_key == key->id).close('}');
    return reply + '}';
}

void keep_offer(RecordStore& store, const boost::json::object& reply)
{
    EscrowOffer offer;
    if (const auto* told = reply.if_contains("escrow"); told && told->is_object()) {
        const auto& object = told->get_object();
        const auto* has = object.if_contains("has");
        offer = {.key = text_at(object, "key", ""),
            .keeper = text_at(object, "keeper", ""),
            .has = has && has->is_bool() && has->get_bool()};
    }
    keep_offer(store, offer);
}

void keep_offer(RecordStore& store, const EscrowOffer& offer)
{
    guarded(store.db(), [&] {
        if (offer == offer_of(store))
            return;
        Transaction transaction(store.db());
        store.rows().set_setting(key_setting, offer.key);
        store.rows().set_setting(keeper_setting, offer.keeper);
        store.rows().set_number(has_setting, offer.has ? 1 : 0);
        transaction.commit();
    });
}

EscrowOffer offer_of(RecordStore& store)
{
    return guarded(store.db(), [&] {
        auto& rows = store.rows();
        return EscrowOffer{.key = rows.setting(key_setting),
            .keeper = rows.setting(keeper_setting),
            .has = rows.number(has_setting) != 0};
    });
}

} // namespace model
