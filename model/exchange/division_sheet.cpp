#include "model/exchange/division_sheet.h"

#include "model/base/error.h"
#include "model/base/text.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

constexpr std::size_t county_digits = 6;
constexpr std::size_t township_digits = 9;
constexpr std::size_t village_digits = 12;

bool is_number(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Takes the rows one by one.
class Reading {
public:
    Reading(std::string file, std::string county)
        : file_(std::move(file))
        , county_(std::move(county))
    {
    }

    void take(const SheetRow& row)
    {
        const auto code = std::ranges::find_if(row.cells, [](const Cell& cell) {
            return is_number(trimmed(cell.text)) && trimmed(cell.text).size() >= county_digits;
        });
        if (code == row.cells.end())
            return take_other(row);
        auto digits = trimmed(code->text);
        if (!digits.starts_with(county_)) {
            ++list_.elsewhere;
            return;
        }
        if (is_of_county(digits))
            return;
        if (digits.size() != township_digits && digits.size() != village_digits)
            fail(row,
                msgid("{1}, row {2}: “{3}” is no code of a township or village: a township has 9 "
                      "digits (or 12 that end in 000), a village 12"),
                digits);
        if (digits.size() == village_digits && digits.ends_with("000"))
            digits.resize(township_digits);
        const auto name = std::find_if(code + 1, row.cells.end(), [](const Cell& cell) {
            return !trimmed(cell.text).empty() && !is_number(trimmed(cell.text));
        });
        if (name == row.cells.end())
            fail(row, msgid("{1}, row {2}: {3} has no name: write it beside the code"), digits);
        add(row, digits, trimmed(name->text));
    }

    /// A head or a note, if no spreadsheet shortened the code.
    void take_other(const SheetRow& row) const
    {
        const auto shortened = std::ranges::find_if(row.cells, may_be_rounded);
        if (shortened != row.cells.end())
            fail(row, msgid("{1}, row {2}: the code {3} lost its last digits: keep codes as text"),
                shortened->text);
    }

    DivisionList take_list()
    {
        if (rows_.empty())
            throw Error(
                {msgid(
                     "{1} holds no township or village of the county {2}: choose the list of your "
                     "own county or province, with codes that begin with {2}"),
                    {file_, county_}});
        for (const auto& [code, name] : names_) {
            const bool is_village = code.size() == village_digits;
            if (is_village && !names_.contains(code.substr(0, township_digits)))
                throw Error({msgid("{1}, row {2}: the township {3} of this village is not in the "
                                   "list: add its row"),
                    {file_, std::to_string(rows_.at(code)), code.substr(0, township_digits)}});
            list_.townships += is_village ? 0 : 1;
            list_.divisions.push_back({code, name, is_village});
        }
        return std::move(list_);
    }

private:
    /// "430922", or as the bureau writes it "430922000000".
    bool is_of_county(const std::string& digits) const
    {
        return digits.find_first_not_of('0', county_digits) == std::string::npos;
    }

    void add(const SheetRow& row, const std::string& code, const std::string& name)
    {
        const auto [before, is_new] = names_.try_emplace(code, name);
        if (!is_new && before->second != name)
            fail(row,
                msgid(
                    "{1}, row {2}: {3} stands in another row with another name: leave one of them"),
                code);
        rows_.try_emplace(code, row.number);
    }

    [[noreturn]] void fail(const SheetRow& row, const char* what, const std::string& code) const
    {
        throw Error({what, {file_, std::to_string(row.number), code}});
    }

    std::string file_;
    std::string county_;
    std::map<std::string, std::string> names_; ///< by code: a township before its villages
    std::map<std::string, int> rows_;
    DivisionList list_;
};

} // namespace

DivisionList read_divisions(
    const std::filesystem::path& path, const std::string& county, const SheetOptions& options)
{
    Reading reading(file_name(path), county);
    const auto reader = open_sheet(path, options);
    for (SheetRow row; reader->next(row);)
        reading.take(row);
    return reading.take_list();
}

} // namespace model
