#pragma once

#include "model/day/hall_plan.h"
#include "views/hall/hall_drawing.h"
#include "views/widgets/settings.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <vector>

class wxButton;
class wxChoice;
class wxListBox;
class wxSlider;
class wxStaticText;

namespace views {

class HallCanvas;
class WrappedText;

/// The hall plan (大厅平面图): the floor of a place with its windows, where they stand and what is
/// amiss there today. Each move is a step that undo takes back.
class HallPage : public wxPanel {
public:
    HallPage(wxWindow* parent, model::Editor& editor, Settings settings = {});

    /// Reads anew what was written elsewhere.
    void refresh();
    void focus();

    void open_window();
    void take_off();
    void arrange();
    void put_on(); ///< the chosen window of those beside the plan
    void print();

    /// Asks for a picture of the floor, or takes that file, and lays it under the plan.
    void choose_picture();
    void lay_picture(const std::string& path);
    void take_picture_away();

    /// How much of the picture is covered, in percent: 0 to 90.
    void make_pale(int percent);

    const model::HallPlan* plan() const { return plan_.get(); }

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;

private:
    void name_controls();
    void lay_out();
    wxSizer* lay_out_picture();
    void wire();
    void wire_picture();
    void read_places();
    void read();
    void read_picture();
    wxString picture_words() const;
    void place(std::span<const model::PlacedWindow> placed);
    void tell(const model::Outcome& outcome);
    void update();
    void fill_unplaced();
    wxString legend() const;
    void wrap();
    const model::PlanWindow* chosen_unplaced() const;

    model::Editor& editor_;
    Settings settings_;
    Underlay under_;
    model::Uuid under_attachment_; ///< whose bytes lie under the plan
    wxString trouble_;             ///< why no picture lies there
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
    wxStaticText* picture_;
    wxButton* choose_picture_;
    wxButton* no_picture_;
    wxStaticText* pale_label_;
    wxSlider* pale_;
};

} // namespace views
