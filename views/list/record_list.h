#pragma once

#include "model/commands/permission.h"
#include "model/exchange/pasted_table.h"
#include "views/list/list_bar.h"
#include "views/list/list_head.h"
#include "views/list/row_table.h"
#include "views/widgets/background.h"
#include "views/widgets/settings.h"

#include <wx/panel.h>

namespace views {

struct PrintedList;

/// What lists are given besides their register. Without it a list forgets how it was arranged, and
/// reads a long register while everybody waits.
struct ListWorld {
    using Work = std::function<void(model::RecordStore&)>;

    Settings settings = {};
    Background* thread = nullptr;
    Background* check_thread =
        nullptr; ///< for what takes long, and that reading shall not wait for
    std::function<void(const Work&)> with_file = {}; ///< runs it with the file opened once more

    /// What of the register may be seen; none: all.
    std::function<model::Sight()> sight = {};

    /// Throws Error where the account may not do this to one of the records: print or export them.
    std::function<void(model::Action, const std::vector<model::Uuid>&)> require = {};

    /// What the account may, where other registers stand beside the list's own.
    std::function<model::Permission()> permission = [] { return model::Permission(); };

    /// The records that a filter of the language of filter.h finds; throws UsageError for one that
    /// makes no sense or that the account may not ask.
    std::function<std::vector<model::Uuid>(const std::string& where)> ask = {};

    /// The records that wait for a decision; their rows are marked.
    std::function<std::set<model::Uuid>()> conflicting = [] { return std::set<model::Uuid>{}; };
};

/// A roster of staff can be made of the register: of people or of their postings.
bool has_staff(const model::EntityDef& def);

/// A register as a table: the count of shown and all, the quick filter, the columns as the user
/// arranged them with a filter under each, and one row for each record.
class RecordList : public wxPanel {
public:
    RecordList(wxWindow* parent, model::RecordStore& store, const model::EntityDef& def,
        ListWorld world = {});

    /// Reads anew after an edit or a sync; the selected records stay selected where they still are.
    void refresh();

    /// Filters by words in any shown column, as typed into the quick filter.
    void filter(const wxString& typed);
    void focus_filter() { bar_->focus_filter(); }

    /// How high its first line is, with the quick filter in it.
    int bar_height() const { return bar_->GetBestSize().y + 2 * bar_->GetPosition().y; }
    void focus_column_filters() { head_->focus(); }
    bool is_filtered() const;
    void clear_filters();

    /// Leaves only the rows with a conflict or a finding, or shows all; says so where there are
    /// none.
    void show_only(RowsQuery::Only only);

    /// Takes all filters away and leaves the records that this one finds, in the language of
    /// filter.h, until the filters are taken away. Throws as ListWorld::ask.
    void show_asked(const std::string& where);

    /// The same with these records, those of them that the account may see; `words` say what they
    /// are.
    void show_records(const std::vector<model::Uuid>& records, const std::string& words);

    /// The same, and all again where it is so already.
    void switch_conflicts() { switch_to(RowsQuery::Only::conflicts); }
    void switch_findings() { switch_to(RowsQuery::Only::findings); }

    /// Lets the rules look at every record of the register, and marks those they find fault with.
    /// What is put right afterwards loses its mark; what goes wrong is seen by the next check.
    void check();

    /// Groups the rows by the column in which the keyboard is; by it already, no longer.
    void switch_groups();
    void group_by(const model::FieldDef* field);
    void fold_groups() { table_->fold_all(true); }
    void open_groups() { table_->fold_all(false); }

    /// What the list shows and how, and the views of it that the user saved.
    ListView view() const;
    void show(const ListView& view);

    /// Shows what the other list of the same register shows, as far as this one has the fields.
    void show_as(const RecordList& other);
    ViewBox& views() { return bar_->views(); }
    void choose_view() { views().open(); }
    void save_view() { views().ask_save(); }
    void manage_views() { views().ask_manage(); }

    const ListLayout& layout() const { return layout_; }
    void arrange(const ListLayout& layout);

