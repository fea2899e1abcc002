#include "model/sync/messages.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>
#include <limits>

namespace model {

namespace {

namespace json = boost::json;

/// Versions one op may claim to have seen; a record rarely has as many in all.
constexpr std::size_t most_seen = 4096;

[[noreturn]] void refuse(std::string_view key)
{
    throw Problem(400, "malformed",
        {msgid("The message is malformed: \"{1}\" is missing or wrong"), {std::string(key)}});
}

const json::value* at(const json::object& object, std::string_view key)
{
    return object.if_contains(json::string_view(key.data(), key.size()));
}

Version version_at(const json::value& value)
{
    const auto* text = value.if_string();
    const auto version =
        text ? Version::parse({text->data(), text->size()}) : std::optional<Version>{};
    if (!version)
        refuse("version");
    return *version;
}

void write_set_change(JsonText& out, const OpField& field)
{
    const auto words = [](const Value& value) {
        const auto* set = std::get_if<Set>(&value);
        return set ? *set : Set{};
    };
    const auto part = [&](std::string_view key, const Set& from, const Set& without) {
        out.key(key).open('[');
        for (const auto& word : from)
            if (std::find(without.begin(), without.end(), word) == without.end())
                out.text(word);
        out.close(']');
    };
    out.open('{');
    part("+", words(field.value), words(field.base_value));
    part("-", words(field.base_value), words(field.value));
    out.key("b").text(field.base.text()).close('}');
}

void write_field(JsonText& out, const Op& op, const OpField& field)
{
    out.key(field.fid);
    if (op.type == OpType::create) {
        out.value(field.value);
        return;
    }
    const auto* def = field.fid == deleted_fid ? nullptr : op.def->find(field.fid);
    if (def && def->merges() && op.type != OpType::resolve) {
        write_set_change(out, field);
        return;
    }
    out.open('[').value(field.value).text(field.base.text()).close(']');
}

Value read_value(const FieldDef& field, const json::value& value)
{
    const auto read = parse_value(field.type, scalar_text(value), field.scale);
    if (!read)
        refuse(field.name);
    return *read;
}

Set read_words(const json::object& change, std::string_view key)
{
    const auto* list = at(change, key);
    if (!list || !list->is_array())
        refuse(key);
    std::vector<std::string> words;
    for (const auto& word : list->get_array())
        words.push_back(scalar_text(word));
    return make_set(std::move(words));
}

OpField read_field(const Op& op, int fid, const FieldDef* def, const json::value& value)
{
    OpField field{.fid = fid};
    if (op.type == OpType::create) {
        field.value = read_value(*def, value);
    } else if (const auto* change = value.if_object(); change && def) {
        field.value = set_value(read_words(*change, "+"));
        field.base_value = set_value(read_words(*change, "-"));
        const auto* base = at(*change, "b");
        field.base = version_at(base ? *base : json::value());
    } else {
        const auto* pair = value.if_array();
        if (!pair || pair->size() != 2)
            refuse("f");
        field.value = def ? read_value(*def, pair->at(0)) : Value(scalar_text(pair->at(0)) == "1");
        field.base = version_at(pair->at(1));
    }
    return field;
}

void read_fields(const json::object& fields, Op& op)
{
    for (const auto& [key, value] : fields) {
        int fid = 0;
        for (const char c : key) {
            if (c < '0' || c > '9' || fid > 100'000)
                refuse("f");
            fid = fid * 10 + (c - '0');
        }
        const auto* def = op.def ? op.def->find(fid) : nullptr;
        if (def || (fid == deleted_fid && op.type != OpType::create))
            op.fields.push_back(read_field(op, fid, def, value));
        else
            op.unknown.emplace_back(fid, json::serialize(value));
    }
}

void write_mark(JsonText& out, const Mark& mark, std::string_view key = "mark")
{
    if (mark != Mark{})
        out.key(key).text(mark.text());
}

} // namespace

std::string Mark::text() const
{
    return change == 0 ? std::string() : std::to_string(change) + '.' + std::to_string(drawn);
}

Mark Mark::parse(std::string_view text)
{
    Mark mark;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, mark.change);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.')
        return {};
    const auto second = std::from_chars(first.ptr + 1, end, mark.drawn);
    const bool is_mark = second.ec == std::errc{} && second.ptr == end && mark.change > 0;
    return is_mark ? mark : Mark{};
}

json::object parse_object(std::string_view body)
{
    json::parse_options limits;
    limits.max_depth = 16;
    boost::system::error_code error;
    // Built once, read once: nothing of it need be given back before all of it.
    auto value = json::parse(json::string_view(body.data(), body.size()), error,
        json::make_shared_resource<json::monotonic_resource>(), limits);
    if (error || !value.is_object())
        throw Problem(400, "malformed", {msgid("The message is not a JSON object")});
    return std::move(value.get_object());
}

std::int64_t number_at(const json::object& object, std::string_view key)
{
    const auto* value = at(object, key);
    if (!value || !value->is_int64())
        refuse(key);
    return value->get_int64();
}

std::int64_t number_at(const json::object& object, std::string_view key, std::int64_t otherwise)
{
    return at(object, key) ? number_at(object, key) : otherwise;
}

std::string text_at(const json::object& object, std::string_view key)
{
    const auto* value = at(object, key);
    if (!value || !value->is_string())
        refuse(key);
    return {value->get_string().data(), value->get_string().size()};
}

std::string text_at(const json::object& object, std::string_view key, std::string_view otherwise)
{
    return at(object, key) ? text_at(object, key) : std::string(otherwise);
}

Uuid uuid_at(const json::object& object, std::string_view key)
{
    const auto id = Uuid::parse(text_at(object, key));
    if (!id)
        refuse(key);
    return *id;
}

std::string to_json(const Hello& hello)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("protocol").open('[').number(hello.protocol_from).number(hello.protocol_to);
    out.close(']').key("program").text(hello.program);
    out.key("incarnation").number(hello.incarnation).key("acked").number(hello.acked);
    out.key("chain").text(hello.chain.hex()).key("epoch").text(hello.epoch);
    out.key("cursor").number(hello.cursor);
    write_mark(out, hello.mark);
    if (hello.rejoin)
        out.key("rejoin").flag(true);
    out.close('}');
    return text;
}

