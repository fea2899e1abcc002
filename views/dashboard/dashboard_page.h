#pragma once

#include "model/dashboard/dashboard.h"
#include "views/shell/desk.h"
#include "views/shell/output_page.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <memory>

class wxButton;
class wxChoice;
class wxStaticText;

namespace views {

class ChartCanvas;
class WrappedText;

/// The overview (概览): charts of the file, of which each bar, tile and point opens the list of its
/// records.
class DashboardPage : public wxPanel, public OutputPage {
public:
    /// Everything is counted on the thread, with the file opened once more.
    DashboardPage(wxWindow* parent, const Desk& desk, Background& reader);
    ~DashboardPage() override;

    /// Counts anew, unless nothing was written since and it is the same day.
    void refresh();
    void focus();

    void open_list();     ///< of the mark where the keyboard is
    void copy() override; ///< the picture
    void save_picture();
    void export_shown() override; ///< the numbers
    void print() override;

    /// What is shown, if it has been counted.
    const model::Dashboard* dashboard() const { return dashboard_.get(); }

    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const std::string& where)> on_open_list;

private:
    using Shown = std::shared_ptr<const model::Dashboard>;

    void lay_out();
    void wire();
    void count();
    void take(const Shown& dashboard);
    void fill_tiles();
    void show_charts();
    void tell_trouble(const std::exception_ptr& error);
    void update();
    std::vector<model::Chart> chosen() const;
    std::vector<model::Chart> given(model::Action action) const;
    wxBitmap picture(const std::vector<model::Chart>& charts) const;
    void note_given(const char* what, model::Message detail) const;
    void say(const wxString& text) const;

    const Desk& desk_;
    Background& reader_;
    Shown counted_;                           ///< with all charts of townships
    Shown dashboard_;                         ///< with the one chosen: what is shown
    std::shared_ptr<Progress> counting_;      ///< while it counts
    model::RecordStore::State state_{-1, -1}; ///< of the file before it was counted
    std::optional<model::Date> day_;
    wxStaticText* day_text_;
    wxChoice* tiles_;
    wxChoice* scope_;
    ChartCanvas* canvas_;
    wxStaticText* current_;
    WrappedText* told_;
    wxButton* open_;
    wxButton* copy_;
    wxButton* save_;
    wxButton* export_;
    wxButton* print_;
};

} // namespace views
