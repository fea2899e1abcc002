#include "model/store/filter.h"

#include "model/base/text.h"
#include "model/store/filter_terms.h"
#include "model/store/filter_words.h"

#include <algorithm>

namespace model {

namespace {

// SQLite limits how deep a condition may be; what a person means never comes near.
constexpr int deepest = 50;
constexpr int most_comparisons = 200;

/// Reads the words of a filter from left to right and makes SQL of them; the arguments come in the
/// same order.
class Compiler {
public:
    Compiler(const std::string& text, const EntityDef& def, FilterWorld world, bool personal,
        const SeenThrough& through)
        : text_(text)
        , def_(def)
        , world_(world)
        , compares_personal_(personal)
        , through_(through)
        , words_(filter_words(text))
    {
    }

    std::vector<Value> arguments;

    bool is_blank() const { return words_.size() == 1; }

    std::string whole()
    {
        auto sql = either();
        if (now().kind != FilterWord::end)
            fail(msgid("The filter stops making sense at \"{1}\": \"and\" or \"or\" should stand "
                       "there"));
        return sql;
    }

private:
    const FilterWord& now() const { return words_[at_]; }

    [[noreturn]] void fail(const char* what) const
    {
        if (now().kind == FilterWord::end)
            throw UsageError({msgid("The filter breaks off at its end: \"{1}\""), {text_}});
        throw UsageError({what, {place_in(text_, now().at)}});
    }

    std::string either()
    {
        auto sql = both();
        while (now().is_keyword("or")) {
            ++at_;
            sql += " OR " + both();
        }
        return sql;
    }

    std::string both()
    {
        auto sql = one();
        while (now().is_keyword("and")) {
            ++at_;
            sql += " AND " + one();
        }
        return sql;
    }

    std::string one()
    {
        if (++depth_ > deepest)
            throw UsageError({msgid("The filter has too many brackets inside each other")});
        std::string sql;
        if (now().is_keyword("not")) {
            ++at_;
            sql =
                "NOT ifnull(" + one() + ", 0)"; // what is empty does not hold, so its contrary does
        } else if (now().is("(")) {
            ++at_;
            sql = '(' + either() + ')';
            expect(")",
                msgid("The filter stops making sense at \"{1}\": a closing bracket should "
                      "stand there"));
        } else {
            sql = comparison();
        }
        --depth_;
        return sql;
    }

    void expect(std::string_view sign, const char* otherwise)
    {
        if (!now().is(sign))
            fail(otherwise);
        ++at_;
    }

    /// A field, of the record itself or of the one that a reference of it leads to.
    struct Path {
        const FieldDef* reference = nullptr;
        const EntityDef* other = nullptr;
        const FieldDef* field = nullptr;
    };

    Path path()
    {
        if (now().kind != FilterWord::word && now().kind != FilterWord::quoted)
            fail(msgid("The filter stops making sense at \"{1}\": the name of a field should stand "
                       "there"));
        const auto& name = words_[at_++].text;
        const auto dot = name.find('.');
        if (dot == std::string::npos)
            return {.field = &field(def_, name)};
        const auto& reference = field(def_, name.substr(0, dot));
        const auto* other =
            reference.type == Type::reference ? world_.catalog.find(reference.refers_to) : nullptr;
        if (!other)
            throw UsageError({msgid("“{1}” leads to no other register: only references do"),
                {world_.translate(reference.label)}});
        return {&reference, other, &field(*other, name.substr(dot + 1))};
    }

    const FieldDef& field(const EntityDef& def, const std::string& name) const
    {
        if (const auto* found = def.find(name))
            return *found;
        if (const auto* labelled = field_labelled(def, name))
            return *labelled;
        std::vector<std::string> names;
        for (const auto& known : def.fields)
            names.push_back(world_.translate(known.label) + " (" + std::string(known.name) + ')');
        throw UsageError({msgid("There is no field called \"{1}\" here; the fields are: {2}"),
            {name, join(names, ", ")}});
    }

    /// The field of that label, else the one by which people call the record, or the only one,
    /// whose label ends so: 名称 is an item's 事项名称 and a window's 窗口名称.
    const FieldDef* field_labelled(const EntityDef& def, const std::string& name) const
    {
        const auto wanted = folded(name);
        std::vector<const FieldDef*> similar;
        for (const auto& field : def.fields)
            for (const auto& label : {world_.translate(field.label), std::string(field.label)}) {
                const auto known = folded(label);
                if (known == wanted)
                    return &field;
                if (!known.ends_with(wanted))
                    continue;
                if (field.name == def.title)
                    similar.insert(similar.begin(), &field);
                else if (std::ranges::find(similar, &field) == similar.end())
                    similar.push_back(&field);
            }
        const bool is_plain =
            similar.size() == 1 || (!similar.empty() && similar.front()->name == def.title);
        return is_plain ? similar.front() : nullptr;
    }

