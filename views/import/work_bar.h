#pragma once

#include "views/import/file_work.h"

#include <wx/timer.h>

class wxButton;
class wxDialog;
class wxGauge;
class wxSizer;
class wxStaticText;

namespace views {

class WrappedText;

/// What stands under the pages of a window that goes step by step: a sentence, how far the work
/// with the file is and the way to stop it, and Back, Next and Close. The window lays it out, and
/// binds and enables the three buttons.
class WorkBar {
public:
    /// Made after the window's pages, so that the keyboard comes here after them. The work may be
    /// made later; it ends first.
    WorkBar(wxDialog& window, FileWork& work);

    /// Puts the sentence and the buttons under what is in the window's sizer.
    void lay_out(wxSizer& all);

    /// Shows from now on how far the work is; `on_state` is called when it begins and ends. The
    /// window closes where `may_close` says so: without one, to close it while the work goes on
    /// stops the work.
    void wire(const std::function<void()>& on_state, std::function<bool()> may_close = {});

    void say(const wxString& text);
    void name_work(const wxString& what);

    /// Shows the gauge and the way to stop while something runs.
    void show_work();

    wxButton* back() const { return back_; }
    wxButton* next() const { return next_; }
    wxButton* close() const { return close_; }

private:
    bool wrap();
    bool stops_first();

    wxDialog& window_;
    FileWork& work_;
    WrappedText* said_;
    wxStaticText* working_;
    wxGauge* gauge_;
    wxButton* stop_;
    wxButton* back_;
    wxButton* next_;
    wxButton* close_;
    wxTimer ticks_;
};

} // namespace views
