#include "model/base/text.h"
#include "model/sync/join_file.h"
#include "tests/fuzz/target.h"

using fuzz::expect;
using fuzz::Trace;
using namespace model;

namespace {

void run(std::string_view input, Trace& trace)
{
    try {
        const auto join = parse_join(input, "大厅.join");
        expect(parse_join(to_json(join), "again") == join, "what is written is read as it was");
        for (const auto* text : {&join.server, &join.code, &join.pin, &join.county, &join.name,
                 &join.region, &join.role, &join.org}) {
            expect(is_utf8(*text), "what is read is UTF-8");
            trace.add_count(text->size());
        }
        expect(normal_pin(join.pin) == join.pin, "a normal pin is normal");
    } catch (const Error& error) {
        expect(typeid(error) == typeid(Error), "a sentence about the file: " + describe(error));
        trace.add(error);
    }
}

std::vector<std::string> made()
{
    return {to_json({"https://10.0.0.2:8443", "7KQ2M-AAAA", std::string(64, 'a'), "430922",
                "修山镇", 1767225600000, "430922101", "outlet", "430922101"}),
        to_json({.server = "http://127.0.0.1:8080", .code = "1"})};
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"join",
        {"\"format\":1", "\"format\":2", "\"server\":\"", "\"code\":\"", "\"pin\":\"",
            "\"county\":\"", "\"name\":\"", "\"expires\":", "\"region\":\"", "\"role\":\"",
            "\"org\":\"", "{", "}", "[", "]", ",", "null", "true", "1.5", "\\u0000", "\\ud800",
            "\xEF\xBB\xBF", "AA:BB", "：", "[[[[[[[["},
        made, run};
    return one;
}
