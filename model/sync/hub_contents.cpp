#include "model/sync/hub_contents.h"

#include "model/base/hash.h"
#include "model/sync/json_text.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

namespace json = boost::json;

[[noreturn]] void malformed(const char* key)
{
    throw Problem(
        400, "malformed", {msgid("The message is malformed: \"{1}\" is missing or wrong"), {key}});
}

std::vector<json::value> list_at(const json::object& body, const char* key)
{
    const auto* list = body.if_contains(key);
    if (!list)
        return {};
    if (!list->is_array())
        malformed(key);
    if (list->get_array().size() > HubContents::most_names)
        throw Problem(413, "too_large", {msgid("The message is too large")});
    return {list->get_array().begin(), list->get_array().end()};
}

ContentName name_in(const json::value& content)
{
    if (!content.is_object())
        malformed("have");
    return {text_at(content.get_object(), "hash"), number_at(content.get_object(), "bytes")};
}

std::string bytes_at(const json::object& body, const char* key)
{
    const auto hex = text_at(body, key);
    if (hex.size() % 2 != 0 || std::ssize(hex) > 2 * piece_of_content)
        malformed(key);
    std::string bytes(hex.size() / 2, '\0');
    if (!read_hex(hex, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}))
        malformed(key);
    return bytes;
}

void write(JsonText& out, const std::string& hash, std::int64_t bytes)
{
    out.open('{').key("hash").text(hash).key("bytes").number(bytes).close('}');
}

} // namespace

bool HubContents::is_named_in_sight(const std::string& hash)
{
    auto& rows = store_.rows().statements().get(
        "SELECT scope, home FROM attachment JOIN rec USING (rid) WHERE hash = ?");
    rows.bind(1, hash);
    bool is_named = false;
    while (!is_named && rows.executeStep())
        is_named = device_.sees(rows.getColumn(0).getInt64(), column_id(rows.getColumn(1)));
    rows.reset();
    return is_named;
}

bool HubContents::is_named_by_own(const ContentName& name)
{
    if (!is_content_name(name))
        return false;
    auto& rows = store_.rows().statements().get("SELECT scope, home, born FROM attachment JOIN rec "
                                                "USING (rid) WHERE hash = ? AND size = ?");
    rows.bind(1, name.hash);
    rows.bind(2, name.size);
    bool is_named = false;
    while (!is_named && rows.executeStep()) {
        const auto scope = rows.getColumn(0).getInt64();
        is_named = device_.sees(scope, column_id(rows.getColumn(1)))
            || (device_.org.role == Role::agency && device_.region.contains(scope))
            // It may have moved away before its content came.
            || Version::unpacked(rows.getColumn(2).getInt64()).device == device_.number;
    }
    rows.reset();
    return is_named;
}

std::string HubContents::compare(const json::object& body)
{
    return guarded(store_.db(), [&] {
        Contents contents(store_);
        std::string text;
        JsonText out(text);
        out.open('{').key("have").open('[');
        for (const auto& told : list_at(body, "have"))
            if (const auto name = name_in(told); is_named_by_own(name))
                write(out, name.hash,
                    contents.has(name.hash) ? name.size : contents.received(name.hash));
        out.close(']').key("want").open('[');
        for (const auto& wanted : list_at(body, "want")) {
            const auto hash = scalar_text(wanted);
            if (is_named_in_sight(hash) && contents.has(hash))
                write(out, hash, contents.received(hash));
        }
        out.close(']').close('}');
        return text;
    });
}

std::string HubContents::give(const json::object& body)
{
    return guarded(store_.db(), [&] {
        const auto hash = text_at(body, "hash");
        const auto at = number_at(body, "at");
        Contents contents(store_);
        const bool is_given = is_named_in_sight(hash) && !(at == 0 && contents.look_at(hash));
        const auto piece = is_given ? contents.piece(hash, at) : std::nullopt;
        if (!piece)
            throw Problem(404, "no_content", {msgid("The county does not have this content yet")});
        std::string text;
        JsonText(text).open('{').key("bytes").text(to_hex(*piece)).close('}');
        return text;
    });
}

/// The next ones after those it was told last, and after the last the first again: what it has not
/// got either holds up nothing behind it.
std::vector<std::string> HubContents::next_damaged()
{
    Contents contents(store_);
    auto all = contents.known_damaged();
    std::erase_if(all, [this](const auto& each) { return !is_named_in_sight(each.hash); });
    if (all.size() > most_told_) {
        const auto setting = "damaged_told_" + std::to_string(device_.number);
        const auto told = store_.rows().number(setting);
        const auto next =
            std::ranges::find_if(all, [&](const auto& each) { return each.id > told; });
        std::ranges::rotate(all, next);
        all.resize(most_told_);
        Transaction transaction(store_.db());
        store_.rows().set_number(setting, all.back().id);
        transaction.commit();
    }
    std::vector<std::string> hashes;
    for (const auto& each : all)
        hashes.push_back(each.hash);
    return hashes;
}

std::string HubContents::with_damaged(std::string reply)
{
    return guarded(store_.db(), [&] {
        const auto damaged = next_damaged();
        if (damaged.empty())
            return std::move(reply);
        reply.pop_back();
        reply += ",\"damaged\":";
        JsonText out(reply);
        out.open('[');
        for (const auto& hash : damaged)
            out.text(hash);
        out.close(']');
        return reply + '}';
    });
}

void offer_damaged(RecordStore& store, const json::object& reply)
{
    const auto* damaged = reply.if_contains("damaged");
    if (!damaged || !damaged->is_array())
        return;
    Contents contents(store);
    for (const auto& hash : damaged->get_array())
        if (hash.is_string())
            contents.forget_told(std::string(hash.get_string()));
}

std::string HubContents::take(const json::object& body)
{
    return guarded(store_.db(), [&] {
        const ContentName name{text_at(body, "hash"), number_at(body, "size")};
        const auto bytes = bytes_at(body, "bytes");
        if (!is_named_by_own(name))
            throw Problem(403, "no_record",
                {msgid("No record that this device may change names this content")});
        const auto at = Contents(store_).take(name, number_at(body, "at"), bytes);
        std::string text;
        JsonText(text).open('{').key("at").number(at).close('}');
        return text;
    });
}

} // namespace model
