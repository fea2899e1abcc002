#pragma once

#include "model/dashboard/case_report.h"
#include "views/list/printed_list.h"
#include "views/shell/desk.h"
#include "views/shell/output_page.h"

#include <wx/bitmap.h>
#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace views {

class CellTable;
class ReportGrid;
class WrappedText;

/// The report of case counts of a month (办件量月报) by unit or by window: each number opens the
/// list of its records, and what does not add up stands above, kept out.
class CasePage : public wxPanel, public OutputPage {
public:
    CasePage(wxWindow* parent, const Desk& desk);

    /// Counts anew, unless nothing was written since.
    void refresh();
    void focus();

    /// As if the user had typed it.
    void take_month(const wxString& typed);
    void show_part(model::CaseReportPart part);

    void open_list();    ///< of the number where the keyboard is
    void open_trouble(); ///< the list of what is kept out, of the chosen line
    void copy() override;
    void save_picture();
    void export_shown() override;
    void print() override;

    const std::optional<model::CaseReport>& report() const { return report_; }

    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const std::string& where)> on_open_list;

private:
    void lay_out();
    void wire();
    void count();
    void show();
    void update();
    const model::CaseReportLine* line_at(std::size_t row) const;
    model::CaseReportPart part() const;
    std::shared_ptr<PrintedList> printed() const;
    void require(model::Action action) const;
    void note_given(const char* what, const model::Message& detail) const;
    void say(const wxString& text) const;

    const Desk& desk_;
    std::optional<model::CaseReport> report_;
    std::string month_;
    model::RecordStore::State state_{-1, -1}; ///< of the file before it was counted
    wxTextCtrl* month_text_;
    wxChoice* part_;
    WrappedText* told_;
    CellTable* troubles_;
    ReportGrid* grid_;
    wxStaticText* current_;
    wxButton* open_;
    wxButton* copy_;
    wxButton* save_;
    wxButton* export_;
    wxButton* print_;
};

/// The list as one picture.
wxBitmap picture_of(const PrintedList& list, const wxWindow& window);

} // namespace views
