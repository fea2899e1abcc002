#include "model/commands/checklists.h"
#include "model/entities/commitment.h"
#include "model/entities/finding.h"
#include "model/entities/inspection.h"
#include "model/entities/inspection_line.h"
#include "model/entities/task.h"
#include "model/exchange/demo_year.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t inspection_count = 24;
constexpr std::size_t with_lines = 6; ///< the newest of them

struct Wrong {
    const char* name;
    const char* kind;
    const char* correction;
    bool is_of_a_person;
};

constexpr Wrong wrongs[]{
    {"窗口无人在岗超过二十分钟", "absence", "已落实B岗顶岗，当事人作检讨。", true},
    {"一名工作人员未着工作服", "dress", "已补发工作服。", true},
    {"办事指南未更新", "publicity", "已更换为现行版本。", false},
    {"自助终端缺纸", "equipment", "已补充耗材，指定专人每日查看。", false},
    {"受理时多要一份复印件", "materials", "已取消，改由窗口复印。", false},
    {"等候区座椅损坏两把", "environment", "已更换。", false},
    {"一件办件超过承诺时限一天", "overdue", "已办结并向申请人说明。", false},
    {"上班时间使用手机看视频", "conduct", "已批评教育。", true},
    {"配电间堆放杂物", "safety", "已清理并张贴警示标识。", false},
};

struct Looked {
    Uuid id;
    Date day;
};

/// The lists that come along, as the office took them over.
void add_checklists(DemoScene& scene)
{
    for (const auto& full : shipped_checklists()) {
        auto list = full.list;
        list.from = scene.day(400);
        const auto id = scene.add(list);
        for (auto line : full.lines) {
            line.checklist = id;
            scene.add(line);
        }
    }
}

const FullChecklist& list_for(InspectionKind kind)
{
    const auto wanted =
        kind == InspectionKind::self_check ? ChecklistKind::self_check : ChecklistKind::patrol;
    return *std::ranges::find(
        shipped_checklists(), wanted, [](const FullChecklist& full) { return full.list.kind; });
}

void add_lines(DemoScene& scene, const Uuid& inspection, const FullChecklist& list)
{
    for (const auto& each : list.lines) {
        InspectionLine line;
        line.inspection = inspection;
        line.order = each.order;
        line.category = each.category;
        line.question = each.text;
        line.evidence = each.evidence;
        const auto luck = scene.below(10);
        line.answer = luck < 8 ? CheckAnswer::yes
            : luck < 9         ? CheckAnswer::partly
                               : CheckAnswer::no;
        line.points = Decimal{line.answer == CheckAnswer::yes ? 0 : luck < 9 ? 5 : 10, 1};
        if (line.evidence == true)
            line.remark = "照片" + std::to_string(*line.order) + "号";
        scene.add(line);
    }
}

std::vector<Looked> add_inspections(DemoScene& scene)
{
    using enum InspectionKind;
    constexpr InspectionKind kinds[]{
        weekly, weekly, video, weekly, special, weekly, secret, self_check};
    constexpr const char* names[]{"大厅周巡查", "大厅周巡查", "视频巡查", "大厅周巡查",
        "节后上岗专项检查", "大厅周巡查", "暗访", "清廉大厅自查"};
    std::vector<Looked> made;
    for (std::size_t i = 0; i < inspection_count; ++i) {
        const auto kind = i % std::size(kinds);
        const auto day = scene.spread(i, inspection_count, 350);
        Inspection inspection;
        inspection.name = names[kind];
        inspection.kind = kinds[kind];
        inspection.place = scene.hall();
        inspection.day = day;
        inspection.time = {i % 2 == 0 ? "09:30" : "15:10"};
        inspection.inspectors =
            scene.staff()[i % 4].name() + "、" + scene.staff()[4 + i % 3].name();
        inspection.zone = i % 3 == 0 ? "一楼A、B区" : "二楼C、D、E区";
        const auto& list = list_for(kinds[kind]);
        inspection.checklist = list.list.name;
        inspection.result = i % 4 == 1 ? "总体良好，未发现问题。" : "总体良好，个别问题已交办。";
        if (kinds[kind] == special)
            inspection.document = scene.number("桃审查", day);
        made.push_back({scene.add(inspection), day});
        if (i + with_lines >= inspection_count || kinds[kind] == self_check)
            add_lines(scene, made.back().id, list);
    }
    return made;
}

ProblemFound problem_of(DemoScene& scene, std::size_t index, const Looked& looked)
{
    const auto& wrong = wrongs[index % std::size(wrongs)];
    const auto& staff = scene.staff()[(index * 17 + 8) % scene.staff().size()];
    ProblemFound problem;
    problem.name = wrong.name;
    problem.kinds = {wrong.kind};
    problem.inspection = looked.id;
    problem.place = scene.hall();
    problem.window = staff.window;
    if (wrong.is_of_a_person)
        problem.person = staff.id();
    problem.unit = staff.posting.unit;
    problem.found = looked.day;
    problem.evidence = "照片" + std::to_string(index + 1) + "号";
    problem.owner = staff.name();
    problem.due = scene.due(looked.day, 5);
    return problem;
}

void correct(DemoScene& scene, ProblemFound& problem, std::size_t index, bool is_verified)
{
    problem.correction = wrongs[index % std::size(wrongs)].correction;
    problem.corrected = scene.later(problem.found.value(), 2 + static_cast<int>(index % 3));
    problem.state = ProblemState::corrected;
    if (!is_verified)
        return;
    problem.verified = scene.later(*problem.corrected, 2);
    problem.verified_by = scene.staff()[index % 4].name();
    problem.state = ProblemState::verified;
}

