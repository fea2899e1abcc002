#include "model/store/filter.h"

#include "model/listing/cell_filter.h"
#include "model/store/filter_words.h"
#include "tests/fuzz/target.h"
#include "tests/support/office.h"

#include "i18n/translations.h"

using fuzz::expect;
using fuzz::Trace;
using namespace model;

namespace {

/// An office with a record or two in the registers that the filters ask.
struct World : tests::Office {
    World()
    {
        const auto hall = add("place",
            {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"floor_area", "1234.50"},
                {"opened", "2024-03-01"}});
        const auto police = add("unit", {{"name", "县公安局（交警）"}, {"phone", "0737-8820110"}});
        const auto person = add("person", {{"name", "张桂山"}, {"own_uniform", "1"}});
        add("posting", {{"person", person.text()}, {"unit", police.text()}, {"status", "on_duty"}});
        add("window", {{"number", "A01"}, {"place", hall.text()}});
    }
};

/// The filter's words put together again.
std::string printed(const std::string& expression)
{
    std::string text;
    for (const auto& word : filter_words(expression)) {
        text += text.empty() ? "" : " ";
        if (word.kind != FilterWord::quoted) {
            text += word.text;
            continue;
        }
        text += '"';
        for (const char c : word.text)
            text += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        text += '"';
    }
    return text;
}

void run(std::string_view input, Trace& trace)
{
    static World world;
    static const Translate chinese = i18n::translator("zh_CN");
    const auto given = fuzz::parts(input, 2);
    const auto* def = hall_catalog().find(given[0]);
    if (!def)
        def = hall_catalog().all()[given[0].size() % hall_catalog().all().size()];
    const std::string expression(given[1]);

    const auto& field = def->fields[given[0].size() % def->fields.size()];
    const CellFilter cell(field, expression);
    trace.add_count(cell.is_understood() ? 1 : 0);
    cell.passes(Value{}, "");

    Query query{.def = def};
    try {
        compile(expression, query, world.store.catalog(), chinese);
    } catch (const UsageError& error) {
        trace.add(error);
        return;
    }
    trace.add(query.where);
    expect(world.store.count(query) >= 0, "what compiles can be asked");

    constexpr std::size_t room = 2000; // a longer one may come to more than a filter may
    if (expression.size() > room)
        return;
    Query again{.def = def};
    try {
        compile(printed(expression), again, world.store.catalog(), chinese);
    } catch (const UsageError& error) {
        expect(false, "printed, it is a filter: " + printed(expression) + ": " + error.what());
    }
    expect(again.where == query.where && again.arguments == query.arguments,
        "printed, it means the same: " + printed(expression));
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"filter",
        {"and", "or", "not", "in", "(", ")", ",", "=", "!=", "<", "<=", ">", ">=", "~", "\"", "\\",
            "\\\"", "name", "status", "unit", "opened", "floors", "floor_area", "own_uniform",
            "place", "person", "姓名", "在岗", "单位", "名称", "是", "on_duty", "2024-03-01",
            "2024-13-01", "1234.50", "99999999999999999999", "（", "）", "，", "%", "_", "'", "--",
            ";", "?", "posting\n", "window\n", "item\n", "AND", "\t", "　", ".."},
        [] { return std::vector<std::string>(); }, run};
    return one;
}