    void expect_comparable(const Path& path) const
    {
        if (path.field->personal && (!compares_personal_ || path.reference))
            throw UsageError(path.reference && compares_personal_
                    ? Message{msgid(
                                  "“{1}” is personal: it is not asked for through another record"),
                        {world_.translate(path.field->label)}}
                    : why_not_by_personal(world_.translate(path.field->label)));
    }

    FilterTerm through(const Path& path, FilterTerm term) const
    {
        return term_through(*path.reference, *path.other,
            through_ ? through_(*path.other) : std::string(), std::move(term));
    }

    FilterTerm filled(const Path& path, bool is_filled) const
    {
        if (!path.reference)
            return filled_term(*path.field, is_filled);
        auto term = through(path, filled_term(*path.field, true));
        return is_filled ? term : negated(std::move(term));
    }

    FilterTerm compared(const Path& path, Compare compare, const std::string& text) const
    {
        if (!path.reference)
            return compare_term(*path.field, compare, text, world_);
        const bool is_contrary = compare == Compare::unequal;
        auto term = through(
            path, compare_term(*path.field, is_contrary ? Compare::equal : compare, text, world_));
        return is_contrary ? negated(std::move(term)) : term;
    }

    std::string comparison()
    {
        const auto asked = path();
        expect_comparable(asked);
        if (now().is_keyword("in")) {
            ++at_;
            return one_of(asked);
        }
        const auto compare =
            now().kind == FilterWord::sign ? parse_compare(now().text) : std::nullopt;
        if (!compare)
            fail(msgid("The filter stops making sense at \"{1}\": one of = != < <= > >= ~ should "
                       "stand there"));
        ++at_;
        const bool asks_if_filled = *compare == Compare::equal || *compare == Compare::unequal;
        if (asks_if_filled && stands_nothing())
            return put(filled(asked, *compare == Compare::unequal));
        return put(compared(asked, *compare, value()));
    }

    /// Whether no value follows: the field is asked to be empty, or filled.
    bool stands_nothing()
    {
        if (now().kind == FilterWord::quoted && now().text.empty()) {
            ++at_;
            return true;
        }
        return now().kind == FilterWord::end || now().is(")") || now().is_keyword("and")
            || now().is_keyword("or");
    }

    std::string one_of(const Path& asked)
    {
        expect("(",
            msgid("The filter stops making sense at \"{1}\": an opening bracket should "
                  "stand there"));
        auto sql = '(' + put(compared(asked, Compare::equal, value()));
        while (now().is(",")) {
            ++at_;
            sql += " OR " + put(compared(asked, Compare::equal, value()));
        }
        expect(")",
            msgid("The filter stops making sense at \"{1}\": a comma or a closing bracket "
                  "should stand there"));
        return sql + ')';
    }

    std::string value()
    {
        if (now().kind != FilterWord::word && now().kind != FilterWord::quoted)
            fail(msgid("The filter stops making sense at \"{1}\": a value should stand there"));
        return words_[at_++].text;
    }

    std::string put(FilterTerm term)
    {
        if (++comparisons_ > most_comparisons)
            throw UsageError({msgid("The filter compares too many values: shorten it")});
        std::ranges::move(term.arguments, std::back_inserter(arguments));
        return std::move(term.sql);
    }

    const std::string& text_;
    const EntityDef& def_;
    FilterWorld world_;
    bool compares_personal_;
    const SeenThrough& through_;
    std::vector<FilterWord> words_;
    std::size_t at_ = 0;
    int depth_ = 0;
    int comparisons_ = 0;
};

} // namespace

Message why_not_by_personal(const std::string& label)
{
    return {msgid("“{1}” is personal: who may not read it whole can neither filter nor sort by it"),
        {label}};
}

void compile(const std::string& expression, Query& query, const Catalog& catalog,
    const Translate& translate, bool compares_personal, const SeenThrough& through)
{
    Compiler compiler(expression, *query.def, {catalog, translate}, compares_personal, through);
    if (compiler.is_blank())
        return;
    const auto sql = compiler.whole();
    query.where = query.where.empty() ? sql : '(' + query.where + ") AND (" + sql + ')';
    std::ranges::move(compiler.arguments, std::back_inserter(query.arguments));
}

std::string filter_word(std::string_view value)
{
    const auto words = filter_words(value.find('"') == std::string_view::npos ? value : "");
    const auto is_keyword = [&](std::string_view which) { return words[0].is_keyword(which); };
    const bool is_plain = words.size() == 2 && words[0].kind == FilterWord::word
        && words[0].text == value && !is_keyword("and") && !is_keyword("or") && !is_keyword("not")
        && !is_keyword("in");
    if (is_plain)
        return std::string(value);
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

} // namespace model
