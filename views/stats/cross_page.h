#pragma once

#include "model/listing/cross_table.h"
#include "views/shell/desk.h"
#include "views/shell/output_page.h"
#include "views/stats/kept_tables.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <memory>

class wxButton;
class wxChoice;
class wxStaticText;

namespace views {

class CrossChoices;
class CrossGrid;
class WrappedText;

/// Cross-tables: how many records of a register there are, or what a number of theirs comes to, by
/// two fields that the user chooses. Each number opens the list of its records.
class CrossPage : public wxPanel, public OutputPage {
public:
    /// Long registers are counted on the thread, with the file opened once more.
    CrossPage(wxWindow* parent, const Desk& desk, Background& reader);

    /// Counts anew, unless the same was asked and nothing was written since.
    void refresh();
    void focus();

    /// Asks this, as if the user had chosen it.
    void ask(const model::CrossQuestion& question);

    void copy() override;
    void export_shown() override;
    void print() override;
    void open_list(); ///< of the number where the keyboard is

    /// The table that is shown, if one is.
    const model::CrossTable* table() const { return table_.get(); }

    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const std::string& where)> on_open_list;

private:
    std::vector<const model::EntityDef*> registers() const;
    void lay_out();
    void wire();
    void fill_tables(int chosen);
    void choose_table();
    void keep();
    void drop();
    void count(const model::CrossQuestion& question);
    void take(std::shared_ptr<const model::CrossTable> table);
    void tell_trouble(const std::exception_ptr& error);
    void tell(const wxString& sentence);
    void update();
    model::CrossSight sight(const model::EntityDef& def) const;
    void require(model::Action action) const;
    void note_given(const char* what, model::Message detail) const;
    void say(const wxString& text) const;

    const Desk& desk_;
    Background& reader_;
    KeptTables kept_;
    std::shared_ptr<const model::CrossTable> table_;
    std::optional<model::CrossQuestion> asked_;
    model::RecordStore::State state_{-1, -1}; ///< of the file before it was counted
    bool is_counting_ = false;
    wxChoice* tables_;
    wxButton* keep_;
    wxButton* drop_;
    CrossChoices* choices_;
    wxStaticText* title_;
    CrossGrid* grid_;
    wxStaticText* current_;
    WrappedText* told_;
    wxButton* open_;
    wxButton* copy_;
    wxButton* export_;
    wxButton* print_;
};

} // namespace views