    /// Sorts by the field; by it already, the other way round. As one more key or as the only one.
    void sort_by(const model::FieldDef& field, bool one_more);
    void ask_order();
    void ask_columns();

    /// The selected rows under their heads, for a spreadsheet; a list without a selection gives
    /// none.
    void copy();

    /// What a table that is pasted over the list meets there.
    model::PasteTarget paste_target();

    /// The field of the column in which the keyboard is.
    const model::FieldDef& current_field() const;

    /// Writes the records found to a sheet the user names, those in folded groups too.
    void export_shown();

    /// Writes a roster of the people found, or of those whose postings are found, to a workbook the
    /// user names.
    void export_staff();

    /// Prints the records found, as they are shown.
    void print();
    std::shared_ptr<PrintedList> printed();

    /// A long register is being read, and the rows are those of before.
    bool is_reading() const { return is_reading_; }

    /// The records found, those in folded groups too, and those that are still being read.
    std::size_t count() const
    {
        return rows_.is_begun() && rows_.found() > 0 ? rows_.total() : rows_.found();
    }
    RecordRows& rows() { return rows_; }
    wxString text(std::size_t row, std::size_t column) { return rows_.text(row, column); }

    /// The one record that is selected, if it is one.
    std::optional<model::Uuid> selected() const { return table_->selected(); }
    std::vector<std::size_t> selected_rows() const { return table_->selected_rows(); }
    std::vector<model::Uuid> selected_records() const;
    std::optional<model::Uuid> first() const;

    /// The record stands in a row that is to be seen.
    bool shows(const model::Uuid& id) const { return rows_.row_of(id).has_value(); }

    /// Marks the record and scrolls to it, without on_select; nil marks none. One that a filter
    /// hides is marked once it is shown again.
    void select(const model::Uuid& id) { table_->select(id, is_reading_); }
    void select_all();

    /// The record that stands where the one selected last stood, once that one is gone.
    std::optional<model::Uuid> near_last() const { return table_->near_last(); }

    /// Moves by so many rows, as Page Up and Page Down in the form do.
    void step(int rows) { table_->step(rows); }

    void focus_table() { table_->SetFocus(); }

    std::function<void(const model::Uuid&)> on_select;

    /// Enter was pressed on the selected record, or it was clicked twice.
    std::function<void()> on_activate;

    std::function<void()> on_paste; ///< over the rows
    std::function<void()> on_menu;  ///< the menu of the selected rows is asked for

    /// Other rows were asked for: the record selected may be none of them.
    std::function<void()> on_rows;

    /// A register that was being read is there.
    std::function<void()> on_read;

    /// What left the list, for the audit log: copied, printed or exported.
    std::function<void(const char* what, const model::Message& detail)> on_given;

    /// A short word for the status bar.
    std::function<void(const wxString&)> on_say;
    void say(const wxString& text) const;

private:
    void read();
    void require(model::Action action);
    std::vector<model::Uuid> people_found();
    void note_given(const char* what, model::Message detail) const;
    void read_elsewhere();
    void read_on();
    void enter_table();
    void wire_bar();
    void wire_head();
    void wire_table();
    void show_layout();
    void show_counts();
    void show_menu(const model::FieldDef& field);
    void remember();
    RowsQuery query() const;
    void switch_to(RowsQuery::Only only) { show_only(only_ == only ? RowsQuery::Only::all : only); }
    void look_again();
    void ask(const std::string& where);
    void ask_as(const RecordList& other);
    void show_marked(const std::string& words);
    void checked(std::map<model::Uuid, model::Level> found);

    model::RecordStore& store_;
    const model::EntityDef& def_;
    ListWorld world_;
    RecordRows rows_;
    ListLayout layout_;
    ListBar* bar_;
    ListHead* head_;
    RowTable* table_;
    bool is_reading_ = false;
    RowsQuery::Only only_ = RowsQuery::Only::all;
    std::string asked_;             ///< the filter of Only::asked, or what its records are
    bool asks_for_records_ = false; ///< for these and not by a filter
    RowsQuery shown_;               ///< what the rows were asked for
    bool is_checking_ = false;
};

} // namespace views
