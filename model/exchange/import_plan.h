#pragma once

#include "model/exchange/head_words.h"
#include "model/exchange/sheet.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace model {

/// Which columns of a sheet hold which fields, and where its rows begin.
struct ImportPlan {
    struct Source {
        const FieldDef* field = nullptr;
        std::vector<std::size_t> columns; ///< the first of them that is filled holds the value
    };

    int head_row = 0; ///< the sheet's own number
    int last_head_row = 0;
    std::vector<std::string> heads; ///< of every column, as they stand there
    std::vector<Source> sources;
    std::optional<std::size_t> id_column;
    std::optional<std::size_t> reason_column; ///< of an error sheet: why a row was refused
    std::vector<std::string> ignored;         ///< heads that stand for nothing we know

    /// The first row under the heads, read while they were sought.
    std::optional<SheetRow> first_row;

    const Source* source(std::string_view field) const; ///< or nullptr
};

/// Finds the head row, or nothing. `head_row` says which it is, by the sheet's own number; 0 leaves
/// it to be found out.
std::optional<ImportPlan> find_heads(
    SheetReader& reader, const EntityDef& def, const HeadWords& words, int head_row = 0);

/// Finds the head row among the first rows of the sheet: the first in which two cells, or all the
/// entity's required fields, are known heads. Titles above it are passed over; heads of two lines,
/// where a wide head stands over several narrow ones, are taken together. Throws HeadsError if
/// there is none.
ImportPlan plan_import(SheetReader& reader, const EntityDef& def, const HeadWords& words,
    const std::string& file, const Translate& translate, int head_row = 0);

/// What a row under the heads is, by the look of it.
enum class RowKind {
    record,
    blank, ///< nothing in the columns that count, or only the place that a template put there
    total, ///< 合计, 小计 …
    note,  ///< a remark under the table: 注, 备注, 制表人 …
    heads, ///< the heads again, as on the next printed page
};

RowKind kind_of(const SheetRow& row, const ImportPlan& plan);

} // namespace model
