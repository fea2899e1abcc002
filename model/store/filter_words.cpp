#include "model/store/filter_words.h"

#include "model/base/text.h"

namespace model {

namespace {

constexpr std::size_t longest = 8000;
constexpr std::size_t quoted_characters = 20;

bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_sign(char c)
{
    return std::string_view("=!<>~(),").find(c) != std::string_view::npos;
}

/// `at` stands on the opening mark; gives the text and moves behind the closing one.
std::string quoted_text(std::string_view text, std::size_t& at)
{
    const auto start = at++;
    std::string held;
    for (; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        held += text[at];
    }
    if (at == text.size())
        throw UsageError(
            {msgid("A quotation mark in the filter is not closed: {1}"), {place_in(text, start)}});
    ++at;
    return held;
}

std::string sign_text(std::string_view text, std::size_t& at)
{
    const bool is_double = at + 1 < text.size() && text[at + 1] == '='
        && std::string_view("!<>").find(text[at]) != std::string_view::npos;
    std::string sign(text.substr(at, is_double ? 2 : 1));
    at += sign.size();
    return sign;
}

} // namespace

bool FilterWord::is_keyword(std::string_view which) const
{
    return kind == word && lower(text) == which;
}

std::string place_in(std::string_view text, std::size_t at)
{
    const auto rest = to_utf32(text.substr(at));
    return to_utf8(rest.substr(0, quoted_characters))
        + (rest.size() > quoted_characters ? "…" : "");
}

std::vector<FilterWord> filter_words(std::string_view text)
{
    if (text.size() > longest)
        throw UsageError({msgid("The filter is too long: shorten it")});
    std::vector<FilterWord> words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        const auto start = at;
        if (text[at] == '"') {
            words.push_back({FilterWord::quoted, quoted_text(text, at), start});
        } else if (is_sign(text[at])) {
            words.push_back({FilterWord::sign, sign_text(text, at), start});
        } else {
            while (at < text.size() && !is_blank(text[at]) && !is_sign(text[at]))
                ++at;
            words.push_back({FilterWord::word, std::string(text.substr(start, at - start)), start});
        }
    }
    words.push_back({FilterWord::end, {}, text.size()});
    return words;
}

} // namespace model
