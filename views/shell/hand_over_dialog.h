#pragma once

#include "model/access/hand_over.h"
#include "views/start/file_access.h"

#include <wx/dialog.h>

#include <memory>
#include <vector>

class wxButton;
class wxFlexGridSizer;
class wxScrolledWindow;
class wxTextCtrl;

namespace views {

class FieldRow;
class WrappedText;

/// One goes and another comes (岗位移交): which account, who takes it over, from when and why; what
/// goes over and what ends stands beside it before it is done. What speaks against it is told at
/// its field. Afterwards it says what is left to do.
class HandOverDialog : public wxDialog {
public:
    /// `old` is chosen already; nil: not yet.
    HandOverDialog(
        wxWindow* parent, model::Editor& editor, const FileAccess& access, const model::Uuid& old);
    ~HandOverDialog() override;

    /// The new account; nil where nothing was done.
    const model::Uuid& made() const { return made_; }

    /// Whether the account that did it was handed over itself and opens the file no more.
    bool ends_own() const { return ends_own_; }

private:
    void lay_out();
    FieldRow& add_row(const model::FieldDef& field);
    wxTextCtrl* add_passphrase(const char* label, const char* name);
    std::optional<model::User> old_account() const;
    model::Findings read(model::HandOver& wish) const;
    void show(const model::Findings& findings);
    void preview();
    void try_it();
    void done(const model::HandOver& wish);
    bool wrap();
    void fit();

    model::Editor& editor_;
    const FileAccess& access_;
    wxScrolledWindow* page_;
    wxFlexGridSizer* grid_;
    std::vector<std::unique_ptr<FieldRow>> rows_;
    wxTextCtrl* passphrase_;
    wxTextCtrl* again_;
    WrappedText* preview_;
    WrappedText* problem_;
    wxButton* ok_;
    wxButton* cancel_;
    model::Uuid made_;
    bool ends_own_ = false;
};

} // namespace views
