#include "model/sync/join_file.h"

#include "model/base/text.h"
#include "model/sync/messages.h"

namespace model {

namespace {

constexpr std::int64_t format = 1;
constexpr std::size_t longest = 64U << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

std::string to_json(const JoinFile& join)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("format").number(format).key("server").text(join.server);
    out.key("code").text(join.code).key("pin").text(join.pin).key("county").text(join.county);
    out.key("name").text(join.name).key("expires").number(join.expires);
    for (const auto& [key, value] : {std::pair("region", &join.region),
             std::pair("role", &join.role), std::pair("org", &join.org)})
        if (!value->empty())
            out.key(key).text(*value);
    out.close('}');
    return text + '\n';
}

std::string normal_pin(std::string_view typed)
{
    auto pin = folded(typed);
    std::erase_if(pin, [](char c) { return c == ':' || c == '-'; });
    return pin;
}

JoinFile parse_join(std::string_view json, const std::string& path)
{
    const Message damaged{
        msgid("{1} is no joining file, or damaged: ask the county for a new one"), {path}};
    if (json.starts_with(byte_order_mark)) // an editor put it there
        json.remove_prefix(byte_order_mark.size());
    if (json.size() > longest || !is_utf8(json))
        throw Error(damaged);
    try {
        const auto object = parse_object(json);
        if (number_at(object, "format") > format)
            throw Error({msgid("{1} needs a newer version of this program"), {path}});
        return {text_at(object, "server"), text_at(object, "code"),
            normal_pin(text_at(object, "pin")), text_at(object, "county", ""),
            text_at(object, "name", ""), number_at(object, "expires", 0),
            text_at(object, "region", ""), text_at(object, "role", ""), text_at(object, "org", "")};
    } catch (const Problem&) {
        throw Error(damaged);
    }
}

void write_join(Files& files, const std::string& path, const JoinFile& join)
{
    files.write(path, to_json(join), Readers::owner);
}

JoinFile read_join(Files& files, const std::string& path)
{
    const auto bytes = files.read(path);
    if (!bytes)
        throw Error({msgid("There is no joining file {1}"), {path}});
    return parse_join(*bytes, path);
}

} // namespace model
