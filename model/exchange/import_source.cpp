#include "model/exchange/import_source.h"

#include "model/exchange/block.h"

#include <algorithm>

namespace model {

namespace {

class MendedSheet : public SheetReader {
public:
    MendedSheet(std::unique_ptr<SheetReader> sheet, const std::map<CellPlace, std::string>& mends)
        : sheet_(std::move(sheet))
        , mends_(mends)
    {
    }

    bool next(SheetRow& row) override
    {
        if (!sheet_->next(row))
            return false;
        for (auto mend = mends_.lower_bound({row.number, 0});
             mend != mends_.end() && mend->first.row == row.number; ++mend) {
            const auto& [place, text] = *mend;
            row.cells.resize(std::max(row.cells.size(), place.column + 1));
            row.cells[place.column] = {text, text.empty() ? Cell::Kind::empty : Cell::Kind::text};
        }
        return true;
    }

    double done() const override { return sheet_->done(); }
    std::string encoding() const override { return sheet_->encoding(); }

private:
    std::unique_ptr<SheetReader> sheet_;
    const std::map<CellPlace, std::string>& mends_; ///< of the options, which outlive the reading
};

} // namespace

std::unique_ptr<SheetReader> open_import(
    const std::filesystem::path& path, const ImportOptions& options)
{
    auto sheet = options.block
        ? open_block(*options.block)
        : open_sheet(
            path, {.encoding = options.encoding, .sheet = options.sheet, .pasted = options.pasted});
    if (options.mends.empty())
        return sheet;
    return std::make_unique<MendedSheet>(std::move(sheet), options.mends);
}

HeadWords head_words(const EntityDef& def, const ImportOptions& options)
{
    HeadWords words(def, options.languages);
    for (const auto& [head, field] : options.map)
        words.say(head, field);
    return words;
}

Translate first_language(const ImportOptions& options)
{
    if (options.languages.empty())
        return [](const char* id) { return std::string(id); };
    return options.languages.front();
}

} // namespace model
