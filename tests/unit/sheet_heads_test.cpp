#include "assets/assets.h"
#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/exchange/choice_words.h"
#include "model/exchange/head_words.h"
#include "model/exchange/staff_roster.h"

#include <boost/test/unit_test.hpp>

#include "i18n/translations.h"
#include <map>

using namespace model;

namespace {

std::vector<std::vector<std::string>> lines_of(std::string_view asset)
{
    std::vector<std::vector<std::string>> lines;
    for (const auto& line : split(assets::text(asset), '\n'))
        if (const auto text = trimmed(line); !text.empty() && !text.starts_with("entity,"))
            lines.push_back(split(text, ','));
    return lines;
}

const std::vector<Translate> languages{i18n::translator("zh_CN"), i18n::translator("en")};

std::string name_of(const std::optional<HeadMeaning>& meaning)
{
    return meaning && meaning->field ? std::string(meaning->field->name) : "nothing";
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_heads_test)

BOOST_AUTO_TEST_CASE(every_label_of_every_register_is_a_head_of_its_field)
{
    for (const auto* def : hall_catalog().all()) {
        const HeadWords words(*def, languages);
        for (const auto& field : def->fields)
            if (field.type != Type::attachment)
                for (const auto& language : languages)
                    BOOST_TEST(name_of(words.find(language(field.label))) == field.name,
                        def->name << ' ' << language(field.label));
    }
}

BOOST_AUTO_TEST_CASE(every_other_head_of_every_register_stands_for_its_field)
{
    std::map<std::string, int> heads;
    for (const auto& line : lines_of("codes/heads.csv")) {
        if (line[0] == "*")
            continue;
        const auto* def = find_imported(hall_catalog(), line[0]);
        BOOST_REQUIRE_MESSAGE(def && def->find(line[1]), line[0] << '.' << line[1]);
        const HeadWords words(*def, languages);
        for (const auto& alias : split(line.at(2), '|')) {
            ++heads[line[0]];
            BOOST_TEST(name_of(words.find(alias)) == line[1], line[0] << ' ' << alias);
        }
    }
    for (const auto* def : hall_catalog().all())
        BOOST_TEST(heads[std::string(def->name)] >= 5, def->name);
}

BOOST_AUTO_TEST_CASE(every_word_for_a_choice_means_its_code)
{
    for (const auto& line : lines_of("codes/choice_words.csv")) {
        const auto* def = hall_catalog().find(line[0]);
        const auto* field = def ? def->find(line.at(1)) : nullptr;
        BOOST_REQUIRE_MESSAGE(field, line[0] << '.' << line.at(1));
        BOOST_TEST(label_of(field->choices, line.at(2)) != nullptr, line[0] << ' ' << line[2]);
        ChoiceWords words(languages);
        for (const auto& word : split(line.at(3), '|')) {
            const auto* code = words.code(field->choices, word);
            BOOST_TEST((code ? *code : "nothing") == line[2], line[0] << ' ' << word);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
