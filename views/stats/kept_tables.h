#pragma once

#include "model/listing/cross_table.h"
#include "views/widgets/settings.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace views {

/// A cross-table that is offered to everybody, for days from `today` on.
struct PresetTable {
    const char* label; ///< msgid
    std::string_view entity;
    std::string_view rows;
    std::string_view columns;
    std::string_view sum;   ///< empty: records are counted
    std::string_view where; ///< {1} is today
};

/// What leaders ask for on the phone.
std::span<const PresetTable> preset_tables();

model::CrossQuestion question_of(
    const PresetTable& preset, model::Date today, const model::Catalog& catalog);

/// The cross-tables that the user gave names, as his settings keep them.
class KeptTables {
public:
    /// The catalog of the file, which outlives this.
    KeptTables(Settings settings, const model::Catalog& catalog);

    struct Kept {
        std::string name;
        model::CrossQuestion question;
    };
    const std::vector<Kept>& all() const { return all_; }

    /// Under a name that is taken it replaces what was there; gives the place, or nothing where the
    /// name is empty.
    std::optional<std::size_t> keep(const std::string& name, const model::CrossQuestion& question);
    void drop(std::size_t place);

private:
    void read();
    void write() const;

    Settings settings_;
    const model::Catalog& catalog_;
    std::vector<Kept> all_;
};

} // namespace views
