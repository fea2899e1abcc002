#include "model/exchange/workbook.h"

#include "model/base/text.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_limits.h"
#include "model/exchange/xml_scanner.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace model {

namespace {

using Event = XmlScanner::Event;

int whole_number(std::optional<std::string_view> text)
{
    int number = -1;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

std::string attribute_text(XmlScanner& xml, std::string_view name)
{
    return std::string(xml.attribute(name).value_or(std::string_view()));
}

/// The folder of a part with its slash, and the part's own name.
std::pair<std::string, std::string> split_path(const std::string& part)
{
    const auto slash = part.rfind('/');
    const auto start = slash == std::string::npos ? 0 : slash + 1;
    return {part.substr(0, start), part.substr(start)};
}

/// A target as relations state it: from the root, or from the folder of the part it belongs to.
std::string resolve_target(std::string folder, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    for (; target.starts_with("../"); target.remove_prefix(3)) {
        folder.resize(folder.empty() ? 0 : folder.size() - 1);
        folder = split_path(folder).first;
    }
    target.remove_prefix(target.starts_with("./") ? 2 : 0);
    return folder + std::string(target);
}

} // namespace

void resolve_escapes(std::string& text, std::size_t from)
{
    constexpr std::size_t length = 7; // _xHHHH_
    for (auto at = text.find("_x", from); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + length > text.size() || text[at + length - 1] != '_')
            continue;
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        const auto [stop, error] = std::from_chars(digits, digits + 4, code, 16);
        const bool character = code != 0 && (code < 0xD800 || code > 0xDFFF);
        if (error == std::errc() && stop == digits + 4 && character) {
            const auto c = static_cast<char32_t>(code);
            const auto utf8 = to_utf8({&c, 1});
            text.replace(at, length, utf8);
            at += utf8.size() - 1;
        }
    }
}

void append_rich_text(XmlScanner& xml, std::string& text)
{
    const auto from = text.size();
    const auto inside = xml.depth();
    do {
        if (xml.next() != Event::start)
            continue;
        if (xml.name() == "t")
            xml.append_text(text);
        else if (xml.name() != "r")
            xml.skip_element();
    } while (xml.depth() >= inside);
    resolve_escapes(text, from);
}

void SharedStrings::read(XmlScanner& xml)
{
    for (auto event = xml.next(); event != Event::done; event = xml.next()) {
        if (event != Event::start || xml.name() != "si")
            continue;
        append_rich_text(xml, all_);
        ends_.push_back(static_cast<std::uint32_t>(all_.size()));
        if (all_.size() > sheet_limits::shared_string_bytes
            || ends_.size() > sheet_limits::shared_strings)
            throw SheetError(
                {msgid("{1} unpacks to more than a sheet can be (its part {2}); copy the "
                       "table alone into a new workbook and save that."),
                    {xml.source().file(), xml.source().part()}});
    }
    if (!is_utf8(all_))
        refuse_damaged(xml.source());
}

std::optional<std::string_view> SharedStrings::find(std::size_t index) const
{
    if (index >= ends_.size())
        return std::nullopt;
    const std::size_t start = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(all_).substr(start, ends_[index] - start);
}

Workbook::Workbook(const std::filesystem::path& path) : zip_(path)
{
    for (const auto& relation :
        zip_.has("_rels/.rels") ? read_relations("") : std::vector<Relation>())
        if (relation.type == "officeDocument")
            part_ = relation.part;
    if (part_.empty())
        part_ = "xl/workbook.xml";
    if (!zip_.has(part_) || !lower(part_).ends_with(".xml"))
        throw SheetError(
            {msgid("{1} is an archive without an .xlsx workbook in it; open it in Excel "
                   "or WPS and save it as .xlsx (File, Save As)."),
                {file()}});
    relations_ = read_relations(part_);
    read_sheets();
}

