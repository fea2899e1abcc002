#pragma once

#include <wx/panel.h>

#include <string>
#include <vector>

class wxStaticText;
class wxTextCtrl;

namespace views {

class WrappedText;

/// The recovery key of a new file: shown once, to be written down, printed or saved elsewhere, and
/// to be proven by typing one of its groups.
class RecoveryPage : public wxPanel {
public:
    explicit RecoveryPage(wxWindow* parent);

    /// `key` as recovery_text() gives it; `file` is the data file it belongs to.
    void show(const std::string& key, const std::string& office, const std::string& file);

    /// Whether the group that was asked for is typed right; in a sentence what is wrong otherwise.
    wxString proven();

    /// The number of that group, from 1.
    std::size_t asked() const { return asked_; }

private:
    void print();
    void save();
    std::vector<wxString> sheet() const;

    std::string office_;
    std::string file_;
    std::vector<std::string> groups_;
    std::size_t asked_ = 0;
    wxStaticText* key_;
    wxStaticText* question_;
    wxTextCtrl* answer_;
    WrappedText* saved_;
};

} // namespace views
