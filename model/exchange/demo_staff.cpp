#include "model/commands/checklists.h"
#include "model/entities/award.h"
#include "model/entities/certificate.h"
#include "model/entities/handover_check.h"
#include "model/entities/posting_change.h"
#include "model/entities/training.h"
#include "model/exchange/demo_year.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

Date days_from(Date date, int count)
{
    return Date{sys_days{date} + days{count}};
}

struct Course {
    const char* topic;
    TrainingKind kind;
    const char* organiser;
    int days_ago;
    int hours;
};

constexpr Course courses[]{
    {"窗口服务礼仪与沟通", TrainingKind::etiquette, "县行政审批服务局", 320, 3},
    {"综合窗口受理业务", TrainingKind::general_window, "县行政审批服务局", 240, 12},
    {"政务服务平台操作", TrainingKind::system, "县行政审批服务局", 160, 6},
    {"廉政警示教育", TrainingKind::discipline, "县行政审批服务局", 90, 2},
    {"消防安全与应急疏散", TrainingKind::safety, "县行政审批服务局", 30, 2},
};

/// Some of the staff take a course, and all at the windows that of the general window.
std::vector<Uuid> attendants_of(DemoScene& scene, std::size_t course)
{
    constexpr std::size_t some = 8;
    const auto& staff = scene.staff();
    std::vector<Uuid> attendants;
    if (courses[course].kind == TrainingKind::general_window) {
        for (const auto& each : staff)
            if (each.window)
                attendants.push_back(each.id());
    } else {
        for (std::size_t i = 0; i < some; ++i)
            attendants.push_back(staff[(course * 17 + i * 9) % staff.size()].id());
    }
    return attendants;
}

void add_trainings(DemoScene& scene)
{
    for (std::size_t course = 0; course < std::size(courses); ++course)
        for (std::size_t i = 0; const auto& person : attendants_of(scene, course)) {
            const auto& [topic, kind, organiser, days_ago, hours] = courses[course];
            Training training;
            training.person = person;
            training.topic = topic;
            training.kind = kind;
            training.organiser = organiser;
            training.from = scene.day(days_ago);
            training.to = hours > 6 ? scene.later(*training.from, 1) : *training.from;
            training.hours = Decimal{hours * 10, 1};
            using enum TrainingResult;
            training.result = course == 3 ? attended : i == 5 ? failed : passed;
            if (course == 4 && i == 2)
                training.result = missed;
            scene.add(training);
            ++i;
        }
}

void add_certificates(DemoScene& scene)
{
    constexpr std::size_t count = 16;
    for (std::size_t i = 0; i < count; ++i) {
        Certificate certificate;
        certificate.person = scene.staff()[i * 6 + 1].id();
        certificate.issued = scene.day(static_cast<int>(200 + i * 50));
        const auto serial = std::to_string(20240100 + i);
        if (i % 3 == 0) {
            certificate.name = "普通话水平测试等级证书";
            certificate.level = i % 2 == 0 ? "二级甲等" : "二级乙等";
            certificate.number = "演示PSC" + serial;
            certificate.issuer = "省语言文字培训测试中心";
        } else {
            certificate.name = i % 3 == 1 ? "行政办事员职业技能等级证书" : "网络安全培训合格证";
            certificate.level = i % 3 == 1 ? (i % 2 == 0 ? "三级" : "四级") : "合格";
            certificate.number = (i % 3 == 1 ? "演示XZ" : "演示WA") + serial;
            certificate.issuer = i % 3 == 1 ? "县人力资源和社会保障局" : "县行政审批服务局";
        }
        if (i % 3 == 2)
            certificate.valid_until = days_from(*certificate.issued, 3 * 365);
        if (i == 5)
            certificate.valid_until = days_from(scene.today(), 40);
        if (i == 8)
            certificate.valid_until = days_from(scene.today(), -25);
        scene.add(certificate);
    }
}

void add_awards(DemoScene& scene)
{
    constexpr std::size_t count = 12;
    for (std::size_t i = 0; i < count; ++i) {
        Award award;
        award.person = scene.staff()[(i * 19 + 4) % scene.staff().size()].id();
        award.decided = scene.spread(i, count, 350);
        award.decided_by = "县行政审批服务局";
        award.document = scene.number("桃审表", *award.decided);
        if (i % 6 == 5) {
            award.kind = AwardKind::criticism;
            award.name = "通报批评";
            award.reason = "上班时间无故离岗，经值班巡查发现。";
            if (i == 5)
                award.document.clear();
        } else if (i % 6 == 2) {
            award.kind = AwardKind::talk;
            award.name = "提醒谈话";
            award.reason = "季度内两次漏打卡。";
        } else {
            award.kind = i % 6 == 4 ? AwardKind::commendation : AwardKind::star;
            award.name = i % 6 == 4 ? "年度先进个人" : "季度服务之星";
            award.reason = "办件量大，群众评价好。";
        }
        scene.add(award);
    }
}

/// What the list that comes along says of that matter.
std::string words_of(CheckKind kind, CheckMatter matter)
{
    const auto wanted =
        kind == CheckKind::joining ? ChecklistKind::joining : ChecklistKind::leaving;
    for (const auto& full : shipped_checklists())
        for (const auto& line : full.lines)
            if (full.list.kind == wanted && line.matter == matter)
                return line.text;
    return {};
}

