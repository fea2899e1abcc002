#pragma once

#include "model/commands/related.h"
#include "model/store/references.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;
class wxChoice;
class wxDataViewListCtrl;
class wxStaticText;

namespace views {

class WrappedText;

/// Records linked with the one shown, both ways: those its fields name and those that name it, by
/// register and with their number. Enter or two clicks open one; a record of any register that can
/// refer to the one shown is added from here.
class RecordLinks : public wxPanel {
public:
    RecordLinks(wxWindow* parent, model::RecordStore& store);

    void show(const model::Uuid& id);

    /// How many records refer to the one of that id, without showing them.
    std::int64_t count_of(const model::Uuid& id);

    /// Which registers this office works with; the others are left out.
    std::function<bool(const model::EntityDef&)> shows = [](const auto&) { return true; };

    /// Which records may be seen of them, where not all.
    std::function<bool(const model::Meta&)> sees = {};
    model::SeenWhere seen_where = {}; ///< the same as a condition

    struct Line {
        const model::EntityDef* def = nullptr;
        model::Uuid id; ///< nil: there are more of them than are shown
    };
    const std::vector<Line>& lines() const { return lines_; }
    void open(std::size_t line);

    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open;

    /// In which registers something may be entered; without it nothing is added here.
    std::function<bool(const model::EntityDef&)> enters = {};

    /// The registers, and by which field, of which a record can be added beside the one shown.
    const std::vector<model::Relating>& addable() const { return addable_; }

    /// Asks for a new one of them.
    void add_here(std::size_t which);

    std::function<void(const model::EntityDef&, const model::FieldDef&)> on_add;

private:
    bool may_see(const model::Uuid& id);
    wxString what_follows(const model::Record& record);
    wxSizer* make_adding();
    void offer_adding(const model::EntityDef& def);
    wxString words_for(const model::Relating& relating) const;
    void add_named(const model::Record& record);
    void add_naming(const model::Referring& by, const model::Uuid& id);
    void add(const Line& line, const wxString& how, const model::Record* record);
    wxString subtitle(const model::Record& record) const;
    void wrap();

    model::RecordStore& store_;
    std::vector<Line> lines_;
    WrappedText* counts_;
    wxDataViewListCtrl* list_;
    wxSizer* adding_ = nullptr;
    wxChoice* into_ = nullptr;
    wxButton* add_ = nullptr;
    std::vector<model::Relating> addable_;
};

} // namespace views
