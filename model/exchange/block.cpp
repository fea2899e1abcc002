#include "model/exchange/block.h"

#include <algorithm>

namespace model {

namespace {

class BlockSheet : public SheetReader {
public:
    explicit BlockSheet(const Block& block) : block_(block) {}

    bool next(SheetRow& row) override
    {
        if (at_ == block_.records.size())
            return false;
        row.cells.clear();
        row.cells.push_back(cell(block_.records[at_].text()));
        for (const auto& text : block_.cells[at_])
            row.cells.push_back(cell(text));
        row.number = static_cast<int>(++at_);
        row.hidden = false;
        return true;
    }

    double done() const override
    {
        return static_cast<double>(at_) / static_cast<double>(std::max<std::size_t>(size(), 1));
    }

private:
    static Cell cell(const std::string& text)
    {
        return {text, text.empty() ? Cell::Kind::empty : Cell::Kind::text};
    }

    std::size_t size() const { return block_.records.size(); }

    const Block& block_;
    std::size_t at_ = 0;
};

} // namespace

std::unique_ptr<SheetReader> open_block(const Block& block)
{
    return std::make_unique<BlockSheet>(block);
}

ImportPlan plan_of(const Block& block)
{
    ImportPlan plan;
    plan.heads.emplace_back();
    plan.id_column = Block::id_column;
    for (std::size_t i = 0; i < block.fields.size(); ++i) {
        plan.heads.push_back(block.heads[i]);
        if (block.fields[i])
            plan.sources.push_back({block.fields[i], {Block::first_column + i}});
    }
    return plan;
}

} // namespace model
