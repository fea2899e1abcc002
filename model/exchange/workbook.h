#pragma once

#include "model/exchange/number_format.h"
#include "model/exchange/zip_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

class XmlScanner;

/// The texts that cells of a workbook refer to by number, end to end in one string.
class SharedStrings {
public:
    void read(XmlScanner& xml);
    std::optional<std::string_view> find(std::size_t index) const;

private:
    std::string all_;
    std::vector<std::uint32_t> ends_;
};

/// Appends the text of a rich text element (<si>, <is>) that just started: its runs, without the
/// phonetic guides. The _x000D_ that stands for a control character is resolved.
void append_rich_text(XmlScanner& xml, std::string& text);

/// Resolves _xHHHH_ in a cell's text, from `from` on.
void resolve_escapes(std::string& text, std::size_t from = 0);

/// What the sheets of an .xlsx share: names, texts, formats. Throws SheetError.
class Workbook {
public:
    explicit Workbook(const std::filesystem::path& path);

    /// The visible worksheets in their order.
    std::vector<std::string> sheet_names() const;

    /// Opens a worksheet by its name, or the first visible one, after the shared texts and formats
    /// are read.
    std::unique_ptr<ZipPart> open_sheet(std::string_view name);

    const SharedStrings& shared_strings() const { return shared_strings_; }
    NumberFormat format_of_style(std::size_t style) const;
    bool since_1904() const { return since_1904_; }
    const std::string& file() const { return zip_.file(); }

private:
    struct Sheet {
        std::string name;
        std::string relation;
        bool visible = true;
    };
    struct Relation {
        std::string id;
        std::string type; ///< the last word of it: "worksheet", "styles" …
        std::string part;
    };

    std::vector<Relation> read_relations(const std::string& of_part);
    void read_sheets();
    void read_styles(const std::string& part);
    const Relation* relation_of_type(std::string_view type) const;

    ZipFile zip_;
    std::string part_;
    std::vector<Relation> relations_;
    std::vector<Sheet> sheets_;
    std::vector<NumberFormat> styles_;
    SharedStrings shared_strings_;
    bool since_1904_ = false;
};

} // namespace model
