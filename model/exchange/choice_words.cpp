#include "model/exchange/choice_words.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/entities/item.h"

namespace model {

namespace {

struct CodeList {
    const Choice* choices;
    std::string_view asset; ///< "code,label,aliases", the aliases parted by |
};

constexpr std::array code_lists{
    CodeList{choices_of<ItemType>.data(), "codes/item_types.csv"},
};

/// What clerks write in sheets besides: "entity,field,code,words", the words parted by |.
constexpr std::string_view words_of_sheets = "codes/choice_words.csv";

bool is_list_of(
    std::span<const Choice> choices, const std::string& entity, const std::string& field)
{
    const auto* def = hall_catalog().find(entity);
    const auto* found = def ? def->find(field) : nullptr;
    return found && found->choices.data() == choices.data();
}

std::string_view without_zeros(std::string_view code)
{
    const bool digits = code.find_first_not_of("0123456789") == std::string_view::npos;
    while (digits && code.size() > 1 && code[0] == '0')
        code.remove_prefix(1);
    return code;
}

} // namespace

const std::string* ChoiceWords::code(std::span<const Choice> choices, std::string_view word)
{
    const auto& words = words_of(choices);
    const auto found = words.find(folded(word));
    return found == words.end() ? nullptr : &found->second;
}

std::string ChoiceWords::labels(std::span<const Choice> choices) const
{
    std::vector<std::string> labels;
    for (const auto& choice : choices)
        labels.push_back(languages_.empty() ? choice.label : languages_[0](choice.label));
    return join(labels, " / ");
}

const ChoiceWords::Words& ChoiceWords::words_of(std::span<const Choice> choices)
{
    auto& words = words_[choices.data()];
    if (!words.empty())
        return words;
    const auto add = [&](std::string_view word, std::string_view code) {
        words.emplace(folded(word), code);
    };
    // Codes stand before labels and labels before other names, should two ever be alike.
    for (const auto& choice : choices)
        add(choice.code, choice.code);
    for (const auto& choice : choices) {
        add(without_zeros(choice.code), choice.code);
        add(choice.label, choice.code);
        for (const auto& language : languages_)
            add(language(choice.label), choice.code);
    }
    for (const auto& list : code_lists) {
        if (list.choices != choices.data())
            continue;
        for (const auto& line : split(assets::text(list.asset), '\n')) {
            const auto cells = split(trimmed(line), ',');
            if (cells.size() < 3 || cells[0] == "code")
                continue;
            add(cells[0], cells[0]);
            add(cells[1], cells[0]);
            for (const auto& alias : split(cells[2], '|'))
                if (!alias.empty())
                    add(alias, cells[0]);
        }
    }
    for (const auto& line : split(assets::text(words_of_sheets), '\n')) {
        const auto cells = split(trimmed(line), ',');
        if (cells.size() == 4 && is_list_of(choices, cells[0], cells[1]))
            for (const auto& word : split(cells[3], '|'))
                add(word, cells[2]);
    }
    return words;
}

} // namespace model
