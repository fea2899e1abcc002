#include "model/store/search_words.h"

#include "model/base/pinyin.h"
#include "model/base/text.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace model {

namespace {

// What a token of the column `words` begins with.
constexpr char whole_mark = 'w';    ///< the whole title, as written or as read
constexpr char first_mark = 'a';    ///< initials of the title from its beginning
constexpr char code_mark = 'b';     ///< letters and digits the title begins with
constexpr char initials_mark = 'i'; ///< initials from any character of a name on
constexpr char syllable_mark = 's'; ///< a reading of a character of a name
constexpr char part_mark = 'c';     ///< letters and digits from any of them on
constexpr char tail_mark = 't';     ///< a personal number backwards

constexpr std::size_t longest_token = 32;
constexpr std::size_t most_initials = 12;
constexpr std::size_t most_spellings = 8; ///< of initials, where characters have several readings
constexpr std::size_t shortest_tail = 4;
constexpr std::size_t shortest_number = 7;
constexpr std::size_t shortest_id_number = 15;

bool is_alnum(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z');
}

bool is_letter(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

std::u32string plain(std::string_view text)
{
    return to_utf32(folded(text));
}

std::string narrow(std::u32string_view ascii)
{
    return {ascii.begin(), ascii.end()};
}

/// A text that people call something by, and so may spell in pinyin.
bool is_name(const EntityDef& def, const FieldDef& field)
{
    return field.type == Type::text && !field.personal
        && (field.name == def.title || field.name.ends_with("name"));
}

/// The digits of a personal number, with the X of an ID number; empty for any other text.
std::string number_in(const Value& value)
{
    std::string digits;
    for (const auto c : plain(to_text(value))) {
        if (c == U'-' || c == U'+')
            continue;
        if ((c < U'0' || c > U'9') && c != U'x')
            return {};
        digits += static_cast<char>(c);
    }
    return digits.size() < shortest_number ? std::string() : digits;
}

bool finds_number(const std::u32string& word, const std::string& number)
{
    if (number.empty() || word.size() < shortest_tail || !std::ranges::all_of(word, is_alnum))
        return false;
    const auto typed = narrow(word);
    if (number.size() >= shortest_id_number)
        return typed == number || (typed.size() == shortest_tail && number.ends_with(typed));
    return number.ends_with(typed);
}

/// Each Chinese (or other non-Latin) character as a word of its own.
void put_characters(std::string& column, const std::u32string& text)
{
    for (const auto c : text)
        if (c >= 0x80)
            column.append(to_utf8(std::u32string(1, c))).append(" ");
}

using Tokens = std::set<std::string>;

void put(Tokens& tokens, char mark, std::string_view text)
{
    tokens.insert(mark + std::string(text.substr(0, longest_token)));
}

/// The letters and digits at a place, as far as they go.
std::u32string_view run_at(std::u32string_view text, std::size_t at)
{
    auto end = at;
    while (end < text.size() && is_alnum(text[end]))
        ++end;
    return text.substr(at, end - at);
}

void put_parts(Tokens& tokens, const std::u32string& text)
{
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_alnum(text[at]))
            put(tokens, part_mark, narrow(run_at(text, at)));
}

/// The initials of the characters from `at` on, spelt in every way, as far as they go. Signs
/// between characters do not count.
std::vector<std::string> initials(
    const std::u32string& text, const std::vector<Readings>& readings, std::size_t at)
{
    std::vector<std::string> spellings{""};
    for (; at < text.size() && spellings[0].size() < most_initials; ++at) {
        if (is_alnum(text[at]))
            break;
        std::string letters;
        for (const auto reading : readings[at])
            if (letters.find(reading[0]) == std::string::npos)
                letters += reading[0];
        std::vector<std::string> longer;
        for (const char letter : letters)
            for (const auto& spelling : spellings)
                if (longer.size() < most_spellings)
                    longer.push_back(spelling + letter);
        if (!longer.empty())
            spellings = std::move(longer);
    }
    return spellings;
}

void put_pinyin(Tokens& tokens, const std::u32string& text, bool is_title)
{
    const auto readings = readings_of(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (readings[at].empty())
            continue;
        for (const auto reading : readings[at])
            put(tokens, syllable_mark, reading);
        for (const auto& spelling : initials(text, readings, at)) {
            put(tokens, initials_mark, spelling);
            if (is_title && at == 0)
                put(tokens, first_mark, spelling);
        }
    }
    if (!is_title)
        return;
    std::string spoken;
    for (const auto& each : readings)
        spoken += each.empty() ? "" : each.front();
    if (!spoken.empty())
        put(tokens, whole_mark, spoken);
}

/// The text without signs, as one token.
std::string without_signs(const std::u32string& text)
{
    std::u32string kept;
    for (const auto c : text)
        if (is_alnum(c) || c >= 0x3400)
            kept += c;
    return to_utf8(kept.substr(0, longest_token));
}

// ---- what was typed ----

/// Letters as parts of which each is read as one character: a syllable, its initial, or at the end
/// the beginning of a syllable.
using Parts = std::vector<std::string_view>;

/// All ways to part the letters, within reason.
class Parting {
public:
    explicit Parting(std::string_view letters) : letters_(letters)
    {
        part(0);
        std::ranges::stable_sort(ways_, {}, [](const Parts& way) { return way.size(); });
        const auto fewest = ways_.empty() ? 0 : ways_[0].size();
        std::erase_if(ways_, [=](const Parts& way) { return way.size() > fewest + 1; });
        ways_.resize(std::min(ways_.size(), most_ways));
    }