std::vector<Workbook::Relation> Workbook::read_relations(const std::string& of_part)
{
    const auto [folder, name] = split_path(of_part);
    const auto source = zip_.open(folder + "_rels/" + name + ".rels");
    XmlScanner xml(*source);
    std::vector<Relation> relations;
    for (auto event = xml.next(); event != Event::done; event = xml.next())
        if (event == Event::start && xml.name() == "Relationship")
            relations.push_back(
                {attribute_text(xml, "Id"), split_path(attribute_text(xml, "Type")).second,
                    resolve_target(folder, attribute_text(xml, "Target"))});
    return relations;
}

void Workbook::read_sheets()
{
    const auto source = zip_.open(part_);
    XmlScanner xml(*source);
    for (auto event = xml.next(); event != Event::done; event = xml.next()) {
        if (event != Event::start)
            continue;
        if (xml.name() == "workbookPr") {
            const auto value = attribute_text(xml, "date1904");
            since_1904_ = value == "1" || value == "true";
        } else if (xml.name() == "sheet" && xml.depth() == 3) {
            const auto state = attribute_text(xml, "state");
            sheets_.push_back({attribute_text(xml, "name"), attribute_text(xml, "id"),
                state.empty() || state == "visible"});
        }
    }
    std::erase_if(sheets_, [&](const Sheet& sheet) {
        return std::ranges::none_of(relations_, [&](const Relation& relation) {
            return relation.id == sheet.relation && relation.type == "worksheet";
        });
    });
}

std::vector<std::string> Workbook::sheet_names() const
{
    std::vector<std::string> names;
    for (const auto& sheet : sheets_)
        if (sheet.visible)
            names.push_back(sheet.name);
    return names;
}

std::unique_ptr<ZipPart> Workbook::open_sheet(std::string_view name)
{
    const auto sheet = std::ranges::find_if(sheets_,
        [&](const Sheet& each) { return name.empty() ? each.visible : each.name == name; });
    if (sheet == sheets_.end() && !name.empty())
        throw SheetError({msgid("{1} has no sheet {2}; it has {3}."),
            {file(), std::string(name), join(sheet_names(), ", ")}});
    if (sheet == sheets_.end())
        throw SheetError(
            {msgid("{1} has no visible sheet; show one in Excel or WPS and save again."),
                {file()}});
    if (const auto* styles = relation_of_type("styles"))
        read_styles(styles->part);
    if (const auto* strings = relation_of_type("sharedStrings")) {
        const auto source = zip_.open(strings->part);
        XmlScanner xml(*source);
        shared_strings_.read(xml);
    }
    return zip_.open(std::ranges::find(relations_, sheet->relation, [](const auto& each) {
        return each.id;
    })->part);
}

/// Some writers name a part that they then leave out: it has nothing to say.
const Workbook::Relation* Workbook::relation_of_type(std::string_view type) const
{
    for (const auto& relation : relations_)
        if (relation.type == type && zip_.has(relation.part))
            return &relation;
    return nullptr;
}

void Workbook::read_styles(const std::string& part)
{
    const auto source = zip_.open(part);
    XmlScanner xml(*source);
    std::map<int, NumberFormat> own;
    bool in_cell_formats = false;
    for (auto event = xml.next(); event != Event::done; event = xml.next()) {
        if (xml.name() == "cellXfs" && event != Event::text)
            in_cell_formats = event == Event::start;
        if (event != Event::start)
            continue;
        if (xml.name() == "numFmt" && xml.depth() == 3) {
            own[whole_number(xml.attribute("numFmtId"))] =
                classify_format(attribute_text(xml, "formatCode"));
        } else if (xml.name() == "xf" && in_cell_formats) {
            const int id = whole_number(xml.attribute("numFmtId"));
            const auto found = own.find(id);
            styles_.push_back(found == own.end() ? builtin_format(id) : found->second);
        }
    }
}

NumberFormat Workbook::format_of_style(std::size_t style) const
{
    return style < styles_.size() ? styles_[style] : NumberFormat::number;
}

} // namespace model
