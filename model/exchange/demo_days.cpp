#include "model/entities/attendance_day.h"
#include "model/entities/leave.h"
#include "model/entities/roll_call.h"
#include "model/entities/roster.h"
#include "model/exchange/demo_year.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::size_t past_leaves = 38;
constexpr std::size_t without_consent = 30; ///< of the past leaves, as the next three
constexpr std::size_t not_reported_back = 32;
constexpr std::size_t cover_away = 34;
constexpr std::size_t blamed_on_leave = 35;

struct Reason {
    LeaveKind kind;
    const char* reason;
    int days; ///< working days; 0: an afternoon
};

constexpr Reason reasons[]{
    {LeaveKind::annual, "年休假", 5},
    {LeaveKind::personal, "家中有事", 1},
    {LeaveKind::outing, "到县委党校送材料", 0},
    {LeaveKind::sick, "感冒发烧，到县人民医院就诊", 2},
    {LeaveKind::survey, "到项目现场踏勘", 1},
    {LeaveKind::meeting, "参加市局业务工作会议", 1},
    {LeaveKind::personal, "接送子女考试", 0},
    {LeaveKind::annual, "年休假", 3},
    {LeaveKind::study, "参加省厅业务培训班", 4},
    {LeaveKind::compensation, "周六延时服务补休", 1},
    {LeaveKind::marriage, "婚假", 3},
    {LeaveKind::back, "回派驻单位参加季度例会", 0},
};

class Days {
public:
    explicit Days(DemoScene& scene) : scene_(scene), staff_(scene.staff()) {}

    void add()
    {
        add_past_leaves();
        add_coming_leaves();
        add_attendance();
        add_roster();
        add_roll_calls();
    }

private:
    /// The members of staff in an order that takes each once before any twice.
    const DemoStaff& turn(std::size_t index) const
    {
        return staff_[(index * 11 + 3) % staff_.size()]; // 11 divides no such number of people
    }

    bool is_away(const Uuid& person, Date first, Date last) const
    {
        return std::ranges::any_of(leaves_, [&](const Leave& leave) {
            return leave.person == person && leave.from <= last && first <= leave.to;
        });
    }

    /// A colleague of the same unit who is there meanwhile.
    std::optional<Uuid> cover_of(const DemoStaff& staff, Date first, Date last) const
    {
        for (const auto& each : scene_.staff_of(staff.posting.unit.value()))
            if (each.id() != staff.id() && !is_away(each.id(), first, last))
                return each.id();
        return std::nullopt;
    }

    Leave leave_of(const DemoStaff& staff, const Reason& reason, Date from)
    {
        Leave leave;
        leave.person = staff.id();
        leave.kind = reason.kind;
        leave.reason = reason.reason;
        leave.from = from;
        leave.to = reason.days > 1 ? scene_.due(from, reason.days - 1) : from;
        leave.days = Decimal{reason.days == 0 ? 5 : reason.days * 10, 1};
        if (reason.days == 0) {
            leave.from_time = {"14:30"};
            leave.to_time = {"17:30"};
        }
        leave.cover = cover_of(staff, from, *leave.to);
        return leave;
    }

    void agree(Leave& leave, std::size_t index)
    {
        leave.state = RequestState::agreed;
        leave.approver = leave.days->units > 10 ? scene_.deputy() : scene_.section_head();
        leave.approved = scene_.later(*leave.from, -1);
        if (leave.days->units >= 30 && index != without_consent)
            leave.unit_document = scene_.number("派驻单位同意函", *leave.from);
        if (*leave.to < scene_.day(0) && index != not_reported_back)
            leave.back = scene_.later(*leave.to, 1);
    }

    /// Those of the office's own people who lead the hall for a day.
    const std::vector<DemoStaff>& leaders()
    {
        if (leaders_.empty())
            leaders_ = scene_.staff_of(scene_.unit("县行政审批服务局").id);
        if (leaders_.size() > 4)
            leaders_.erase(leaders_.begin() + 4, leaders_.end());
        return leaders_;
    }

    void keep(Leave leave)
    {
        leave.id = scene_.add(leave);
        leaves_.push_back(std::move(leave));
    }

    void add_past_leaves()
    {
        for (std::size_t i = 0; i < past_leaves; ++i) {
            const auto from = scene_.spread(i, past_leaves, 350);
            const auto& reason = i == without_consent || i == not_reported_back ? reasons[8]
                : i == blamed_on_leave || i == cover_away                       ? reasons[1]
                                                          : reasons[i % std::size(reasons)];
            auto leave = leave_of(turn(i), reason, from);
            if (i == cover_away) {
                leave.from = leave.to = leaves_.back().from;
                leave.cover = leaves_.back().person;
            }
            if (i % 13 == 5) {
                leave.state = RequestState::refused;
                leave.remark = "当日窗口仅一人，建议改期。";
            } else {
                agree(leave, i);
            }
            keep(leave);
        }
    }