    const std::vector<Parts>& ways() const { return ways_; }

private:
    static constexpr std::size_t most_ways = 8;
    static constexpr std::size_t most_found = 200;
    static constexpr int most_steps = 2000;
    static constexpr std::size_t longest_syllable = 6;

    void part(std::size_t at)
    {
        if (at == letters_.size())
            ways_.push_back(parts_);
        for (auto length = std::min(longest_syllable, letters_.size() - at); length > 0; --length) {
            if (ways_.size() >= most_found || ++steps_ > most_steps)
                return;
            const auto piece = letters_.substr(at, length);
            const bool is_last = at + length == letters_.size();
            const bool is_initial = length == 1 || piece == "zh" || piece == "ch" || piece == "sh";
            if (!is_syllable(piece) && !((is_last || is_initial) && begins_syllable(piece)))
                continue;
            parts_.push_back(piece);
            part(at + length);
            parts_.pop_back();
        }
    }

    std::string_view letters_;
    Parts parts_;
    std::vector<Parts> ways_;
    int steps_ = 0;
};

std::string quoted_token(char mark, std::string_view text)
{
    return '"' + (mark + std::string(text.substr(0, longest_token))) + '"';
}

std::string prefix_token(char mark, std::string_view text)
{
    return quoted_token(mark, text) + " *";
}

std::string any_of(const std::vector<std::string>& conditions)
{
    return '(' + join(conditions, " OR ") + ')';
}

enum class Where { anywhere, at_beginning };

std::string condition_of(const Parts& parts, Where where)
{
    std::vector<std::string> all;
    std::string initials;
    for (const auto part : parts)
        if (initials.size() < most_initials)
            initials += part[0];
    const bool begins = where == Where::at_beginning;
    // One syllable says more than its initial.
    if (begins || parts.size() > 1 || parts[0].size() == 1)
        all.push_back(prefix_token(begins ? first_mark : initials_mark, initials));
    for (const auto& part : parts) {
        if (part.size() == 1)
            continue; // an initial, even where it could be a syllable (a, e, o)
        if (&part == &parts.back())
            all.push_back(prefix_token(syllable_mark, part));
        else if (is_syllable(part))
            all.push_back(quoted_token(syllable_mark, part));
    }
    return '(' + join(all, " AND ") + ')';
}

std::string condition_of_run(const std::string& run, Where where)
{
    const bool begins = where == Where::at_beginning;
    std::vector<std::string> any{prefix_token(begins ? code_mark : part_mark, run)};
    if (std::ranges::all_of(run, [](char c) { return c >= 'a' && c <= 'z'; })) {
        const Parting parting(run);
        for (const auto& way : parting.ways())
            any.push_back(condition_of(way, where));
    } else if (!begins && run.size() >= shortest_tail)
        any.push_back(prefix_token(tail_mark, std::string(run.rbegin(), run.rend())));
    return any_of(any);
}

/// The condition for one word; empty where it holds nothing but signs.
std::string condition_of(const std::u32string& word, Where where)
{
    std::vector<std::string> all;
    for (std::size_t at = 0; at < word.size();) {
        if (is_alnum(word[at])) {
            const auto run = run_at(word, at);
            all.push_back(condition_of_run(narrow(run), at == 0 ? where : Where::anywhere));
            at += run.size();
            continue;
        }
        std::string characters;
        const bool begins = at == 0 && where == Where::at_beginning;
        for (; at < word.size() && !is_alnum(word[at]); ++at)
            if (word[at] >= 0x80)
                characters.append(to_utf8(word.substr(at, 1))).append(" ");
        if (!characters.empty())
            all.push_back((begins ? "title : ^ \"" : "\"") + characters + '"');
    }
    return join(all, " AND ");
}

// ---- whether a text has a word ----

class Matching {
public:
    Matching(const std::u32string& word, const std::u32string& text,
        const std::vector<Readings>& readings)
        : word_(word)
        , text_(text)
        , readings_(readings)
    {
    }

    bool anywhere() const
    {
        for (std::size_t at = 0; at < text_.size(); ++at)
            if (from(0, at))
                return true;
        return false;
    }

private:
    /// Whether the word from `w` on is what the text says from `t` on.
    bool from(std::size_t w, std::size_t t) const
    {
        if (w == word_.size())
            return true;
        if (t == text_.size())
            return false;
        if (word_[w] == text_[t] && from(w + 1, t + 1))
            return true;
        if (t >= readings_.size() || !is_letter(word_[w]))
            return false;
        if (readings_[t].empty())
            return w > 0 && !is_alnum(text_[t]) && from(w, t + 1);
        return std::ranges::any_of(
            readings_[t], [&](std::string_view reading) { return spells(reading, w, t); });
    }

