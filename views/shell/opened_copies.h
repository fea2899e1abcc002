#pragma once

#include <wx/string.h>

#include <functional>
#include <string>

namespace views {

/// Decrypted copies of attachments, for the programs that the system shows them with: in a folder
/// for their owner alone, overwritten and removed when the screen is locked or the program left,
/// and at the next start if it ended badly.
class OpenedCopies {
public:
    /// `folder` is for this data file alone. Empty: one is made when it is needed, in the system's
    /// folder for what is temporary.
    explicit OpenedCopies(std::string folder = {});
    ~OpenedCopies();

    OpenedCopies(const OpenedCopies&) = delete;
    OpenedCopies& operator=(const OpenedCopies&) = delete;

    /// Writes a copy and shows it. Throws Error where it cannot be written, or the system has no
    /// program for it.
    void open(const std::string& name, const std::string& bytes);

    /// As far as other programs let go of them.
    void remove_all();

    /// Shows a file by the program the system has for it; false where there is none.
    std::function<bool(const wxString& path)> launch;

private:
    std::string folder_;
    int opened_ = 0;
};

} // namespace views
