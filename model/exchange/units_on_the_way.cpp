#include "model/exchange/units_on_the_way.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/commands/identity.h"
#include "model/entities/unit.h"

namespace model {

namespace {

const std::string& cell_text(const SheetRow& row, const ImportPlan::Source& source)
{
    static const std::string nothing;
    for (const auto column : source.columns)
        if (column < row.cells.size() && !row.cells[column].text.empty())
            return row.cells[column].text;
    return nothing;
}

} // namespace

UnitsOnTheWay::UnitsOnTheWay(
    RecordStore& store, Snapshot& snapshot, const ImportPlan& plan, EachRow read_again)
    : store_(store)
    , snapshot_(snapshot)
    , plan_(plan)
    , read_again_(std::move(read_again))
{
}

Record UnitsOnTheWay::propose(const std::string& name)
{
    const auto& def = def_of<Unit>();
    auto unit = Record::empty(def, {});
    unit["name"] = trimmed(name);
    unit.id = identity_for(unit, store_.clock(), store_.random());
    if (const auto held = snapshot_.of(def).find(unit.id))
        return snapshot_.of(def).record(*held);
    gather_codes();
    const auto code = code_of_.find(folded(name));
    if (code != code_of_.end() && !code->second.empty() && units_with_[code->second] == 1
        && !snapshot_.another(def, "credit_code", code->second, unit.id))
        unit["credit_code"] = code->second;
    return unit;
}

void UnitsOnTheWay::accept(const Record& unit)
{
    made_.emplace(folded(unit.title()), unit.id);
    snapshot_.of(*unit.def).add(unit);
}

std::optional<Uuid> UnitsOnTheWay::made(const std::string& name) const
{
    const auto found = made_.find(folded(name));
    return found == made_.end() ? std::nullopt : std::optional(found->second);
}

bool UnitsOnTheWay::reads_again() const
{
    return plan_.source("unit") && plan_.source("implementer_code");
}

void UnitsOnTheWay::gather_codes()
{
    if (gathered_)
        return;
    gathered_ = true;
    if (!reads_again())
        return;
    read_again_([this](const SheetRow& row) { take_codes(row); });
    for (const auto& [name, code] : code_of_)
        ++units_with_[code];
}

void UnitsOnTheWay::take_codes(const SheetRow& row)
{
    const auto code = normal_credit_code(cell_text(row, *plan_.source("implementer_code")));
    if (!is_credit_code(code))
        return;
    const auto name = folded(cell_text(row, *plan_.source("unit")));
    const auto [entry, is_first] = code_of_.try_emplace(name, code);
    if (!is_first && entry->second != code)
        entry->second.clear();
}

} // namespace model
