#include "model/access/key_file_text.h"

#include "model/base/hash.h"

#include <boost/json.hpp>

#include <sodium.h>
#include <stdexcept>

namespace model {

namespace json = boost::json;

namespace {

constexpr std::int64_t plain_version = 1;
constexpr std::int64_t version = 2; ///< with pairs in it

template <std::size_t Size>
std::string to_base64(const std::array<std::uint8_t, Size>& bytes)
{
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_ENCODED_LEN(Size, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), Size, variant);
    text.pop_back(); // the terminating zero
    return text;
}

template <std::size_t Size>
void from_base64(const json::value& value, std::array<std::uint8_t, Size>& bytes)
{
    const auto& text = value.as_string();
    std::size_t length = 0;
    if (sodium_base642bin(bytes.data(), Size, text.data(), text.size(), nullptr, &length, nullptr,
            sodium_base64_VARIANT_ORIGINAL)
            != 0
        || length != Size)
        throw std::invalid_argument("base64");
}

/// The checksum against damage; whoever can forge it can forge nothing of use.
std::string checksum(const json::array& slots)
{
    return Hash128::of(json::serialize(slots)).hex();
}

} // namespace

std::string KeyFileText::write(const KeyFile& keys)
{
    json::array slots;
    bool any_pair = false;
    for (const auto& slot : keys.slots_) {
        json::object object{{"account", slot.account.id.text()}, {"name", slot.account.name}};
        if (slot.pair) {
            any_pair = true;
            object["pair"] = text_of(slot.pair->pair);
            object["key"] = to_base64(slot.pair->sealed);
            if (slot.pair->has_come)
                object["came"] = true;
        } else {
            object["passes"] = slot.cost.passes;
            object["memory"] = slot.cost.memory;
            object["salt"] = to_base64(slot.salt);
            object["nonce"] = to_base64(slot.nonce);
            object["key"] = to_base64(slot.wrapped);
        }
        slots.push_back(std::move(object));
    }
    const auto sum = checksum(slots);
    return json::serialize(json::object{{"format", "hallkeeper-keys"},
               {"version", any_pair ? version : plain_version}, {"slots", std::move(slots)},
               {"check", sum}})
        + "\n";
}

KeyFile::Slot KeyFileText::read_slot(const json::object& object, bool may_be_pair)
{
    KeyFile::Slot slot;
    slot.account.id = Uuid::parse(std::string(object.at("account").as_string())).value();
    slot.account.name = std::string(object.at("name").as_string());
    if (const auto* pair = may_be_pair ? object.if_contains("pair") : nullptr) {
        slot.pair.emplace();
        slot.pair->pair = parse_pair(std::string(pair->as_string())).value();
        from_base64(object.at("key"), slot.pair->sealed);
        slot.pair->has_come = object.contains("came") && object.at("came").as_bool();
        return slot;
    }
    slot.cost.passes = object.at("passes").to_number<std::uint64_t>();
    slot.cost.memory = object.at("memory").to_number<std::uint64_t>();
    from_base64(object.at("salt"), slot.salt);
    from_base64(object.at("nonce"), slot.nonce);
    from_base64(object.at("key"), slot.wrapped);
    if (!is_bearable(slot.cost))
        throw std::invalid_argument("cost");
    return slot;
}

KeyFileText::Trouble KeyFileText::read(std::string_view text, KeyFile& keys)
try {
    const auto value = json::parse(json::string_view(text.data(), text.size()));
    const auto& file = value.as_object();
    if (file.at("format").as_string() != "hallkeeper-keys")
        return Trouble::damaged;
    if (file.at("version").to_number<std::int64_t>() > version)
        return Trouble::newer;
    const auto& slots = file.at("slots").as_array();
    if (slots.empty() || file.at("check").as_string() != checksum(slots).c_str())
        return Trouble::damaged;

    const bool may_have_pairs = file.at("version").to_number<std::int64_t>() == version;
    for (const auto& item : slots)
        keys.slots_.push_back(read_slot(item.as_object(), may_have_pairs));
    return Trouble::none;
} catch (const std::exception&) {
    return Trouble::damaged; // no JSON, or not in the shape it must have
}

} // namespace model
