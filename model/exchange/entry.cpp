#include "model/exchange/entry.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/exchange/reference_words.h"
#include "model/exchange/typed_date.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace model {

namespace {

constexpr std::array<std::string_view, 9> set_separators{
    ",", "，", "、", ";", "；", "|", "\n", "\t", "｜"};

/// Into how many pieces the separators in it part a label at most.
constexpr std::size_t pieces_of_a_label = 4;

Entry value_or(std::optional<Value> value, const char* otherwise, std::string_view text)
{
    if (value)
        return std::move(*value);
    return Message{otherwise, {std::string(text)}};
}

std::optional<Value> as_value(std::optional<Date> date)
{
    return date ? std::optional<Value>(*date) : std::nullopt;
}

std::optional<Value> as_value(const std::optional<std::string>& text)
{
    return text ? std::optional<Value>(*text) : std::nullopt;
}

/// "1,234,567.8" without its separators; text whose separators do not part thousands stays as it
/// is, and so is no number.
std::string without_thousands(const std::string& text)
{
    const auto groups = split(text.substr(0, text.find('.')), ',');
    const bool parted = groups.size() > 1 && !groups[0].empty() && groups[0].size() <= 4
        && std::all_of(groups.begin() + 1, groups.end(),
            [](const std::string& group) { return group.size() == 3; });
    if (!parted)
        return text;
    return join(groups, "")
        + (text.find('.') == std::string::npos ? "" : text.substr(text.find('.')));
}

Entry read_number(const FieldDef& field, const std::string& text)
{
    const auto number = without_thousands(trimmed(half_width(text)));
    if (field.type == Type::integer)
        return value_or(
            parse_value(Type::integer, number), msgid("“{1}” is not a whole number"), text);
    if (auto value = parse_value(Type::decimal, number, field.scale))
        return std::move(*value);
    return Message{msgid("“{1}” is not a number with at most {2} decimal places"),
        {text, std::to_string(field.scale)}};
}

Entry read_boolean(const std::string& text)
{
    constexpr std::array<std::string_view, 10> yes{
        "1", "true", "yes", "y", "是", "有", "√", "✓", "✔", "对"};
    constexpr std::array<std::string_view, 11> no{
        "0", "false", "no", "n", "否", "无", "×", "✗", "✘", "没有", "不是"};
    const auto word = folded(text);
    if (std::ranges::find(yes, word) != yes.end())
        return Value{true};
    if (std::ranges::find(no, word) != no.end())
        return Value{false};
    return Message{msgid("“{1}” is neither yes nor no"), {text}};
}

bool is_control(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' || byte == 0x7F;
}

/// One line break for each of CR, LF, CRLF.
std::string unix_lines(std::string text)
{
    if (text.find('\r') == std::string::npos)
        return text;
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    return result;
}

std::string one_line(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

Entry read_text(const FieldDef& field, std::string text)
{
    if (std::ranges::any_of(text, is_control)) {
        text = unix_lines(std::move(text));
        if (!field.long_text)
            text = one_line(std::move(text));
        if (std::ranges::any_of(
                text, [](char c) { return is_control(c) && c != '\n' && c != '\t'; }))
            return Message{
                msgid("The text holds a character that cannot be shown: type it anew"), {}};
    }
    if (field.name == "id_number")
        return Value{normal_id_number(text)};
    if (field.name == "credit_code")
        return Value{normal_credit_code(text)};
    return Value{std::move(text)};
}

/// The parts of the text between separators, as views of it.
std::vector<std::string_view> pieces_of(std::string_view text)
{
    std::vector<std::string_view> pieces;
    for (std::size_t start = 0, at = 0; at <= text.size(); ++at) {
        const auto separator = std::ranges::find_if(set_separators,
            [&](std::string_view sign) { return text.substr(at).starts_with(sign); });
        if (at < text.size() && separator == set_separators.end())
            continue;
        pieces.push_back(text.substr(start, at - start));
        start = at + (at < text.size() ? separator->size() : 1);
        at = start - 1;
    }
    return pieces;
}

} // namespace

EntryReader::EntryReader(RecordStore& store, std::vector<Translate> languages)
    : store_(store)
    , translate_(languages.empty() ? [](const char* id) { return std::string(id); } : languages[0])
    , words_(std::move(languages))
{
}

Entry EntryReader::read(const FieldDef& field, std::string_view text)
{
    if (!is_utf8(text))
        return Message{msgid("The text is not valid UTF-8"), {}};
    auto typed = trimmed(text);
    if (typed.empty())
        return Value{};
    switch (field.type) {
    case Type::text:
        return read_text(field, std::move(typed));
    case Type::integer:
    case Type::decimal:
        return read_number(field, typed);
    case Type::boolean:
        return read_boolean(typed);
    case Type::date:
        return value_or(as_value(parse_typed_date(typed, store_.today())),
            msgid("“{1}” is not a date: write it like 2026-01-31"), typed);
    case Type::month:
        return value_or(as_value(parse_typed_month(typed, store_.today())),
            msgid("“{1}” is not a month: write it like 2026-01"), typed);
    case Type::time_of_day:
        return value_or(as_value(parse_typed_time(typed)),
            msgid("“{1}” is not a time of day: write it like 08:30"), typed);
    case Type::choice:
        return read_choice(field, typed);
    case Type::set:
        return read_set(field, typed);
    case Type::reference:
        return read_reference(store_.catalog().get(field.refers_to), typed);
    case Type::attachment:
        return value_or(
            parse_value(Type::attachment, typed), msgid("“{1}” is not a stored file"), typed);
    }
    throw std::logic_error("A field type without a reader");
}

Entry EntryReader::read_choice(const FieldDef& field, const std::string& text)
{
    if (const auto* code = words_.code(field.choices, text))
        return Value{*code};
    return Message{
        msgid("“{1}” is not in the list: write one of {2}"), {text, words_.labels(field.choices)}};
}

/// Takes the longest label at each place, so that one that holds a separator stays whole.
Entry EntryReader::read_set(const FieldDef& field, const std::string& text)
{
    const auto pieces = pieces_of(text);
    Set words;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::string word(pieces[i]);
        for (auto last = std::min(i + pieces_of_a_label, pieces.size()); last-- > i;) {
            const std::string_view joined(pieces[i].data(), std::to_address(pieces[last].end()));
            if (const auto* code = words_.code(field.choices, joined)) {
                word = *code;
                i = last;
                break;
            }
        }
        words.push_back(std::move(word));
    }
    return set_value(make_set(std::move(words)));
}

