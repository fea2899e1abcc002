#include "model/exchange/row_taker.h"

#include "model/entities/item.h"
#include "model/exchange/block.h"
#include "model/exchange/roster_rows.h"
#include "model/exchange/type_codes.h"

namespace model {

namespace {

/// A record of one register a row.
class RegisterRows : public RowTaker {
public:
    RegisterRows(const ImportWorld& world, bool makes_units)
        : is_block_(world.options.block != nullptr)
        , rows_(world.store, world.snapshot, world.plan, world.def, world.options.languages,
              makes_units ? &world.units : nullptr)
        , one_(world.store, {world.store, world.account.id}, world.snapshot, world.units,
              world.plan, world.def, world.options, world.result)
    {
        if (world.def.id == def_of<Item>().id && !is_block_)
            rows_.read_types_by(type_codes_of(world.store));
        if (world.options.keep_rows)
            one_.note_changes();
        if (is_block_)
            one_.only_change(world.options.block->empties);
    }

    void take(const SheetRow& row, Batch* batch) override { one_.take(rows_.read(row), batch); }

    const std::vector<ImportedRow::Change>& changes() const override { return one_.changes(); }

    void finish() override
    {
        if (!is_block_)
            one_.compare_refused();
    }

private:
    bool is_block_;
    RowReader rows_;
    RowImport one_;
};

} // namespace

std::unique_ptr<RowTaker> row_taker(const ImportWorld& world, bool makes_units)
{
    if (const auto* roster = roster_of(world.def))
        return roster_rows(world, *roster);
    return std::make_unique<RegisterRows>(world, makes_units);
}

} // namespace model
