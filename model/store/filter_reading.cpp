#include "model/store/filter_reading.h"

#include "model/base/text.h"
#include "model/store/filter.h"
#include "model/store/filter_words.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

/// A sign between field and value, and how it is read.
struct Comparison {
    std::string_view sign;
    const char* said;
};

constexpr std::array comparisons{Comparison{"=", "="}, Comparison{"!=", "≠"}, Comparison{"<", "<"},
    Comparison{"<=", "≤"}, Comparison{">", ">"}, Comparison{">=", "≥"},
    // TRANSLATORS: between a field and a word, in a filter that is read: "name contains police"
    Comparison{"~", msgid(" contains ")}};

const Comparison* comparison(const FilterWord& word)
{
    const auto found = std::ranges::find(comparisons, word.text, &Comparison::sign);
    return word.kind == FilterWord::sign && found != comparisons.end() ? &*found : nullptr;
}

bool is_joint(const FilterWord& word)
{
    return word.is_keyword("and") || word.is_keyword("or");
}

class Reading {
public:
    Reading(const std::string& expression, const EntityDef& def, RecordStore& store,
        const Translate& translate)
        : words_(filter_words(expression))
        , def_(def)
        , store_(store)
        , translate_(translate)
    {
    }

    std::string said()
    {
        for (at_ = 0; at_ + 1 < words_.size(); ++at_)
            say(words_[at_]);
        return said_;
    }

private:
    void say(const FilterWord& word)
    {
        if (const auto* how = comparison(word))
            return say(*how);
        if (word.kind == FilterWord::sign)
            said_ += word.is(",") ? translate_(msgid(", ")) : word.text;
        else if (word.kind == FilterWord::quoted)
            said_ += value(word.text);
        else if (word.is_keyword("and"))
            said_ += translate_(msgid(" and "));
        else if (word.is_keyword("or"))
            said_ += translate_(msgid(" or "));
        else if (word.is_keyword("not"))
            said_ += translate_(msgid("not "));
        else if (word.is_keyword("in"))
            // TRANSLATORS: before a list of words, in a filter that is read
            said_ += translate_(msgid(" is one of "));
        else if (names_field())
            said_ += path(word.text);
        else
            said_ += value(word.text);
    }

    /// "is empty" where no value follows.
    void say(const Comparison& how)
    {
        const auto& next = words_[at_ + 1];
        const bool has_value =
            next.kind == FilterWord::quoted || (next.kind == FilterWord::word && !is_joint(next));
        if (has_value)
            said_ += translate_(how.said);
        else
            said_ += translate_(how.sign == "!=" ? msgid(" is filled in") : msgid(" is empty"));
    }

    bool names_field() const
    {
        const auto& next = words_[at_ + 1];
        return comparison(next) || next.is_keyword("in")
            || (next.is_keyword("not") && at_ + 2 < words_.size()
                && words_[at_ + 2].is_keyword("in"));
    }

    std::string path(const std::string& name)
    {
        const auto* def = &def_;
        std::vector<std::string> said;
        for (const auto& part : split(name, '.')) {
            field_ = def ? def->find(part) : nullptr;
            if (!field_)
                return name;
            said.push_back(translate_(field_->label));
            def = field_->type == Type::reference ? store_.catalog().find(field_->refers_to)
                                                  : nullptr;
        }
        return join(said, ".");
    }

    std::string value(const std::string& word)
    {
        if (const auto id = Uuid::parse(word))
            return store_.title_of(*id);
        if (!field_)
            return word;
        if (const auto* label = label_of(field_->choices, word))
            return translate_(label);
        if (field_->type == Type::boolean)
            if (const auto flag = parse_value(Type::boolean, word))
                return translate_(*flag == Value{true} ? msgid("yes") : msgid("no"));
        return word;
    }

    std::vector<FilterWord> words_;
    const EntityDef& def_;
    RecordStore& store_;
    const Translate& translate_;
    const FieldDef* field_ = nullptr; ///< that was named last
    std::size_t at_ = 0;
    std::string said_;
};

} // namespace

std::string filter_for_reading(const std::string& expression, const EntityDef& def,
    RecordStore& store, const Translate& translate)
{
    try {
        Query meant{.def = &def};
        compile(expression, meant, store.catalog(), translate);
        return Reading(expression, def, store, translate).said();
    } catch (const UsageError&) {
        return expression;
    }
}

} // namespace model
