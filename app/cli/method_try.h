#pragma once

#include "app/cli/call.h"
#include "model/assessment/method.h"

#include <string>

namespace app {

/// A method and the file it was read from.
struct MethodFile {
    model::AssessmentMethod method;
    std::string bytes;
};

/// The method of that id, or in that file. Throws Error where it has problems, with all of them.
MethodFile method_of(Call& call, const std::string& id_or_file);

/// The bytes of a file; throws Error where there is none.
std::string file_bytes(const std::string& path);

/// `hallctl method try FILE LEDGER`: scores a ledger from a sheet, and tells how each score came
/// about.
Exit try_method(Call& call);

} // namespace app
