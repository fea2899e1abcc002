#include "model/store/filter_labels.h"

#include "model/base/text.h"
#include "model/store/filter_words.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace model {

namespace {

bool compares(const FilterWord& word)
{
    constexpr std::array<std::string_view, 7> signs{"=", "!=", "<", "<=", ">", ">=", "~"};
    return word.kind == FilterWord::sign && std::ranges::find(signs, word.text) != signs.end();
}

/// Reads a filter word by word and says what it reads.
class Speaker {
public:
    Speaker(const std::string& expression, const EntityDef& def, const Catalog& catalog,
        const Translate& translate)
        : text_(expression)
        , words_(filter_words(expression))
        , def_(def)
        , catalog_(catalog)
        , translate_(translate)
    {
    }

    std::string said()
    {
        std::string all;
        std::size_t at = 0;
        const FieldDef* field = nullptr;
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
            const auto& word = words_[i];
            if (word.kind != FilterWord::word)
                continue;
            const bool names_field = compares(words_[i + 1]) || words_[i + 1].is_keyword("in")
                || (words_[i + 1].is_keyword("not") && i + 2 < words_.size()
                    && words_[i + 2].is_keyword("in"));
            std::string instead = word.text;
            if (names_field)
                std::tie(instead, field) = path(word.text);
            else if (field && !word.is_keyword("and") && !word.is_keyword("or"))
                instead = choice(*field, word.text);
            all += text_.substr(at, word.at - at) + instead;
            at = word.at + word.text.size();
        }
        return all + text_.substr(at);
    }

private:
    std::pair<std::string, const FieldDef*> path(const std::string& name) const
    {
        const auto* def = &def_;
        const FieldDef* field = nullptr;
        std::vector<std::string> said;
        for (const auto& part : split(name, '.')) {
            field = def ? def->find(part) : nullptr;
            if (!field)
                return {name, nullptr};
            said.push_back(label(*field));
            def = field->type == Type::reference ? catalog_.find(field->refers_to) : nullptr;
        }
        return {join(said, "."), field};
    }

    std::string label(const FieldDef& field) const
    {
        return plain(translate_(field.label), std::string(field.name));
    }

    std::string choice(const FieldDef& field, const std::string& code) const
    {
        const auto found = std::ranges::find(field.choices, code, &Choice::code);
        return found == field.choices.end() ? code : plain(translate_(found->label), code);
    }

    /// One word that no sign cuts, or else the other.
    static std::string plain(const std::string& label, const std::string& otherwise)
    {
        const bool is_one = label.find('.') == std::string::npos && filter_word(label) == label;
        return is_one ? label : otherwise;
    }

    const std::string& text_;
    std::vector<FilterWord> words_;
    const EntityDef& def_;
    const Catalog& catalog_;
    const Translate& translate_;
};

} // namespace

std::string with_labels(const std::string& expression, const EntityDef& def, const Catalog& catalog,
    const Translate& translate)
{
    try {
        const auto said = Speaker(expression, def, catalog, translate).said();
        Query meant{.def = &def};
        Query read{.def = &def};
        compile(expression, meant, catalog, translate);
        compile(said, read, catalog, translate);
        return meant.where == read.where && meant.arguments == read.arguments ? said : expression;
    } catch (const UsageError&) {
        return expression;
    }
}

} // namespace model