/// Most of what was found is corrected and verified; of the newest some is not even due.
std::vector<Uuid> add_problems(DemoScene& scene, const std::vector<Looked>& inspections)
{
    std::vector<Uuid> made;
    for (std::size_t i = 0; i < inspections.size(); ++i) {
        if (i % 4 == 1)
            continue;
        const auto to_come = inspections.size() - i;
        auto problem = problem_of(scene, i, inspections[i]);
        if (to_come > 3 && i != 18) {
            correct(scene, problem, i, to_come > 5);
        } else {
            problem.state = to_come > 3 ? ProblemState::correcting : ProblemState::open;
        }
        if (i == 7)
            problem.correction.clear();
        if (to_come == 1) { // whose it is, is not settled yet
            problem.unit.reset();
            problem.owner.clear();
            problem.due.reset();
        }
        made.push_back(scene.add(problem));
    }
    return made;
}

bool signs_a_letter(const DemoStaff& staff, std::size_t place)
{
    using enum PoliticalStatus;
    return staff.posting.chief == true || staff.person.political_status == party_member
        || staff.person.political_status == probationary || place % 9 == 0;
}

void add_commitment(DemoScene& scene, const DemoStaff& staff, int year, std::size_t number)
{
    const auto first = std::chrono::year{year} / 1 / 20;
    Commitment letter;
    letter.person = staff.id();
    letter.unit = staff.posting.unit;
    letter.year = year;
    letter.kind = staff.posting.chief == true                            ? SignerKind::chief
        : staff.person.political_status == PoliticalStatus::party_member ? SignerKind::party
                                                                         : SignerKind::staff;
    if (number != 9 && number != 20) // those two were handed out and never came back
        letter.signed_on = scene.later(first, static_cast<int>(number % 4));
    letter.kept_at = "大厅管理股档案柜";
    scene.add(letter);
}

/// Letters of the year are signed in its first weeks; a few were forgotten, and of the year before
/// the last ones are kept.
void add_commitments(DemoScene& scene)
{
    const auto this_year = static_cast<int>(scene.today().year());
    std::size_t number = 0;
    for (std::size_t i = 0; i < scene.staff().size(); ++i) {
        const auto& staff = scene.staff()[i];
        const bool was_forgotten = i % 25 == 12;
        if (!signs_a_letter(staff, i) || was_forgotten)
            continue;
        add_commitment(scene, staff, this_year, number++);
        if (i < 8)
            add_commitment(scene, staff, this_year - 1, i);
    }
}

struct Order {
    const char* name;
    TaskSource source;
    const char* meeting;
    int days_ago;
    int working_days;
    std::size_t problem = 0; ///< of those found, where it comes from one
};

constexpr Order orders[]{
    {"制定年度窗口考核细则", TaskSource::meeting, "局务会", 320, 20},
    {"完成综合窗口人员培训", TaskSource::meeting, "局务会", 250, 15},
    {"公布便民服务中心咨询电话", TaskSource::upstream, "市局通知", 170, 10},
    {"清理过期办事指南", TaskSource::finding, "", 160, 10, 8},
    {"增设老年人优先窗口标识", TaskSource::leader, "", 140, 7},
    {"答复人大代表建议", TaskSource::upstream, "县人大交办", 110, 30},
    {"落实自助终端每日补纸", TaskSource::finding, "", 75, 10, 9},
    {"明确购房无票历史遗留问题牵头单位", TaskSource::unable, "", 55, 15},
    {"核查同一事项往返跑问题", TaskSource::complaint, "", 48, 10},
    {"大厅消防疏散演练", TaskSource::meeting, "首席代表周例会", 40, 15},
    {"修订帮代办登记簿样式", TaskSource::meeting, "首席代表周例会", 33, 10},
    {"落实延时服务值班表", TaskSource::leader, "", 20, 5},
    {"补签清廉承诺书", TaskSource::meeting, "局务会", 15, 20},
    {"汇总季度好差评情况", TaskSource::board, "", 6, 10},
    {"筹备跨域通办窗口", TaskSource::leader, "", 4, 25},
};

void add_tasks(DemoScene& scene, const std::vector<Uuid>& problems, const DemoVoices& voices)
{
    constexpr std::size_t overdue = 10;
    constexpr std::size_t undated = 14;
    for (std::size_t i = 0; i < std::size(orders); ++i) {
        const auto& order = orders[i];
        Task task;
        task.name = order.name;
        task.set_on = scene.day(order.days_ago);
        task.number = scene.number(def_of<Task>(), *task.set_on);
        task.source = order.source;
        task.meeting = order.meeting;
        if (order.source == TaskSource::finding)
            task.finding = problems.at(order.problem);
        if (order.source == TaskSource::complaint)
            task.complaint = voices.complaints[7];
        if (order.source == TaskSource::unable)
            task.unable_case = voices.unable_cases.front();
        task.place = scene.hall();
        task.unit = scene.units()[(i * 5 + 19) % scene.units().size()].id;
        task.owner = scene.staff()[i * 4].name();
        task.due = scene.due(*task.set_on, order.working_days);
        if (i < 12 && i != overdue) {
            task.progress = "已完成，材料已归档。";
            task.done_on = scene.later(*task.set_on, order.working_days - 2);
            task.closed = scene.later(*task.done_on, 2);
            task.state = TaskState::closed;
        } else {
            task.state = i < 13 ? TaskState::under_way : TaskState::open;
            task.progress = i < 13 ? "正在办理。" : "";
        }
        if (i == undated)
            task.due.reset();
        scene.add(task);
    }
}

} // namespace

void add_demo_supervision(DemoScene& scene, const DemoVoices& voices)
{
    add_checklists(scene);
    const auto problems = add_problems(scene, add_inspections(scene));
    add_commitments(scene);
    add_tasks(scene, problems, voices);
}

} // namespace model
