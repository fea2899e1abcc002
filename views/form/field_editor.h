#pragma once

#include "model/exchange/entry.h"
#include "model/store/references.h"

#include <wx/window.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace views {

/// One control of a form, made for the type of its field. The control is the parent window's; the
/// editor lives no longer than it.
class FieldEditor {
public:
    /// An editor for any field; references and what is typed are looked up in `store`.
    static std::unique_ptr<FieldEditor> make(
        wxWindow* parent, const model::FieldDef& field, model::RecordStore& store);

    /// An editor that names a record of that register, where no field refers to one. The control
    /// that takes the keyboard is called `name`.
    static std::unique_ptr<FieldEditor> make_for_record(wxWindow* parent, std::string_view name,
        const model::EntityDef& def, model::RecordStore& store);

    virtual ~FieldEditor() = default;

    /// The window that stands in the form.
    virtual wxWindow* control() const = 0;

    /// The window that takes the keyboard and carries the field's name.
    virtual wxWindow* focus() const { return control(); }

    virtual void set(const model::Value& value) = 0;

    /// The value as it is entered now, or the sentence why the entry cannot be read.
    virtual model::Entry get() const = 0;

    /// The words that stand in it where get() cannot read them, and the way to put such words back,
    /// as if they had been typed just now.
    virtual wxString typed() const { return {}; }
    virtual void type(const wxString&) {}

    /// Whether Esc now belongs to the editor, which closes a list with it.
    virtual bool takes_escape() const { return false; }

    /// Whether the user may change it; text that may not be changed can still be copied.
    virtual void allow(bool allowed) { control()->Enable(allowed); }

    /// Arranges itself for that many pixels; tells whether its height changed.
    virtual bool wrap(int) { return false; }

    /// After every change the user makes.
    std::function<void()> on_change;

    /// Enter was pressed in a text of one line: the user is done here.
    std::function<void()> on_enter;

    /// Enters a new record of that register, named by the words typed, and gives its id; nothing
    /// where the user thinks better of it. Without it references offer no new ones.
    using Enter = std::function<std::optional<model::Uuid>(
        const model::EntityDef&, const std::string& typed)>;
    virtual void offer_new(const Enter&) {}

    /// Offers of a list only these codes, and those that are chosen already; tells whether that
    /// changed what is to be seen.
    virtual bool offer_codes(const std::vector<std::string_view>&) { return false; }

    /// Which records may be offered, where not all: by record, and as a condition; and the one
    /// that is never offered, nil for none.
    struct Seen {
        std::function<bool(const model::Meta&)> record = {};
        model::SeenWhere where = {};
        model::Uuid but_not = {};
    };
    virtual void offer_only(const Seen&) {}

    /// Shows the record a reference names. Without it references cannot be followed.
    using Follow = std::function<void(const model::EntityDef&, const model::Uuid&)>;
    virtual void offer_to_follow(const Follow&) {}

protected:
    void changed() const
    {
        if (on_change)
            on_change();
    }

    void entered() const
    {
        if (on_enter)
            on_enter();
    }
};

/// The makers of the families, each in its own file.
std::unique_ptr<FieldEditor> make_text_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store);
std::unique_ptr<FieldEditor> make_date_editor(wxWindow* parent, model::RecordStore& store);
std::unique_ptr<FieldEditor> make_choice_editor(wxWindow* parent, const model::FieldDef& field);
std::unique_ptr<FieldEditor> make_set_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store);
std::unique_ptr<FieldEditor> make_reference_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store);

} // namespace views