void add_checks(DemoScene& scene, const DemoStaff& staff, CheckKind kind, bool is_late)
{
    using enum CheckMatter;
    constexpr CheckMatter joining[]{badge, uniform, accounts, training};
    constexpr CheckMatter leaving[]{badge, accounts, cases, keys};
    const auto day = kind == CheckKind::joining ? *staff.posting.from : *staff.posting.to;
    for (int i = 0; i < 4; ++i) {
        HandoverCheck check;
        check.person = staff.id();
        check.posting = staff.posting.id;
        check.kind = kind;
        check.matter = (kind == CheckKind::joining ? joining : leaving)[i];
        check.text = words_of(kind, *check.matter);
        check.due = scene.due(day, 5);
        check.done = !(is_late && i == 1);
        if (check.done == true) {
            check.done_on = scene.later(day, 1 + i);
            check.done_by = scene.section_head();
        } else {
            check.remark =
                kind == CheckKind::leaving ? "业务系统账号尚未停用。" : "工作服尺码待补。";
        }
        scene.add(check);
    }
}

void add_handover(DemoScene& scene)
{
    for (std::size_t i = 0; i < scene.former_staff().size(); ++i)
        add_checks(scene, scene.former_staff()[i], CheckKind::leaving, i == 0);
    auto staff = scene.staff();
    std::ranges::stable_sort(staff, [](const DemoStaff& one, const DemoStaff& other) {
        return *one.posting.from > *other.posting.from;
    });
    for (std::size_t i = 0; i < 3; ++i)
        add_checks(scene, staff[i], CheckKind::joining, i == 1);
}

/// What had to come before the former staff could go.
void add_settled(DemoScene& scene, const DemoStaff& former)
{
    PostingChange change;
    change.posting = former.posting.id;
    change.person = former.id();
    change.kind = former.posting.end_kind == PostingEnd::returned ? ChangeKind::returned
        : former.posting.end_kind == PostingEnd::transfer         ? ChangeKind::transfer
                                                                  : ChangeKind::rotation;
    change.asked_by = change.kind == ChangeKind::returned ? AskedBy::office : AskedBy::unit;
    change.requested = scene.later(*former.posting.to, -12);
    change.answered = scene.later(*former.posting.to, -6);
    change.wanted = former.posting.to;
    change.reason = former.posting.end_reason;
    change.successor = scene.staff_of(former.posting.unit.value()).back().id();
    change.document = former.posting.document;
    change.unit_opinion = "同意，已安排接替人员。";
    change.office_opinion = "同意，办结手头事项后离岗。";
    change.state = RequestState::done;
    change.settled = former.posting.to;
    scene.add(change);
}

PostingChange request(DemoScene& scene, std::size_t staff, ChangeKind kind, int days_ago)
{
    const auto& who = scene.staff()[staff];
    PostingChange change;
    change.posting = who.posting.id;
    change.person = who.id();
    change.kind = kind;
    change.asked_by = AskedBy::unit;
    change.requested = scene.day(days_ago);
    change.wanted = scene.due(*change.requested, 15);
    change.state = RequestState::requested;
    return change;
}

void add_open_changes(DemoScene& scene)
{
    auto rotation = request(scene, 12, ChangeKind::rotation, 4);
    rotation.reason = "驻厅满两年，申请按期轮换。";
    // Who takes over the unit has not said yet.
    scene.add(rotation);

    auto short_notice = request(scene, 30, ChangeKind::transfer, 3);
    short_notice.wanted = scene.due(*short_notice.requested, 4);
    short_notice.reason = "单位人手紧张，拟调回机关。";
    short_notice.successor = scene.staff()[31].id();
    scene.add(short_notice);

    auto returned = request(scene, 47, ChangeKind::returned, 25);
    returned.asked_by = AskedBy::office;
    returned.reason = "季度内三次无故迟到，并有一次有效投诉。";
    returned.successor = scene.staff()[48].id();
    returned.document = scene.number("桃审退", *returned.requested);
    scene.add(returned);

    auto post = request(scene, 60, ChangeKind::post, 45);
    post.asked_by = AskedBy::office;
    post.reason = "由专业窗口调整到综合窗口。";
    post.state = RequestState::done;
    post.answered = scene.later(*post.requested, 3);
    post.settled = scene.later(*post.requested, 10);
    post.office_opinion = "同意，先参加综合窗口业务培训。";
    scene.add(post);

    auto extension = request(scene, 71, ChangeKind::extension, 10);
    extension.reason = "业务骨干，申请延期一年。";
    extension.state = RequestState::agreed;
    extension.answered = scene.later(*extension.requested, 3);
    extension.office_opinion = "同意。";
    scene.add(extension);
}

} // namespace

void add_demo_staff(DemoScene& scene)
{
    add_trainings(scene);
    add_certificates(scene);
    add_awards(scene);
    add_handover(scene);
    for (const auto& former : scene.former_staff())
        add_settled(scene, former);
    add_open_changes(scene);
}

} // namespace model
