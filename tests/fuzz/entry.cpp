#include "model/exchange/entry.h"

#include "model/base/text.h"
#include "model/exchange/typed_date.h"
#include "tests/fuzz/target.h"
#include "tests/support/office.h"

#include "i18n/translations.h"

using fuzz::expect;
using fuzz::Trace;
using namespace model;

namespace {

struct World : tests::Office {
    World()
    {
        const auto hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        add("unit", {{"name", "县公安局（交警）"}, {"credit_code", "11430922006510000X"}});
        add("person", {{"name", "张桂山"}});
        add("person", {{"name", "张桂山"}});
        add("item", {{"name", "排污许可"}, {"code", "11430922006510"}});
        add("window", {{"number", "A01"}, {"place", hall.text()}});
    }

    Translate chinese = i18n::translator("zh_CN");
    EntryReader reader{store, {chinese, i18n::translator("en")}};
};

const FieldDef& field_of(std::string_view name)
{
    const auto dot = name.find('.');
    const auto* def = hall_catalog().find(name.substr(0, dot));
    const auto* field =
        def && dot != std::string_view::npos ? def->find(name.substr(dot + 1)) : nullptr;
    if (field)
        return *field;
    // No such field: another one all the same, so that changed names lead to all of them.
    std::size_t n = 0;
    for (const char c : name)
        n = n * 31 + static_cast<unsigned char>(c);
    const auto& entity = *hall_catalog().all()[n % hall_catalog().all().size()];
    return entity.fields[n / 7 % entity.fields.size()];
}

void run(std::string_view input, Trace& trace)
{
    static World world;
    const auto given = fuzz::parts(input, 2);
    const auto& field = field_of(given[0]);
    const std::string text(given[1]);
    trace.add(type_name(field.type));

    constexpr Date today{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(31)};
    if (is_utf8(text)) {
        const auto date = read_entered_date(text, today);
        if (const auto* read = std::get_if<Date>(&date)) {
            expect(read->ok() && parse_iso_date(to_iso(*read)) == *read, "a date there is");
            trace.add("a date");
        }
    }

    const auto entry = world.reader.read(field, text);
    if (const auto* sentence = std::get_if<Message>(&entry)) {
        trace.add(sentence->id);
        render(*sentence, world.chinese);
        return;
    }
    const auto& value = std::get<Value>(entry);
    trace.add_count(value.index());
    expect(is_empty(value) || parse_value(field.type, to_text(value), field.scale) == value,
        "the value comes back from its text " + to_text(value));
    expect(!is_utf8(text) || is_utf8(to_text(value)), "a value is UTF-8");
    const auto shown = entry_text(field, value, world.store, world.chinese);
    const auto again = world.reader.read(field, shown);
    const auto* read = std::get_if<Value>(&again);
    expect(read && *read == value, "read again it is the same: " + shown);
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"entry",
        {"person.name\n", "person.id_number\n", "person.birth\n", "person.own_uniform\n",
            "posting.person\n", "posting.status\n", "posting.from\n", "window.types\n",
            "window.number\n", "unit.credit_code\n", "unit.category\n", "place.floor_area\n",
            "place.floors\n", "place.parent\n", "place.opened\n", "item.type\n", "是", "否", "√",
            "×", "1,234", "１２", "－", "。", "年", "月", "日", "8点", "：", "今天", "后天", "+7",
            "张桂山", "县公安局（交警）", "（", "）", "、", ";", "|", ",", "\n", "　",
            "\xEF\xBB\xBF", "sha256/1/a", "在岗", "综合办事"},
        [] { return std::vector<std::string>(); }, run};
    return one;
}
