#pragma once

#include "model/commands/editor.h"
#include "model/entities/place.h"
#include "model/entities/roster.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace model {

constexpr std::size_t days_of_week = 7;

/// Somebody on duty, as a cell of the week shows him.
struct DutyName {
    Uuid duty;
    std::optional<Uuid> person = {};
    std::string name = {};           ///< empty: nobody is named yet
    std::string from = {};           ///< "09:00"; may be empty
    std::string to = {};             ///< the same
    std::vector<Message> amiss = {}; ///< what rules warn of
};

/// A line of the week: one kind of duty at one place.
struct DutyLine {
    std::optional<Uuid> place = {};
    std::string place_name = {};
    std::string kind = {}; ///< code; empty: none was entered
    std::array<std::vector<DutyName>, days_of_week> days = {};
};

/// The duty roster (值班表) of a week: days across, kinds of duty and places down. The first place
/// whose roster the account enters has a line for each kind; of others there are those lines in
/// which something stands.
struct DutyWeek {
    Date monday;
    std::vector<DutyLine> lines = {};
    std::array<bool, days_of_week> works = {}; ///< by the calendar

    Date day(std::size_t column) const;
};

/// The week of that day, as far as the account sees it; of that place alone, where one is given.
/// Throws StoreError where the file fails.
DutyWeek read_duty_week(RecordStore& store, const Permission& permission, Date day,
    const std::optional<Uuid>& place = {});

/// The halls and centres whose roster the account may enter, the office's own first.
std::vector<Place> duty_places(RecordStore& store, const Permission& permission);

/// The week as texts, its heads first: "值班长" and the names of each day.
std::vector<std::vector<std::string>> lines_of(const DutyWeek& week, const Translate& translate);

/// What a line is called: its kind, with the place where the week has several.
std::string name_of(const DutyWeek& week, const DutyLine& line, const Translate& translate);

/// "值班周表 2026-11-23 — 2026-11-29".
std::string title_of(const DutyWeek& week, const Translate& translate);

/// A cell of the roster.
struct DutyCell {
    std::optional<Uuid> place;
    std::string kind;
    Date day;
};

enum class PutDuty { instead, besides };

/// Puts somebody on duty, as one undoable step: instead of whoever stands in the cell, or besides.
/// A new duty has the times of the last one of its kind at the place. Whoever stands there already
/// stays; nothing is changed then. Checked like any entry.
Outcome put_duty(Editor& editor, const DutyCell& cell, const Uuid& person, PutDuty how);

/// Takes everybody out of the cell, as one undoable step: the duties go into the recycle bin.
Outcome clear_duty(Editor& editor, const DutyCell& cell);

/// The newest duty of that kind at the place before that day; nothing where there is none.
std::optional<Roster> last_duty(
    RecordStore& store, const std::optional<Uuid>& place, std::string_view kind, Date before);

} // namespace model
