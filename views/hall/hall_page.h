#pragma once

#include "model/day/hall_plan.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <vector>

class wxButton;
class wxChoice;
class wxListBox;
class wxStaticText;

namespace views {

class HallCanvas;
class WrappedText;

/// The hall plan (大厅平面图): the floor of a place with its windows, where they stand and what is
/// amiss there today. Each move is a step that undo takes back.
class HallPage : public wxPanel {
public:
    HallPage(wxWindow* parent, model::Editor& editor);

    /// Reads anew what was written elsewhere.
    void refresh();
    void focus();

    void open_window();
    void take_off();
    void arrange();
    void put_on(); ///< the chosen window of those beside the plan
    void print();

    const model::HallPlan* plan() const { return plan_.get(); }

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;

private:
    void lay_out();
    void wire();
    void read_places();
    void read();
    void place(std::span<const model::PlacedWindow> placed);
    void tell(const model::Outcome& outcome);
    void update();
    void fill_unplaced();
    wxString legend() const;
    void wrap();
    const model::PlanWindow* chosen_unplaced() const;

    model::Editor& editor_;
    std::vector<model::Place> places_;
    std::shared_ptr<const model::HallPlan> plan_;
    std::vector<model::Uuid> unplaced_;
    model::RecordStore::State state_{-1, -1};
    wxChoice* place_;
    wxStaticText* counts_;
    wxStaticText* zoomed_;
    wxButton* smaller_;
    wxButton* larger_;
    HallCanvas* canvas_;
    wxStaticText* beside_;
    wxListBox* list_;
    wxButton* put_on_;
    wxStaticText* current_;
    WrappedText* legend_;
    WrappedText* told_;
    wxButton* open_;
    wxButton* take_off_;
    wxButton* arrange_;
    wxButton* print_;
};

} // namespace views
