#pragma once

#include "model/exchange/byte_source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// Walks through the XML of a workbook, one tag or text at a time, holding one piece in memory. It
/// takes what workbooks consist of (UTF-8 elements, attributes, text, CDATA, comments) and refuses
/// the rest: document types and with them all entities but the five of XML itself, other encodings,
/// nesting or tags beyond sheet_limits, tags that do not match.
///
/// Ours because a sheet is 80 MB of tags: expat under Poco takes three times as long for it, and
/// gives no way to stop at the end of a row.
class XmlScanner {
public:
    enum class Event { start, end, text, done };

    /// The source must outlive the scanner.
    explicit XmlScanner(ByteSource& source) : source_(source) {}

    /// The next tag or text; an empty element is a start and an end. One text may come in several
    /// events. Throws SheetError. What the accessors gave before is no longer valid.
    Event next();

    /// The tag's name without its prefix; after start and end.
    std::string_view name() const { return name_; }

    /// The attribute's value, its references resolved; after start. `name` is without prefix. Valid
    /// until the next call.
    std::optional<std::string_view> attribute(std::string_view name);

    const ByteSource& source() const { return source_; }

    /// After text.
    std::string_view text() const { return text_; }

    /// How many elements are open, the one that just started included, the one that just ended not.
    std::size_t depth() const { return open_.size(); }

    /// After start: on to the end of that element.
    void skip_element();

    /// After start: the text in that element, appended to `text`; elements in it are skipped.
    void append_text(std::string& text);

private:
    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    bool fill();
    bool has(std::size_t count);
    bool at(std::string_view what);
    std::size_t find(std::string_view what, std::size_t from);
    std::size_t end_of_tag();
    bool take_text();
    void take_processing_instruction();
    bool take_declaration();
    Event take_tag();
    void take_start(std::string_view tag);
    void take_end(std::string_view tag);
    void take_attributes(std::string_view rest);
    void close_element();
    std::string_view resolve(std::string_view raw, std::string& scratch) const;
    char32_t reference(std::string_view name) const;
    [[noreturn]] void refuse_foreign() const;

    ByteSource& source_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool begun_ = false;
    bool root_seen_ = false;
    bool empty_element_ = false;
    std::string names_;             ///< of the open elements, one after the other
    std::vector<std::size_t> open_; ///< where in names_ each starts
    std::string name_;
    std::vector<Attribute> attributes_;
    std::string_view text_;
    std::string text_scratch_;
    std::string attribute_scratch_;
};

} // namespace model
