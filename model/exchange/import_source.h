#pragma once

#include "model/exchange/head_words.h"
#include "model/exchange/import.h"

namespace model {

/// Opens what an import reads: the file or the pasted table, mended cells in their places.
std::unique_ptr<SheetReader> open_import(
    const std::filesystem::path& path, const ImportOptions& options);

/// The words for heads, with what the options say over them.
HeadWords head_words(const EntityDef& def, const ImportOptions& options);

/// The user's language; English where the options name none.
Translate first_language(const ImportOptions& options);

} // namespace model
