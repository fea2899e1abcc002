#pragma once

#include "model/commands/editor.h"
#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/widgets/passed_time.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <optional>

class wxButton;
class wxSizer;

namespace views {

class DocumentField;
class DraftBanner;
class DraftKeeper;
class PortraitBox;
class RecordHead;
class RecordSplit;
class RecordTabs;

/// One register: its list and the form of the record chosen in it, side by side where there is room
/// and else one over the other.
class RecordPage : public wxPanel {
public:
    RecordPage(wxWindow* parent, const model::EntityDef& def, model::Editor& editor,
        const ListWorld& world = {});
    ~RecordPage() override;

    /// Reads anew what other steps, sync or another program changed. What the user has typed and
    /// not saved stays.
    void refresh();

    /// From now on nothing can be entered here, for that reason.
    void freeze(const model::Message& why);

    bool is_changed() const;
    bool is_new() const { return is_new_; }

    /// False where the user has typed something and wants to go on with it. Else it is saved, or
    /// given up, as he chose.
    bool may_leave();

    void add();
    bool save();
    void remove();

    /// Asks with which other record it is to be one, and makes one of the two.
    void merge();

    /// Asks where to, and writes a sheet of help-and-agency cases for the outlet that is shown.
    void place_sheet();

    /// Asks from which check-list the record is to get its lines, and makes them.
    void make_lines();

    /// Asks to what the status of the posting shall change, and changes it: of the posting that is
    /// shown, or of the person's that goes on.
    void move_posting();

    /// Sets or removes the portrait of the person who is shown.
    void set_portrait();
    void remove_portrait();

    /// A new record of another register that refers to the one shown.
    void add_related(const model::EntityDef& def, const model::FieldDef& field);

    /// Saves, and shows the next record of the list; after a new record, one more new one.
    void save_and_go_on();

    /// Shows the record so many rows further in the list, if the user may leave this one.
    void step(int rows);

    /// Asks whether to give up what was typed and not saved; the keyboard goes back to the list.
    void give_up();

    /// A button over the form for what is done with records of this register alone; grey where
    /// `why_not` says why, which its tip tells.
    void offer(const wxString& label, const char* name, const std::function<void()>& work,
        std::function<std::optional<model::Message>()> why_not);

    /// Takes back what was typed into the field with the keyboard; false where there is nothing.
    bool put_back_focused();

    void open(const model::Uuid& id);

    /// The record in the form; nil for a new one, and for none.
    const model::Uuid& shown() const { return shown_; }

    /// Asks why, and shows the personal values of the record whole: for a minute after the last
    /// entry, and no longer than the record is shown.
    void reveal();

    /// Puts them behind their masks again; what was typed into them and is not saved stays.
    void hide_revealed();

    /// Gives the keyboard to that field of the record shown.
    void go_to_field(const model::FieldDef& field);

    /// So that a page is never shown empty: what was typed when the program ended without saving,
    /// or else the first record.
    void open_first();

    const model::EntityDef& def() const { return def_; }
    RecordList& list() { return *list_; }
    RecordForm& form() { return *form_; }
    RecordTabs& tabs() { return *tabs_; }

    /// A step was taken.
    std::function<void()> on_written;

    /// A short word for the status bar.
    std::function<void(const wxString&)> on_say;

    /// The user wants to see another record, or to decide an inbox item.
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;
    std::function<void(const model::Hash128&)> on_decide;

private:
    bool may_add();
    bool may(model::Action action, const model::Meta& record, bool personal = false);
    std::optional<model::Message> frozen_;
    wxWindow* make_form_side();
    void wire_form();
    void wire_attachments();
    void make_portrait(wxSizer& all);
    std::optional<model::Uuid> posting_to_move();
    void put_back_draft(const model::Record& record);
    void resume(const model::Draft& draft);
    void drop_draft();
    std::vector<model::Draft::Ended> typed_into_ended() const;
    void keep_ended(std::vector<model::Draft::Ended> ended);
    void restore_value(const model::FieldDef& field, const model::Value& value);
    void show_position();
    void follow_rows();
    void look_at_revealed();
    std::optional<model::Uuid> enter_new(const model::EntityDef& def, const std::string& title);
    void wire();
    void load(const model::Record& record);
    void look_at_offer();
    void show_nothing();
    void open_near();
    void name(const model::Record& record);
    void say(const wxString& text) const;
    void check(RecordForm::Typing typing);
    bool refuse();
    model::Outcome run(const model::EntryOptions& options);
    model::EntryOptions options() const;

    const model::EntityDef& def_;
    model::Editor& editor_;
    RecordSplit* splitter_;
    RecordList* list_;
    std::function<void(const ListWorld::Work&)> with_file_; ///< as the desk gives it
    wxPanel* side_ = nullptr;
    RecordHead* head_ = nullptr;
    DocumentField* document_ = nullptr; ///< where entries may be on behalf of others
    wxButton* offered_ = nullptr;       ///< of some registers
    std::function<std::optional<model::Message>()> why_not_offered_;
    PortraitBox* portrait_ = nullptr; ///< of people
    DraftBanner* banner_ = nullptr;
    RecordTabs* tabs_ = nullptr;
    RecordForm* form_ = nullptr;
    std::unique_ptr<DraftKeeper> keeper_;
    model::Uuid shown_;
    model::Uuid revealed_; ///< the record whose personal values are shown whole
    PassedTime revealed_for_;
    wxTimer revealed_looks_;
    model::Uuid before_; ///< the record that a new one took the place of
    bool is_new_ = false;
    model::Record begun_; ///< of a new record what its form began with
    bool tried_ = false;  ///< a new record was to be saved once: from now on all its findings show
    wxTimer typing_;
};

} // namespace views