    bool spells(std::string_view reading, std::size_t w, std::size_t t) const
    {
        std::size_t same = 0;
        while (same < reading.size() && w + same < word_.size()
            && word_[w + same] == static_cast<char32_t>(reading[same]))
            ++same;
        if (same == 0)
            return false;
        if (w + same == word_.size() || (same == reading.size() && from(w + same, t + 1)))
            return true;
        const bool has_two = reading.size() > 1 && reading[1] == 'h'; // zh, ch, sh
        return from(w + 1, t + 1) || (has_two && same >= 2 && from(w + 2, t + 1));
    }

    const std::u32string& word_;
    const std::u32string& text_;
    const std::vector<Readings>& readings_;
};

/// The texts of one record that may be found, title first, each made ready once.
class Texts {
public:
    explicit Texts(const Record& record, const Masking& masked) : masked_(masked)
    {
        const auto& def = *record.def;
        const auto title = def.index_of(def.title);
        if (title < record.values.size())
            add(record, title);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (i != title)
                add(record, i);
    }

    const FieldDef* field_with(const std::u32string& word) const
    {
        const auto found = std::ranges::find_if(texts_, [&](const Text& text) {
            return text.field->personal ? finds_number(word, text.number)
                                        : Matching(word, text.text, text.readings).anywhere();
        });
        return found == texts_.end() ? nullptr : found->field;
    }

private:
    struct Text {
        const FieldDef* field;
        std::u32string text;
        std::vector<Readings> readings;
        std::string number;
    };

    void add(const Record& record, std::size_t i)
    {
        const auto& field = record.def->fields[i];
        if (field.type != Type::text || is_empty(record.values[i]))
            return;
        auto& text = texts_.emplace_back(Text{.field = &field});
        if (field.personal)
            text.number =
                masked_ ? end_of(masked_(field, record.values[i])) : number_in(record.values[i]);
        else
            text.text = plain(to_text(record.values[i]));
        if (is_name(*record.def, field))
            text.readings = readings_of(text.text);
    }

    /// What the mask leaves at the end; nothing where it leaves something else than a number.
    static std::string end_of(const std::string& shown)
    {
        const auto hidden = shown.rfind('*');
        if (hidden == std::string::npos)
            return number_in(Value{shown});
        const auto end = shown.substr(hidden + 1);
        return std::ranges::all_of(end, [](char c) { return c >= '0' && c <= '9'; })
            ? end
            : std::string();
    }

    const Masking& masked_;
    std::vector<Text> texts_;
};

} // namespace

IndexedText indexed(const Record& record)
{
    IndexedText columns;
    Tokens tokens;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = record.def->fields[i];
        if (field.type != Type::text || is_empty(record.values[i]))
            continue;
        if (field.personal) {
            const auto number = number_in(record.values[i]);
            if (!number.empty())
                put(tokens, tail_mark, std::string(number.rbegin(), number.rend()));
            continue;
        }
        const auto text = plain(to_text(record.values[i]));
        const bool is_title = field.name == record.def->title;
        put_characters(is_title ? columns.title : columns.other, text);
        put_parts(tokens, text);
        if (is_name(*record.def, field))
            put_pinyin(tokens, text, is_title);
        if (is_title) {
            put(tokens, whole_mark, without_signs(text));
            if (is_alnum(text[0]))
                put(tokens, code_mark, narrow(run_at(text, 0)));
        }
    }
    for (const auto& token : tokens)
        columns.words.append(token).append(" ");
    return columns;
}

SearchWords::SearchWords(const std::string& typed)
{
    auto text = to_utf32(lower(half_width(typed)));
    std::ranges::replace(text, U'ü', U'v');
    for (const auto& word : split(to_utf8(text), ' '))
        if (auto plain_word = plain(word); !plain_word.empty())
            words_.push_back(std::move(plain_word));
}

std::vector<std::string> SearchWords::conditions() const
{
    std::u32string typed;
    std::vector<std::string> words;
    for (const auto& word : words_) {
        typed += word;
        if (auto condition = condition_of(word, Where::anywhere); !condition.empty())
            words.push_back(std::move(condition));
    }
    if (words.empty())
        return {};
    std::vector<std::string> conditions{'"' + (whole_mark + without_signs(typed)) + '"'};
    if (words_.size() == 1 && std::ranges::all_of(typed, is_letter))
        conditions.push_back(quoted_token(first_mark, narrow(typed)));
    auto first = words;
    first[0] = condition_of(words_[0], Where::at_beginning);
    if (!first[0].empty())
        conditions.push_back(join(first, " AND "));
    conditions.push_back(join(words, " AND "));
    return conditions;
}

const FieldDef* SearchWords::matched(const Record& record, const Masking& masked) const
{
    const Texts texts(record, masked);
    const FieldDef* first = nullptr;
    for (const auto& word : words_) {
        const auto* field = texts.field_with(word);
        if (!field)
            return nullptr;
        first = first ? first : field;
    }
    return first;
}

} // namespace model
