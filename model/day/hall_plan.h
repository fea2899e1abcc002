#pragma once

#include "model/commands/attachments.h"
#include "model/commands/editor.h"
#include "model/entities/place.h"
#include "model/rules/position_rules.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace model {

/// A rectangle of the drawn floor, in thousandths of it (rules/position_rules.h).
struct PlanArea {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 120;
    std::int64_t height = 190;

    bool operator==(const PlanArea&) const = default;

    bool overlaps(const PlanArea& other) const;

    /// The same, moved onto the floor where it reaches beyond it.
    PlanArea on_the_floor() const;
};

/// What is amiss at a window on the day.
enum class PlanState {
    shut,         ///< not in use
    unmanned,     ///< nobody who is there holds it (MorningSheet)
    lacks_b,      ///< nobody is entered who could take over
    unauthorised, ///< handles an item that no authorisation names (rule I16)
    complained,   ///< a complaint of this month names it
};

constexpr int plan_states = 5;

/// The letter that stands for it on the plan, and its words.
const char* letter_of(PlanState state); ///< msgid
const char* label_of(PlanState state);  ///< msgid

/// A window of the hall, on the plan or not yet.
struct PlanWindow {
    Uuid id;
    std::string number;
    std::string plate;  ///< what stands over it: its name, or else its business
    Uuid position = {}; ///< the record of its place on the plan; nil: not placed
    std::optional<PlanArea> area = {};
    std::vector<PlanState> states = {}; ///< none: all is well
};

/// "A01 户籍业务：无人、没有 B 岗": a window in one sentence.
std::string spoken(const PlanWindow& window, const Translate& translate);

/// The picture that lies under the windows: a scan or a drawing of the floor, kept as an attachment
/// of the place (AttachmentKind::plan; of several, which a sync may bring, the newest).
struct PlanPicture {
    Uuid attachment;
    std::string title;
    std::int64_t size = 0; ///< in bytes
    std::string hash;
    bool is_here = false; ///< its content has come to this computer
};

/// The floor of a place with its windows in the order of their numbers, as of a day (大厅平面图).
struct HallPlan {
    Uuid place;
    std::string name;
    Date day;
    std::vector<PlanWindow> windows;
    std::optional<PlanPicture> picture = {};
    std::vector<PlanState> unseen = {}; ///< what the account may not look at and is not shown

    const PlanWindow* find(const Uuid& window) const;
    std::int64_t count(PlanState state) const;
    std::int64_t placed() const;
};

/// The places that have a window the account may see, the office's own first.
std::vector<Place> plan_places(RecordStore& store, const Permission& permission);

/// Reads what the account may see; windows that are closed for good stand on no floor. Throws
/// StoreError where the file fails.
HallPlan read_hall_plan(
    RecordStore& store, const Permission& permission, const Uuid& place, Date day);

/// A window and where it is to stand.
struct PlacedWindow {
    Uuid window;
    PlanArea area;
};

/// The bytes of the picture; nothing where there is none or it is not here. Throws StoreError where
/// it is damaged.
std::optional<std::string> plan_picture(RecordStore& store, const HallPlan& plan);

/// Lays a picture under the plan, as one undoable step; the one before stays an attachment of the
/// place. Refused is what is no PNG or JPG, and one of more dots than a computer holds.
Outcome lay_picture(Editor& editor, const HallPlan& plan, const NewAttachment& file);

/// Takes it away from under the plan; it stays an attachment of the place.
Outcome take_picture_away(Editor& editor, const HallPlan& plan);

/// All windows in rows by their numbers, as large as leaves aisles between them.
std::vector<PlacedWindow> arranged(const HallPlan& plan);

/// Where one more window has room, from the upper left on: as large as most others are, smaller
/// where there is no such room, and at the lower right where there is none at all.
PlanArea free_area(const HallPlan& plan);

/// Puts the windows there as one undoable step; those that stand there already stay untouched.
Outcome place_windows(Editor& editor, const HallPlan& plan, std::span<const PlacedWindow> placed);

} // namespace model
