#pragma once

#include "model/exchange/block.h"
#include "views/import/file_work.h"
#include "views/import/import_draft.h"

#include <wx/dialog.h>
#include <wx/timer.h>

class wxButton;
class wxStaticText;

namespace views {

class CheckPage;
class WrappedText;

/// Changes many records of a register as one step: what would become of each is shown as soon as it
/// is known what is wanted, wrong cells red with the reason, and taken in whole or as far as it is
/// right. What is asked for, and from whom, is for those who derive from it.
class BlockDialog : public wxDialog {
public:
    /// The desk's services outlive the window. `name` is for tests and automation.
    BlockDialog(wxWindow* parent, const Desk& desk, const model::EntityDef& def,
        const wxString& title, const char* name);

    /// Writes what is shown, if anything may be; then the window closes.
    void take_in();

    /// How many records were changed; 0 if nothing was written.
    int written() const { return written_; }

    bool is_working() const { return work_.is_running() || pause_.IsRunning(); }

protected:
    const Desk& desk() const { return desk_; }
    const model::EntityDef& def() const { return def_; }

    /// Puts the questions over the table, and lays the window out.
    void arrange(wxWindow* questions);

    /// The answers changed: block() is asked and checked after a moment, or at once.
    void ask_later();
    void ask_now();
    bool is_pausing() const { return pause_.IsRunning(); }

    /// A sentence under the table; the first thing that is wrong goes before it.
    void note(const wxString& text);

private:
    /// What is wanted by now; nothing where that is not known yet.
    virtual std::shared_ptr<const model::Block> block() = 0;

    wxSizer* make_below();
    void wire();
    void check(bool is_mended);
    void show_state();
    bool may_take_in() const;
    wxString title_of_row(int number);

    const Desk& desk_;
    const model::EntityDef& def_;
    ImportDraft draft_;
    CheckPage* check_;
    WrappedText* said_;
    wxStaticText* working_;
    wxButton* ok_;
    wxString note_;
    wxString failed_;
    wxTimer pause_;
    int written_ = 0;
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
