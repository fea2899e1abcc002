#pragma once

#include "model/dashboard/figure_table.h"
#include "views/shell/desk.h"
#include "views/shell/output_page.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>

class wxButton;
class wxChoice;
class wxStaticText;

namespace views {

class FigureGrid;
class WrappedText;

/// A table of figures, such as the coverage by outlets or the stationing of items: filtered to the
/// lines that lack something, each figure opens the list of its records.
class FigurePage : public wxPanel, public OutputPage {
public:
    using Reading = model::FigureTable (*)(
        model::RecordStore&, const model::Permission&, const model::Translate&);

    /// Counted on the thread, with the file opened once more.
    FigurePage(wxWindow* parent, const Desk& desk, Background& reader, Reading reading);

    /// Counts anew, unless nothing was written since.
    void refresh();
    void focus();

    void copy() override;
    void export_shown() override;
    void print() override;
    void open_list(); ///< of the figure where the keyboard is

    /// The table that is shown, if one is, and the places of its lines that are.
    const model::FigureTable* table() const { return table_.get(); }
    const std::vector<std::size_t>& places() const { return places_; }

    std::function<void(const wxString&)> on_say;
    std::function<void(
        const model::EntityDef&, const std::vector<model::Uuid>& records, const std::string& words)>
        on_open_list;

private:
    using Shown = std::shared_ptr<const model::FigureTable>;

    void lay_out();
    void wire();
    void count();
    void take(Shown table);
    void tell_trouble(const std::exception_ptr& error);
    void fill_filters();
    void show_lines();
    void update();
    wxString shown_title() const; ///< with what it is filtered to
    void note_given(const char* what, model::Message detail) const;
    void say(const wxString& text) const;

    const Desk& desk_;
    Background& reader_;
    Reading reading_;
    Shown table_;
    std::vector<std::size_t> places_;
    std::vector<model::FigureFilter> filters_; ///< one a choice
    model::RecordStore::State state_{-1, -1};  ///< of the file before it was counted
    model::Date day_;
    bool is_counting_ = false;
    wxStaticText* heading_;
    wxStaticText* day_text_;
    wxChoice* filter_;
    FigureGrid* grid_;
    wxStaticText* current_;
    WrappedText* told_;
    wxButton* open_;
    wxButton* copy_;
    wxButton* export_;
    wxButton* print_;
};

} // namespace views
