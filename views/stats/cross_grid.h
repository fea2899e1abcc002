#pragma once

#include "model/listing/cross_table.h"
#include "views/stats/number_grid.h"

#include <memory>

namespace views {

/// A cross-table on the screen; totals are places of it, too.
class CrossGrid : public NumberGrid {
public:
    explicit CrossGrid(wxWindow* parent);

    /// Counted anew, the same table keeps where the keyboard is.
    void show(std::shared_ptr<const model::CrossTable> table);

    /// "县公安局，事业编：12"; without columns "县公安局：12".
    wxString spoken() const override;

private:
    std::shared_ptr<const model::CrossTable> table_;
};

} // namespace views
