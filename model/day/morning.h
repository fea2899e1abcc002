#pragma once

#include "model/commands/editor.h"
#include "model/entities/attendance_day.h"
#include "model/entities/place.h"
#include "model/entities/roll_call.h"
#include "model/entities/window_staff.h"

#include <map>
#include <string>
#include <vector>

namespace model {

/// What the roll-call says of one person. Everybody is present unless something else is known.
struct MorningMark {
    Attendance state = Attendance::present;
    std::optional<std::int64_t> minutes = {}; ///< late by so many
    std::optional<Uuid> cover = {};           ///< who is at his window instead
    bool is_undressed = false;                ///< not in uniform
};

/// A line of the roll-call: a window and somebody who is to be there, or somebody of the back
/// office. A window whose post nobody holds has a line without a person.
struct MorningRow {
    Uuid window; ///< nil: the back office
    std::string number;
    std::string plate; ///< what stands over the window: its name, or else its business
    Uuid person;       ///< nil: nobody
    std::string name;
    std::optional<Slot> slot = {};
    MorningMark mark = {};
    std::string cover = {}; ///< name of who is at the window instead: as marked, or else its B

    bool is_unmanned = false; ///< nobody who is there holds the window
    bool lacks_b = false;     ///< nobody is entered who could take over
    std::string doubled = {}; ///< who holds another window at the same time; empty: nobody
    std::string also_at = {}; ///< that window

    /// Where the clock file says other than the mark: what, and when he came.
    std::optional<Attendance> clock_says = {};
    std::string clocked = {};
};

/// What is told of the line besides its mark, as one text; empty where nothing is amiss.
std::string remark_of(const MorningRow& row, const Translate& translate);

/// Whether somebody of that state is at the hall: on time, late, or leaving early.
bool is_there(Attendance state);

/// The morning look at a hall (晨检): the windows that are open on the day in the order of their
/// numbers, "A2" before "A10", each with who holds it, then whoever is posted there without a
/// window. Present by default; a leave that was agreed to, a posting that says so and what is
/// entered already in the attendance say otherwise. Marks stay in the sheet until save().
class MorningSheet {
public:
    struct Counts {
        std::int64_t expected = 0; ///< all but those who have the day off
        std::int64_t present = 0;
        std::int64_t unmanned = 0; ///< windows
        std::int64_t dress = 0;
    };

    /// Reads what the account may see. `at` is the time of day ("08:25") by which a leave of some
    /// hours counts; empty: any leave of the day does. Throws StoreError where the file fails.
    MorningSheet(RecordStore& store, const Permission& permission, const Uuid& place, Date day,
        std::string at = {});

    const Uuid& place() const { return place_; }
    Date day() const { return day_; }
    const std::vector<MorningRow>& rows() const { return rows_; }
    const Counts& counts() const { return counts_; }

    /// The roll-call of this place and day, where it was made already.
    const std::optional<RollCall>& made() const { return made_; }

    /// Marks somebody of the sheet; `cover_name` is that of a cover who is not in it. Throws
    /// UsageError for others, and for one who is to cover for himself.
    void mark(const Uuid& person, const MorningMark& mark, const std::string& cover_name = {});

    /// Whether there are marks that are not saved.
    bool is_marked() const { return !touched_.empty(); }

    /// Takes over the marks of an older reading that are not saved, as far as the people are here.
    void take_marks(const MorningSheet& older);

    /// Writes the roll-call and the attendance of whoever was not simply present, as one undoable
    /// step. What was entered for the place, or a person, on this day is changed instead of entered
    /// twice. A missing leader and empty times leave what stands there.
    Outcome save(Editor& editor, const std::optional<Uuid>& leader, const std::string& begun,
        const std::string& finished);

private:
    friend class MorningReader;

    struct Person {
        std::string name;
        MorningMark mark;
        std::optional<AttendanceDay> entered = {};
        std::optional<Uuid> leave = {};
    };
    struct Post {
        Uuid person;
        Slot slot = Slot::a;
        std::string shift;
    };
    struct Desk {
        Uuid id;
        std::string number;
        std::string plate;
        std::vector<Post> posts; ///< the A posts first
    };
    /// Somebody at a window, as marked.
    struct Holding {
        Uuid person;
        std::size_t desk = 0;
        std::string shift;
    };

    bool is_away(const Uuid& person) const;
    bool has_a_post(const Uuid& person) const;
    std::vector<Holding> holders(std::size_t desk) const;
    std::vector<Holding> stand_ins(std::size_t desk) const;
    void settle();
    std::string name_of(const Uuid& person) const;
    MorningRow line_of(std::size_t desk, const std::vector<Holding>& all) const;
    void add_rows(std::size_t desk, const std::vector<Holding>& all);
    MorningRow row_of(const Uuid& person) const;
    void say_clock(MorningRow& row, const Person& person) const;
    void count();
    RollCall roll_call(const std::optional<Uuid>& leader, const std::string& begun,
        const std::string& finished) const;
    std::optional<AttendanceDay> attendance(const Uuid& id, const Person& person) const;
    std::optional<Uuid> window_of(const Uuid& person) const;

    Uuid place_;
    Date day_;
    std::vector<Desk> desks_;
    std::vector<Uuid> order_; ///< of the people in the sheet, without doubles
    std::map<Uuid, Person> people_;
    std::map<Uuid, std::string> names_; ///< of those who cover and are not in the sheet
    std::vector<Uuid> touched_;
    std::optional<RollCall> made_;
    std::vector<MorningRow> rows_;
    Counts counts_;
};

/// The halls and centres whose roll-call the account may enter, the office's own first.
std::vector<Place> roll_call_places(RecordStore& store, const Permission& permission);

/// Who leads the roll-call: whoever has the duty there on the day (值班长), else the person behind
/// the account.
std::optional<Uuid> roll_call_leader(
    RecordStore& store, const Uuid& place, Date day, const Uuid& account);

/// "08:25": the time of day in China.
std::string time_of_day(Instant at);

} // namespace model
