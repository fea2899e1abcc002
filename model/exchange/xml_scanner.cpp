#include "model/exchange/xml_scanner.h"

#include "model/base/text.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_limits.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace model {

namespace {

constexpr std::size_t piece_bytes = 64U << 10U;
constexpr std::string_view white = " \t\r\n";

std::string_view without_prefix(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view without_white_front(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(white), text.size()));
}

} // namespace

bool XmlScanner::fill()
{
    buffer_.erase(0, at_);
    at_ = 0;
    const auto kept = buffer_.size();
    buffer_.resize(kept + piece_bytes);
    const auto count = source_.read(buffer_.data() + kept, piece_bytes);
    buffer_.resize(kept + count);
    // No XML in UTF-8 holds a zero byte; one in UTF-16 is full of them.
    if (buffer_.find('\0', kept) != std::string::npos)
        refuse_damaged(source_);
    return count != 0;
}

bool XmlScanner::has(std::size_t count)
{
    while (buffer_.size() - at_ < count)
        if (!fill())
            return false;
    return true;
}

bool XmlScanner::at(std::string_view what)
{
    return has(what.size()) && std::string_view(buffer_).substr(at_).starts_with(what);
}

/// How far from at_ the next `what` stands, looking from `from` on.
std::size_t XmlScanner::find(std::string_view what, std::size_t from)
{
    for (;;) {
        const auto found = buffer_.find(what, at_ + from);
        if (found != std::string::npos)
            return found - at_;
        const auto seen = buffer_.size() - at_;
        if (seen > sheet_limits::xml_text_bytes || !fill())
            refuse_damaged(source_);
        from = std::max(from, seen - std::min(seen, what.size() - 1));
    }
}

/// How far from at_ the '>' of the tag stands; one in quotes is none.
std::size_t XmlScanner::end_of_tag()
{
    char quote = '\0';
    for (std::size_t i = 1;; ++i) {
        if (i > sheet_limits::xml_tag_bytes || !has(i + 1))
            refuse_damaged(source_);
        const char c = buffer_[at_ + i];
        if (c == '<')
            refuse_damaged(source_);
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i;
    }
}

XmlScanner::Event XmlScanner::next()
{
    if (!begun_) {
        begun_ = true;
        if (at("\xEF\xBB\xBF"))
            at_ += 3;
    }
    if (empty_element_) {
        close_element();
        return Event::end;
    }
    while (has(1)) {
        if (buffer_[at_] != '<') {
            if (take_text())
                return Event::text;
            continue;
        }
        const char kind = has(2) ? buffer_[at_ + 1] : '\0';
        if (kind == '?') {
            take_processing_instruction();
        } else if (kind == '!') {
            if (take_declaration())
                return Event::text;
        } else {
            return take_tag();
        }
    }
    if (!open_.empty() || !root_seen_)
        refuse_damaged(source_);
    return Event::done;
}

/// False for the white space outside the root element, which is no text.
bool XmlScanner::take_text()
{
    if (open_.empty()) {
        if (white.find(buffer_[at_]) == std::string_view::npos)
            refuse_damaged(source_);
        ++at_;
        return false;
    }
    const auto near = buffer_.find('<', at_);
    const auto end = near != std::string::npos ? near - at_ : find("<", 0);
    text_ = resolve(std::string_view(buffer_).substr(at_, end), text_scratch_);
    at_ += end;
    return true;
}

void XmlScanner::take_processing_instruction()
{
    const auto end = find("?>", 2);
    const auto content = lower(std::string_view(buffer_).substr(at_ + 2, end - 2));
    at_ += end + 2;
    if (!content.starts_with("xml ") || content.find("encoding") == std::string::npos)
        return;
    for (const auto* known : {"\"utf-8\"", "'utf-8'", "\"us-ascii\"", "'us-ascii'", "\"ascii\""})
        if (content.find(known) != std::string::npos)
            return;
    refuse_foreign();
}

/// True for CDATA, which is text; false for a comment.
bool XmlScanner::take_declaration()
{
    constexpr std::string_view comment = "<!--";
    constexpr std::string_view data = "<![CDATA[";
    if (at(comment)) {
        at_ += find("-->", comment.size()) + 3;
        return false;
    }
    if (!at(data))
        refuse_foreign();
    if (open_.empty())
        refuse_damaged(source_);
    const auto end = find("]]>", data.size());
    text_ = std::string_view(buffer_).substr(at_ + data.size(), end - data.size());
    at_ += end + 3;
    return true;
}

XmlScanner::Event XmlScanner::take_tag()
{
    const auto end = end_of_tag();
    const auto tag = std::string_view(buffer_).substr(at_ + 1, end - 1);
    at_ += end + 1;
    if (!tag.starts_with('/')) {
        take_start(tag);
        return Event::start;
    }
    take_end(tag.substr(1));
    return Event::end;
}