    void add_coming_leaves()
    {
        constexpr std::size_t kinds[]{7, 1, 4, 5};
        for (std::size_t i = 0; i < std::size(kinds); ++i) {
            const auto from = scene_.ahead(static_cast<int>(2 + i * 4));
            auto leave = leave_of(turn(past_leaves + 4 + i), reasons[kinds[i]], from);
            leave.state = RequestState::requested;
            if (i == 0) {
                agree(leave, i);
                leave.approved = scene_.day(1);
            }
            keep(leave);
        }
    }

    void add_attendance()
    {
        constexpr std::size_t count = 34;
        std::set<std::pair<Uuid, Date>> taken;
        for (std::size_t i = 0; i < count; ++i) {
            const auto day = scene_.spread(i, count, 150);
            const auto& staff = turn(i * 5);
            if (!is_away(staff.id(), day, day) && taken.emplace(staff.id(), day).second)
                add_exception(staff, day, i);
        }
        for (std::size_t i = past_leaves - 9; i < past_leaves; ++i)
            add_leave_day(leaves_[i], i == blamed_on_leave);
    }

    void add_exception(const DemoStaff& staff, Date day, std::size_t index)
    {
        using enum Attendance;
        constexpr Attendance states[]{late, late, missed, early, late, missed, half_absent, out};
        AttendanceDay entry;
        entry.person = staff.id();
        entry.day = day;
        entry.state = states[index % std::size(states)];
        entry.source = index % 3 == 0 ? AttendanceSource::roll_call : AttendanceSource::clock;
        entry.window = staff.window;
        const auto minutes = static_cast<std::int64_t>(2 + scene_.below(8));
        if (entry.state == late) {
            entry.came = {"09:0" + std::to_string(minutes)};
            entry.minutes = minutes;
        } else if (entry.state == early) {
            entry.went = {"16:4" + std::to_string(minutes)};
            entry.minutes = 20 - minutes;
        } else if (entry.state == half_absent) {
            entry.remark = "上午未到岗，未办理请假手续，已由所在单位说明情况。";
        } else if (entry.state == out) {
            entry.remark = "到企业上门服务，已报备。";
        }
        scene_.add(entry);
    }

    void add_leave_day(const Leave& leave, bool is_blamed)
    {
        if (leave.state != RequestState::agreed || !leave.from_time.text.empty())
            return;
        AttendanceDay entry;
        entry.person = leave.person;
        entry.day = leave.from;
        entry.state = is_blamed ? Attendance::absent : Attendance::leave;
        entry.source = AttendanceSource::roll_call;
        if (!is_blamed)
            entry.leave = leave.id;
        entry.cover = leave.cover;
        scene_.add(entry);
    }

    void add_duty(RosterKind kind, Date day, const Uuid& person, const char* from, const char* to)
    {
        Roster duty;
        duty.place = scene_.hall();
        duty.day = day;
        duty.kind = kind;
        duty.person = person;
        duty.from_time = {from};
        duty.to_time = {to};
        scene_.add(duty);
    }

    void add_roster()
    {
        const auto first = scene_.later(scene_.day(0), -10);
        for (int i = 0; i < 16; ++i) {
            const auto& turn = leaders().at(static_cast<std::size_t>(i) % leaders().size());
            const auto day = scene_.due(first, i);
            add_duty(RosterKind::hall_leader, day, turn.id(), "09:00", "17:00");
            if (i % 2 == 0)
                add_duty(RosterKind::lunch, day, staff_[static_cast<std::size_t>(20 + i)].id(),
                    "12:00", "14:30");
        }
        for (int week = -6; week <= 2; ++week)
            add_weekend(week);
        const auto& away = leaves_[past_leaves]; // swapped too late
        add_duty(RosterKind::guide, *away.from, *away.person, "09:00", "12:00");
    }

    /// Service on Saturdays, but not on one that is worked anyway.
    void add_weekend(int week)
    {
        const sys_days today{scene_.today()};
        const Date saturday{today + (Saturday - weekday{today}) + days{week * 7}};
        if (scene_.is_working_day(saturday))
            return;
        const auto& staff = staff_.at(static_cast<std::size_t>(40 + week * 3));
        add_duty(RosterKind::weekend, saturday, staff.id(), "09:00", "12:00");
    }

    void add_roll_calls()
    {
        constexpr int count = 22;
        for (int i = count; i > 0; --i) {
            const auto day = scene_.due(scene_.day(0), 1 - i);
            const auto expected = static_cast<std::int64_t>(staff_.size());
            RollCall call;
            call.place = scene_.hall();
            call.day = day;
            call.leader = leaders().at(static_cast<std::size_t>(i) % leaders().size()).id();
            call.begun = {"08:45"};
            call.finished = {"08:5" + std::to_string(scene_.below(9))};
            call.expected = expected;
            call.present = expected - static_cast<std::int64_t>(scene_.below(5));
            call.unmanned = scene_.chance(20) ? 1 : 0;
            call.dress = static_cast<std::int64_t>(scene_.below(3));
            scene_.add(call);
        }
    }

    DemoScene& scene_;
    const std::vector<DemoStaff>& staff_;
    std::vector<DemoStaff> leaders_;
    std::vector<Leave> leaves_;
};

} // namespace

void add_demo_days(DemoScene& scene)
{
    Days(scene).add();
}

} // namespace model
