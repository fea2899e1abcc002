#pragma once

#include "model/access/key_file.h"
#include "model/access/restore.h"

#include <wx/string.h>

#include <string>
#include <vector>

class wxWindow;

namespace app {

/// Puts the copy in the place of the file, which keeps today's accounts and notes it. Nobody may
/// have it open; Restored::news is to be told. Throws Error; the file is as it was then, unless
/// only the note failed.
model::Restored put_in_place(
    const model::Backup& copy, const model::KeyFile::Unlocked& unlocked, const std::string& file);

/// A line each.
wxString sentences(const std::vector<model::Message>& messages);

/// Tells that the data file is damaged and asks what to do: put the newest backup in its place, or
/// what can still be read of it; does that and tells what came of it. Nobody may have the file
/// open. Gives whether another file stands in its place now. Throws Error where that fails.
bool mend_damaged(
    wxWindow* parent, const std::string& file, const model::KeyFile::Unlocked& unlocked);

} // namespace app
