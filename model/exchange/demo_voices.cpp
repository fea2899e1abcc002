#include "model/entities/bad_rating.h"
#include "model/entities/complaint.h"
#include "model/entities/reporter.h"
#include "model/entities/tip.h"
#include "model/entities/unable_case.h"
#include "model/exchange/demo_year.h"

#include <tuple>

namespace model {

namespace {

constexpr std::size_t settled_complaints = 16;
constexpr std::size_t settled_ratings = 13;
constexpr std::size_t settled_cases = 9;

/// At which window and of whom: one of those who man one.
struct Spot {
    Uuid window;
    Uuid person;
    std::optional<Uuid> unit;
};

Spot spot(DemoScene& scene, std::size_t index)
{
    const auto& staff = scene.staff()[(index * 13 + 17) % scene.staff().size()];
    return {staff.window.value(), staff.id(), staff.posting.unit};
}

template <class Entry>
void put(Entry& entry, const DemoScene& scene, const Spot& at)
{
    entry.place = scene.hall();
    entry.window = at.window;
    entry.person = at.person;
    entry.unit = at.unit;
}

struct Said {
    ComplaintChannel channel;
    const char* matter;
    ComplaintFinding finding;
    const char* reply;
};

constexpr Said sayings[]{
    {ComplaintChannel::hotline, "反映窗口工作人员态度生硬，未一次性告知所需材料。",
        ComplaintFinding::verified, "经核查情况属实，已责成当事人道歉并补充告知。"},
    {ComplaintChannel::window, "反映取号后等候一个多小时。", ComplaintFinding::partly,
        "当日业务高峰，已增开窗口并安排导办。"},
    {ComplaintChannel::phone, "反映咨询电话多次无人接听。", ComplaintFinding::verified,
        "已明确专人接听并纳入日常巡查。"},
    {ComplaintChannel::online, "反映办事指南与窗口要求不一致。", ComplaintFinding::verified,
        "指南已更新，窗口已取消多要的复印件。"},
    {ComplaintChannel::box, "建议大厅增设充电插座。", ComplaintFinding::unclear,
        "已采纳，休息区增设插座。"},
    {ComplaintChannel::hotline, "反映中午无人值守。", ComplaintFinding::unfounded,
        "经查当日午间值班在岗，已向来电人说明值班窗口位置。"},
    {ComplaintChannel::letter, "反映办件超过承诺时限。", ComplaintFinding::partly,
        "因材料补正暂停计时，已说明并加快办理。"},
    {ComplaintChannel::transferred, "反映同一事项往返跑三次。", ComplaintFinding::verified,
        "已致歉，由帮代办窗口全程跟办。"},
};

Complaint complaint_of(DemoScene& scene, std::size_t index, Date day)
{
    const auto& said = sayings[index % std::size(sayings)];
    Complaint complaint;
    complaint.number = scene.number(def_of<Complaint>(), day);
    complaint.received = day;
    complaint.channel = said.channel;
    complaint.matter = said.matter;
    put(complaint, scene, spot(scene, index == 8 ? 7 : index)); // the same person again
    complaint.named = index % 4 != 3;
    complaint.written = said.channel == ComplaintChannel::letter;
    complaint.way = said.channel == ComplaintChannel::box ? ComplaintClass::opinion
        : said.channel == ComplaintChannel::window        ? ComplaintClass::on_site
                                                          : ComplaintClass::transfer;
    complaint.handler = scene.staff()[index % 3].name();
    return complaint;
}

void settle(DemoScene& scene, Complaint& complaint, std::size_t index)
{
    const auto& said = sayings[index % std::size(sayings)];
    const auto received = complaint.received.value();
    if (index == 5) {
        complaint.not_accepted = NotAccepted::no_object;
        complaint.closed = scene.later(received, 1);
        return;
    }
    if (index == 10) {
        complaint.left_for = LeftFor::petition;
        complaint.left = scene.later(received, 2);
        return;
    }
    complaint.contacted = scene.later(received, 1);
    complaint.replied = scene.later(received, 2 + static_cast<int>(scene.below(3)));
    complaint.finding = said.finding;
    complaint.reply = said.reply;
    complaint.satisfied = said.finding != ComplaintFinding::unfounded;
    complaint.closed = scene.later(*complaint.replied, 1);
    if (index == 12)
        complaint.finding.reset();
}

std::vector<Uuid> add_complaints(DemoScene& scene)
{
    constexpr int still_open[]{16, 3, 2, 1}; // the first is overdue
    std::vector<Uuid> made;
    for (std::size_t i = 0; i < settled_complaints; ++i) {
        auto complaint = complaint_of(scene, i, scene.spread(i, settled_complaints + 1, 350));
        settle(scene, complaint, i);
        made.push_back(scene.add(complaint));
    }
    for (std::size_t i = 0; i < std::size(still_open); ++i) {
        auto complaint = complaint_of(scene, settled_complaints + i, scene.day(still_open[i]));
        if (i < 2)
            complaint.contacted = scene.later(*complaint.received, 1);
        made.push_back(scene.add(complaint));
    }
    return made;
}

constexpr const char* rated[]{"等候时间太长", "工作人员业务不熟", "系统卡顿，办了一上午", "误点",
    "材料说法前后不一", "态度冷淡"};

BadRating rating_of(DemoScene& scene, std::size_t index, Date day)
{
    BadRating rating;
    rating.number = scene.number("差评", day);
    rating.rated = day;
    rating.stars = index % 3 == 0 ? Satisfaction::very_dissatisfied : Satisfaction::dissatisfied;
    put(rating, scene, spot(scene, index * 3 + 1));
    if (const auto items = scene.items_of(rating.unit.value()); !items.empty())
        rating.item = items[index % items.size()].id;
    rating.content = rated[index % std::size(rated)];
    rating.named = index % 5 != 4;
    return rating;
}

void settle(DemoScene& scene, BadRating& rating, std::size_t index)
{
    const auto day = rating.rated.value();
    const bool is_mistaken = index % std::size(rated) == 3 && rating.named == true;
    rating.cause = is_mistaken ? RatingCause::mistaken
        : rating.named == true ? RatingCause::fair
                               : RatingCause::unclear;
    if (rating.named == true)
        rating.contacted = scene.later(day, 1);
    rating.corrected = scene.later(day, 3 + static_cast<int>(scene.below(6)));
    rating.correction =
        is_mistaken ? "来电核实为误点，申请复核。" : "已向办事人致歉并说明，窗口内部整改。";
    if (is_mistaken) {
        rating.appealed = scene.later(day, 2);
        rating.excluded = true;
    } else if (rating.named == true) {
        rating.called_back = scene.later(*rating.corrected, 2);
        rating.second = Satisfaction::satisfied;
    }
}

void add_ratings(DemoScene& scene)
{
    for (std::size_t i = 0; i < settled_ratings; ++i) {
        auto rating = rating_of(scene, i, scene.spread(i, settled_ratings + 2, 350));
        settle(scene, rating, i);
        scene.add(rating);
    }
    auto late = rating_of(scene, 0, scene.day(40));
    late.contacted = scene.later(*late.rated, 1); // and then nothing was done
    scene.add(late);
    scene.add(rating_of(scene, 2, scene.day(8))); // nobody called
    auto handed_on = rating_of(scene, 7, scene.day(45));
    handed_on.contacted = scene.later(*handed_on.rated, 1);
    handed_on.left_for = LeftFor::discipline;
    handed_on.left = scene.later(*handed_on.rated, 2); // and is there still
    scene.add(handed_on);
    auto awaited = rating_of(scene, 6, scene.day(32));
    awaited.contacted = scene.later(*awaited.rated, 1);
    awaited.awaited = scene.later(*awaited.rated, 1); // promised papers and did not bring them yet
    scene.add(awaited);
    scene.add(rating_of(scene, 5, scene.day(0)));
}

struct Stuck {
    const char* matter;
    UnableKind kind;
    UnableCause cause;
    const char* result;
};

constexpr Stuck stuck[]{
    {"早年购房无发票，房产证办不下来。", UnableKind::hard, UnableCause::material,
        "会同税务、住建核实后容缺受理，已发证。"},
    {"外地参保记录查不到，无法办理退休。", UnableKind::hard, UnableCause::system,
        "协调参保地补录，已办结。"},
    {"两个部门都说不归自己管。", UnableKind::refused, UnableCause::departments,
        "明确由主管部门牵头，已受理。"},
    {"承租公房户名与身份证不一致，无法过户。", UnableKind::impossible, UnableCause::policy,
        "不符合现行政策，已书面答复并说明救济途径。"},
    {"出生医学证明姓名登记有误，无法上户口。", UnableKind::hard, UnableCause::material,
        "由签发机构换发后办结。"},
};

UnableCase unable_of(DemoScene& scene, std::size_t index, Date day)
{
    const auto& [matter, kind, cause, result] = stuck[index % std::size(stuck)];
    constexpr const char* items[]{
        "房屋所有权转移登记", "职工退休手续办理", "农村宅基地用地审核", "用水过户", "出生登记"};
    const auto applicant = scene.somebody();
    const auto& item = scene.item(items[index % std::size(items)]);
    UnableCase unable;
    unable.number = scene.number(def_of<UnableCase>(), day);
    unable.received = day;
    unable.applicant = applicant.name;
    unable.phone = applicant.phone;
    unable.place = scene.hall();
    unable.item = item.id;
    unable.unit = item.unit;
    unable.matter = matter;
    unable.kind = kind;
    unable.cause = cause;
    unable.difficulty = index % 4 == 3 ? UnableClass::special
        : index % 2 == 0               ? UnableClass::complex
                                       : UnableClass::simple;
    unable.sent = scene.later(day, 1);
    return unable;
}

std::vector<Uuid> add_unable_cases(DemoScene& scene)
{
    std::vector<Uuid> made;
    for (std::size_t i = 0; i < settled_cases; ++i) {
        auto unable = unable_of(scene, i, scene.spread(i, settled_cases + 1, 340));
        unable.closed = scene.later(*unable.received, 2 + static_cast<int>(scene.below(3)));
        unable.result = stuck[i % std::size(stuck)].result;
        unable.negative = unable.kind == UnableKind::impossible;
        unable.solved = !*unable.negative;
        unable.fed_back = scene.later(*unable.closed, 1);
        unable.satisfaction = *unable.solved ? Satisfaction::satisfied : Satisfaction::mostly;
        made.push_back(scene.add(unable));
    }
    made.push_back(scene.add(unable_of(scene, 0, scene.day(18)))); // has run out
    auto extended = unable_of(scene, 1, scene.day(9));
    extended.extended = scene.ahead(6); // and the applicant was not told
    made.push_back(scene.add(extended));
    made.push_back(scene.add(unable_of(scene, 4, scene.day(1))));
    return made;
}

Uuid add_tips(DemoScene& scene)
{
    constexpr std::tuple<TipChannel, const char*, int> tips[]{
        {TipChannel::box, "反映个别窗口人员收受办事人香烟。", 260},
        {TipChannel::line_12345, "反映中介在大厅内拉客。", 150},
        {TipChannel::mailbox, "反映窗口人员指定打印店。", 40},
        {TipChannel::rating, "反映有人代排队收费。", 9},
    };
    Uuid last;
    for (std::size_t i = 0; i < std::size(tips); ++i) {
        const auto& [channel, content, days_ago] = tips[i];
        Tip tip;
        tip.received = scene.day(days_ago);
        tip.number = scene.number(def_of<Tip>(), *tip.received);
        tip.channel = channel;
        tip.content = content;
        tip.about_unit = spot(scene, i * 9).unit;
        if (i < 3) {
            tip.handler = scene.staff().front().name();
            tip.handed_to = i == 0 ? "派驻纪检监察组" : "大厅管理股";
            tip.handed = scene.later(*tip.received, 2);
        }
        if (i < 2) {
            tip.result = i == 0 ? "谈话提醒，退还物品。" : "已劝离并通报，公示严禁中介入厅。";
            tip.closed = scene.later(*tip.handed, 15);
        }
        last = scene.add(tip);
    }
    return last;
}

void add_reporters(DemoScene& scene, const std::vector<Uuid>& complaints, const Uuid& tip)
{
    for (const std::size_t i : {0, 1, 6, 16}) {
        const auto person = scene.somebody();
        Reporter reporter;
        reporter.name = person.name;
        reporter.phone = person.phone;
        reporter.address = scene.one_of(scene.stations()).name;
        reporter.complaint = complaints.at(i);
        reporter.wishes = i == 0 ? "只电话答复，不公开姓名" : "电话答复";
        scene.add(reporter);
    }
    Reporter reporter;
    const auto person = scene.somebody();
    reporter.name = person.name;
    reporter.phone = person.phone;
    reporter.tip = tip;
    reporter.wishes = "保密";
    scene.add(reporter);
}

} // namespace

DemoVoices add_demo_voices(DemoScene& scene)
{
    DemoVoices voices;
    voices.complaints = add_complaints(scene);
    add_ratings(scene);
    voices.unable_cases = add_unable_cases(scene);
    add_reporters(scene, voices.complaints, add_tips(scene));
    return voices;
}

} // namespace model
