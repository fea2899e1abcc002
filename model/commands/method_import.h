#pragma once

#include "model/assessment/method_json.h"
#include "model/commands/editor.h"

#include <string_view>
#include <vector>

namespace model {

/// What became of a method's file.
struct MethodImport {
    Outcome outcome;
    std::vector<MethodProblem> problems; ///< of the file; then nothing was written
};

/// Takes a method file (method_reader.h) into the registers as one undoable step: a new version of
/// its method, or other rules of the one that is there. Refused where a period was closed by the
/// version: then the file needs another version. Throws Error where the account may not enter
/// methods.
MethodImport import_method(Editor& editor, std::string_view file);

} // namespace model