Hello read_hello(const json::object& object)
{
    Hello hello;
    const auto* range = at(object, "protocol");
    if (!range || !range->is_array() || range->get_array().size() != 2
        || !range->get_array()[0].is_int64() || !range->get_array()[1].is_int64())
        refuse("protocol");
    hello.protocol_from = static_cast<int>(range->get_array()[0].get_int64());
    hello.protocol_to = static_cast<int>(range->get_array()[1].get_int64());
    hello.program = text_at(object, "program", "");
    hello.incarnation = static_cast<std::uint32_t>(number_at(object, "incarnation"));
    hello.acked = number_at(object, "acked");
    hello.chain = Hash128::from_hex(text_at(object, "chain"));
    hello.epoch = text_at(object, "epoch", "");
    hello.cursor = number_at(object, "cursor");
    hello.mark = Mark::parse(text_at(object, "mark", ""));
    const auto* rejoin = at(object, "rejoin");
    hello.rejoin = rejoin && rejoin->is_bool() && rejoin->get_bool();
    return hello;
}

std::string to_json(const HelloReply& reply)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("protocol").number(reply.protocol).key("time").number(reply.time);
    out.key("epoch").text(reply.epoch).key("county").text(reply.county);
    out.key("incarnation").number(reply.incarnation).key("last_seq").number(reply.last_seq);
    out.key("chain").text(reply.chain.hex()).key("head").number(reply.head);
    out.key("digest").text(reply.digest.hex());
    if (reply.restored)
        out.key("restored").flag(true);
    out.close('}');
    return text;
}

HelloReply read_hello_reply(const json::object& object)
{
    const auto* restored = at(object, "restored");
    return {static_cast<int>(number_at(object, "protocol")), number_at(object, "time"),
        text_at(object, "epoch"), text_at(object, "county"),
        static_cast<std::uint32_t>(number_at(object, "incarnation")), number_at(object, "last_seq"),
        Hash128::from_hex(text_at(object, "chain")), number_at(object, "head"),
        Hash128::from_hex(text_at(object, "digest")),
        restored && restored->is_bool() && restored->get_bool()};
}

std::string to_json(const Push& push)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("first").number(push.first).key("incarnation").number(push.incarnation);
    out.key("chain").text(push.chain.hex());
    write_mark(out, push.lost, "lost");
    out.key("ops").open('[');
    for (const auto& op : push.ops)
        out.raw(op);
    out.close(']').close('}');
    return text;
}

