#pragma once

#include "model/listing/listing.h"

#include <string>
#include <vector>

namespace views {

/// How a user arranged a list: the columns it shows, their widths, by what it is sorted and by
/// which of its columns grouped.
struct ListLayout {
    struct Column {
        const model::FieldDef* field = nullptr;
        int width = 0; ///< in DIPs

        bool operator==(const Column&) const = default;
    };
    std::vector<Column> columns;
    std::vector<model::ListingQuery::SortKey> order;
    const model::FieldDef* group = nullptr;

    /// The fields that state a width, as entered.
    static ListLayout standard(const model::EntityDef& def);

    /// Reads what text() wrote. Fields there are no longer are passed over, be they the register's
    /// own or reached in another of the catalog; without any column left it is the standard.
    static ListLayout parse(
        const model::EntityDef& def, const model::Catalog& catalog, const std::string& text);

    /// "name:100 sex:60/name -sex/sex"; of a column that is reached "person.phone:120".
    std::string text() const;

    bool shows(const model::FieldDef& field) const;

    bool operator==(const ListLayout&) const = default;
};

/// The width of a column that was not shown before, in DIPs.
int usual_width(const model::FieldDef& field);

} // namespace views
