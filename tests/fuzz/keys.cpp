#include "model/access/key_file_text.h"
#include "model/access/recovery_key.h"
#include "model/base/hash.h"
#include "tests/fuzz/target.h"

#include <boost/json.hpp>

using fuzz::expect;
using fuzz::Trace;
using namespace model;
namespace json = boost::json;

namespace {

void read_key_file(std::string_view text, Trace& trace)
{
    KeyFile keys;
    const auto trouble = KeyFileText::read(text, keys);
    trace.add_count(static_cast<std::size_t>(trouble));
    if (trouble != KeyFileText::Trouble::none)
        return;
    trace.add_count(keys.accounts().size());
    expect(!keys.accounts().empty(), "a key file has accounts");
    const auto written = KeyFileText::write(keys);
    KeyFile again;
    expect(KeyFileText::read(written, again) == KeyFileText::Trouble::none
            && KeyFileText::write(again) == written,
        "what is written is read as it was");
}

/// The same text with the checksum that fits it, as a forger would make it.
std::string with_checksum(std::string_view text)
{
    boost::system::error_code error;
    auto value = json::parse(json::string_view(text.data(), text.size()), error);
    if (error || !value.is_object() || !value.get_object().contains("slots"))
        return {};
    auto& file = value.get_object();
    file["check"] = Hash128::of(json::serialize(file["slots"])).hex();
    return json::serialize(value);
}

void read_recovery_key(std::string_view text, Trace& trace)
{
    const auto typed = typed_recovery(text);
    expect(typed.whole <= typed.of && typed.wrong.size() <= typed.whole, "groups are counted");
    trace.add_count(typed.whole);
    trace.add_count(typed.wrong.size());
    try {
        const auto key = parse_recovery(text);
        expect(typed.is_complete(), "a key that is read is told to be complete");
        expect(parse_recovery(recovery_text(key)).bytes == key.bytes, "a key comes back");
        trace.add("a key");
    } catch (const Error& error) {
        trace.add(error);
    }
}

void run(std::string_view input, Trace& trace)
{
    read_key_file(input, trace);
    if (const auto forged = with_checksum(input); !forged.empty())
        read_key_file(forged, trace);
    read_recovery_key(input, trace);
}

std::vector<std::string> made()
{
    SeededRandom random(7);
    const auto key = DataKey::make(random);
    KeyFile keys;
    for (const auto* name : {"李文员", "王主任"})
        keys.add_slot({Uuid::named("account", name), name}, "demo-2026", key, random,
            {.passes = 1, .memory = 1U << 16U});
    auto with_pair = keys;
    const Account third{Uuid::named("account", "三"), "三"};
    with_pair.put_pair(third,
        make_pair(
            third.id, 1, stretch("demo-2026", random, {.passes = 1, .memory = 1U << 16U}), random),
        key);
    return {KeyFileText::write(keys), KeyFileText::write(with_pair), recovery_text(key)};
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"keys",
        {"\"slots\":[", "\"version\":1", "\"version\":2", "\"version\":3", "\"pair\":\"1 1 ",
            "\"format\":\"hallkeeper-keys\"", "\"passes\":", "\"memory\":", "\"salt\":\"",
            "\"nonce\":\"", "\"key\":\"", "\"check\":\"", "\"account\":\"", "\"name\":\"", "{", "}",
            "[", "]", ",", "null", "true", "\\u0000", "\\ud800", "7KQ2M-", "O", "I", "L", "U", "－",
            "　", "Ａ", "==", "[[[[[[[["},
        made, run};
    return one;
}
