#pragma once

#include "model/commands/editor.h"
#include "model/rules/divisions.h"

#include <string>
#include <vector>

namespace model {

/// The townships and villages of the county that the file is of: those of the list that its office
/// brought, or else those we ship; nothing where there are neither. Throws StoreError.
std::vector<Subdivision> divisions_of(RecordStore& store);

/// Whether the office brought a list of its own.
bool has_own_divisions(RecordStore& store);

/// Keeps this list of the file's county from now on, in this file alone: each computer brings its
/// own. It is no step that undo takes back; the audit log tells of it. Throws Error where the
/// account may not enter places.
void keep_divisions(
    Editor& editor, const std::vector<Subdivision>& divisions, const std::string& file);

/// Goes back to the list we ship. Throws as keep_divisions().
void drop_divisions(Editor& editor);

} // namespace model