std::string to_json(const PushReply& reply)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("last_seq").number(reply.last_seq).key("chain").text(reply.chain.hex());
    out.key("head_before").number(reply.head_before).key("head").number(reply.head);
    write_mark(out, reply.mark);
    out.key("plain").flag(reply.plain).key("changes").raw(reply.records).close('}');
    return text;
}

PushReply read_push_reply(const json::object& object)
{
    PushReply reply{.last_seq = number_at(object, "last_seq"),
        .chain = Hash128::from_hex(text_at(object, "chain")),
        .head_before = number_at(object, "head_before"),
        .head = number_at(object, "head"),
        .mark = Mark::parse(text_at(object, "mark", ""))};
    const auto* plain = at(object, "plain");
    reply.plain = plain && plain->is_bool() && plain->get_bool();
    return reply;
}

std::string to_json(const Pull& pull)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("cursor").number(pull.cursor).key("since").number(pull.since);
    out.key("records").number(pull.records).close('}');
    return text;
}

Pull read_pull(const json::object& object)
{
    const auto cursor = number_at(object, "cursor");
    const auto since = number_at(object, "since", cursor);
    return {cursor, std::min(since, cursor), number_at(object, "records", 0)};
}

std::string to_json(const Op& op)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("n").number(static_cast<std::int64_t>(op.version.seq));
    out.key("t").text(op_name(op.type)).key("k").number(op.kind).key("r").text(op.record.text());
    out.key("g").text(op.group.text()).key("u").open('[').text(op.account.id.text());
    out.text(op.account.name).close(']').key("at").number(op.at).key("h").number(op.hlc);
    if (!op.document.empty())
        out.key("doc").text(op.document);
    out.key("f").open('{');
    for (const auto& field : op.fields)
        write_field(out, op, field);
    out.close('}');
    if (!op.seen.empty()) {
        out.key("seen").open('[');
        for (const auto& version : op.seen)
            out.text(version.text());
        out.close(']');
    }
    if (op.inbox != Hash128{})
        out.key("inbox").text(op.inbox.hex());
    if (op.again != Version{})
        out.key("again").text(op.again.text());
    if (op.scope != county_wide)
        out.key("s").number(op.scope);
    if (!op.home.is_nil())
        out.key("home").text(op.home.text());
    out.close('}');
    return text;
}

Op read_op(const json::value& value, const Catalog& catalog, std::uint32_t device,
    std::uint32_t incarnation)
{
    const auto* object = value.if_object();
    if (!object)
        refuse("ops");
    Op op;
    op.version = {device, incarnation, static_cast<std::uint64_t>(number_at(*object, "n"))};
    const auto type = parse_op(text_at(*object, "t"));
    if (!type)
        refuse("t");
    op.type = *type;
    const auto kind = number_at(*object, "k");
    if (kind < 0 || kind > std::numeric_limits<int>::max())
        refuse("k"); // cut to size, it would name another entity
    op.kind = static_cast<int>(kind);
    op.def = catalog.find(op.kind);
    op.record = uuid_at(*object, "r");
    op.group = uuid_at(*object, "g");
    const auto* user = at(*object, "u");
    if (!user || !user->is_array() || user->get_array().size() != 2)
        refuse("u");
    const auto account = Uuid::parse(scalar_text(user->get_array()[0]));
    if (!account)
        refuse("u");
    op.account = {*account, scalar_text(user->get_array()[1])};
    op.at = number_at(*object, "at");
    op.hlc = number_at(*object, "h");
    op.document = text_at(*object, "doc", "");
    const auto* fields = at(*object, "f");
    if (!fields || !fields->is_object())
        refuse("f");
    read_fields(fields->get_object(), op);
    if (const auto* seen = at(*object, "seen"); seen && seen->is_array()) {
        if (seen->get_array().size() > most_seen)
            refuse("seen");
        for (const auto& version : seen->get_array())
            op.seen.push_back(version_at(version));
    }
    op.inbox = Hash128::from_hex(text_at(*object, "inbox", ""));
    if (const auto* again = at(*object, "again"))
        op.again = version_at(*again);
    op.scope = number_at(*object, "s", county_wide);
    if (at(*object, "home"))
        op.home = uuid_at(*object, "home");
    return op;
}

Hash128 next_chain(const Hash128& chain, std::string_view op)
{
    std::string text(reinterpret_cast<const char*>(chain.bytes.data()), chain.bytes.size());
    return Hash128::of(text.append(op));
}

Message not_joined_message()
{
    return {msgid("This file has not joined a county yet")};
}

} // namespace model