Entry EntryReader::read_reference(const EntityDef& def, std::string_view text)
{
    if (!is_utf8(text))
        return Message{msgid("The text is not valid UTF-8"), {}};
    const auto typed = trimmed(text);
    if (typed.empty())
        return Value{};
    const auto meant = meant_by(store_, def, typed, translate_);
    if (meant.size() == 1 && store_.find(def, meant[0]))
        return Value{meant[0]};
    if (meant.size() <= 1)
        return Message{msgid("There is no {2} “{1}”: enter it first, or correct the name"),
            {typed, translate_(def.label)}};
    return Message{msgid("“{1}” may be any of {2}, write one of these: {3}"),
        {typed, std::to_string(meant.size()), words_for(store_, meant, translate_)}};
}

Entry read_entry(
    const FieldDef& field, std::string_view text, RecordStore& store, const Translate& translate)
{
    return EntryReader(store, {translate}).read(field, text);
}

Entry read_reference(
    const EntityDef& def, std::string_view text, RecordStore& store, const Translate& translate)
{
    return EntryReader(store, {translate}).read_reference(def, text);
}

std::string entry_text(
    const FieldDef& field, const Value& value, RecordStore& store, const Translate& translate)
{
    const auto label = [&](const std::string& code) {
        const auto* known = label_of(field.choices, code);
        return known ? translate(known) : code;
    };
    if (const auto* flag = std::get_if<bool>(&value))
        return translate(*flag ? msgid("yes") : msgid("no"));
    if (const auto* id = std::get_if<Uuid>(&value))
        return word_for(store, *id, translate);
    if (const auto* set = std::get_if<Set>(&value)) {
        std::vector<std::string> words;
        for (const auto& word : *set)
            words.push_back(label(word));
        return join(words, "、");
    }
    return field.type == Type::choice ? label(to_text(value)) : to_text(value);
}

} // namespace model
