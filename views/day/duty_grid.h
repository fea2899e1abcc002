#pragma once

#include "model/day/duty_week.h"
#include "views/stats/number_grid.h"

#include <functional>

namespace views {

/// The week of a duty roster: names in cells, gone through by the arrow keys. What is typed in a
/// cell, Enter, Insert and Delete are told.
class DutyGrid : public NumberGrid {
public:
    explicit DutyGrid(wxWindow* parent);

    /// A day on which rules warn of somebody is bold, with a sign.
    void show(const model::DutyWeek& week);

    std::function<void(const wxString& letter)> on_type;
    std::function<void()> on_add;
    std::function<void()> on_clear;
    std::function<void(int weeks)> on_turn; ///< PageUp and PageDown

private:
    void on_duty_key(wxKeyEvent& event);
    void on_char(wxKeyEvent& event);
    void fit_names();

    wxString typed_; ///< not told yet
};

} // namespace views
