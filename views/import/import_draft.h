#pragma once

#include "model/exchange/sheet_look.h"

#include <filesystem>

namespace views {

/// An import in the making, which the pages of the wizard fill in turn.
struct ImportDraft {
    const model::EntityDef* def = nullptr;
    std::filesystem::path path; ///< of a pasted table: what it is called
    model::ImportOptions options;
    model::SheetLook look;
    model::ImportResult check;  ///< what would happen
    model::ImportResult result; ///< what did

    bool has_sheet() const { return !path.empty(); }
};

} // namespace views