void XmlScanner::take_start(std::string_view tag)
{
    if (open_.empty() && std::exchange(root_seen_, true))
        refuse_damaged(source_);
    if (open_.size() == sheet_limits::xml_depth)
        refuse_damaged(source_);
    empty_element_ = tag.ends_with('/');
    if (empty_element_)
        tag.remove_suffix(1);
    const auto full_name = tag.substr(0, tag.find_first_of(white));
    if (full_name.empty())
        refuse_damaged(source_);
    open_.push_back(names_.size());
    names_ += full_name;
    name_ = without_prefix(full_name);
    take_attributes(tag.substr(full_name.size()));
}

void XmlScanner::take_attributes(std::string_view rest)
{
    attributes_.clear();
    for (rest = without_white_front(rest); !rest.empty(); rest = without_white_front(rest)) {
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos || equals == 0)
            refuse_damaged(source_);
        const auto full_name = rest.substr(0, rest.find_first_of(" \t\r\n="));
        rest = without_white_front(rest.substr(equals + 1));
        if (rest.empty() || (rest[0] != '"' && rest[0] != '\''))
            refuse_damaged(source_);
        const auto end = rest.find(rest[0], 1);
        if (end == std::string_view::npos)
            refuse_damaged(source_);
        if (!full_name.starts_with("xmlns"))
            attributes_.push_back({without_prefix(full_name), rest.substr(1, end - 1)});
        rest.remove_prefix(end + 1);
    }
}

void XmlScanner::take_end(std::string_view tag)
{
    const auto full_name = tag.substr(0, tag.find_first_of(white));
    if (open_.empty() || std::string_view(names_).substr(open_.back()) != full_name)
        refuse_damaged(source_);
    name_ = without_prefix(full_name);
    close_element();
}

void XmlScanner::close_element()
{
    empty_element_ = false;
    names_.resize(open_.back());
    open_.pop_back();
}

std::optional<std::string_view> XmlScanner::attribute(std::string_view name)
{
    for (const auto& attribute : attributes_)
        if (attribute.name == name)
            return resolve(attribute.value, attribute_scratch_);
    return std::nullopt;
}

void XmlScanner::skip_element()
{
    const auto outside = depth() - 1;
    while (depth() > outside)
        next();
}

void XmlScanner::append_text(std::string& text)
{
    const auto inside = depth();
    const auto most = text.size() + sheet_limits::xml_text_bytes;
    for (;;) {
        const auto event = next();
        if (event == Event::text)
            text += text_;
        else if (event == Event::start)
            skip_element();
        if (depth() < inside)
            return;
        if (text.size() > most)
            refuse_damaged(source_);
    }
}

/// The text with its references replaced and line ends as LF; `raw` itself where nothing changes.
std::string_view XmlScanner::resolve(std::string_view raw, std::string& scratch) const
{
    if (raw.find('&') == std::string_view::npos && raw.find('\r') == std::string_view::npos)
        return raw;
    scratch.clear();
    while (!raw.empty()) {
        const auto plain = raw.substr(0, raw.find_first_of("&\r"));
        scratch += plain;
        raw.remove_prefix(plain.size());
        if (raw.starts_with('\r')) {
            scratch += '\n';
            raw.remove_prefix(raw.starts_with("\r\n") ? 2 : 1);
        } else if (!raw.empty()) {
            const auto end = raw.find(';');
            if (end == std::string_view::npos)
                refuse_damaged(source_);
            const char32_t c = reference(raw.substr(1, end - 1));
            scratch += to_utf8({&c, 1});
            raw.remove_prefix(end + 1);
        }
    }
    return scratch;
}

char32_t XmlScanner::reference(std::string_view name) const
{
    if (name == "lt")
        return '<';
    if (name == "gt")
        return '>';
    if (name == "amp")
        return '&';
    if (name == "quot")
        return '"';
    if (name == "apos")
        return '\'';
    if (!name.starts_with('#'))
        refuse_foreign();
    const bool hexadecimal = name.starts_with("#x");
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t c = 0;
    const auto [stop, error] =
        std::from_chars(name.data(), name.data() + name.size(), c, hexadecimal ? 16 : 10);
    const bool character = c >= 0x20
        ? (c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF && c <= 0x10FFFF))
        : c == '\t' || c == '\n' || c == '\r';
    if (error != std::errc() || stop != name.data() + name.size() || !character)
        refuse_damaged(source_);
    return c;
}

void XmlScanner::refuse_foreign() const
{
    throw SheetError(
        {msgid("{1} is refused: its part {2} declares a document type, entities or an "
               "encoding that no workbook needs; open it in Excel or WPS and save it anew."),
            {source_.file(), source_.part()}});
}

} // namespace model
