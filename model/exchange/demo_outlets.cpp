#include "model/entities/agency_case.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/exchange/demo_year.h"

#include <algorithm>

namespace model {

namespace {

struct Offer {
    const char* item;
    OutletMode mode;
};

constexpr Offer offers[]{
    {"居民参加医疗保险登记", OutletMode::direct},
    {"生育登记服务", OutletMode::direct},
    {"养老待遇领取资格确认", OutletMode::direct},
    {"临时救助金给付", OutletMode::assist},
    {"八十周岁以上老年人津贴发放", OutletMode::agent},
    {"残疾人证到期换领", OutletMode::agent},
    {"农村宅基地用地审核", OutletMode::assist},
    {"林木采伐许可证核发", OutletMode::agent},
    {"社会保障卡首发申领", OutletMode::agent},
    {"农机购置补贴给付", OutletMode::notice},
    {"最低生活保障金给付", OutletMode::assist},
};

std::optional<Uuid> agent_of(const DemoScene& scene, const Place& place)
{
    for (const auto& staff : scene.township_staff())
        if (staff.posting.place == place.id || staff.posting.place == place.parent)
            return staff.id();
    return std::nullopt;
}

void add_offers(DemoScene& scene)
{
    constexpr std::size_t each = 3;
    const auto offer = [&](const Place& place, const Offer& offered, int since) {
        OutletItem item;
        item.place = place.id;
        item.item = scene.item(offered.item).id;
        item.mode = offered.mode;
        item.person = agent_of(scene, place);
        item.from = scene.day(since);
        scene.add(item);
    };
    for (std::size_t i = 0; i < scene.centres().size(); ++i)
        for (std::size_t k = 0; k < each; ++k)
            offer(scene.centres()[i], offers[(i + k * 4) % std::size(offers)],
                static_cast<int>(330 + i));
    for (std::size_t i = 0; i < 5; ++i)
        offer(scene.stations()[i * 40 + 2], {offers[i].item, OutletMode::notice}, 200);
    OutletItem former; // handled online by now
    former.place = scene.centres().front().id;
    former.item = scene.item("完税证明开具").id;
    former.mode = OutletMode::assist;
    former.from = scene.day(700);
    former.to = scene.day(180);
    former.end_reason = "已全程网办，不再代收";
    scene.add(former);
}

struct Matter {
    const char* item;
    const char* matter;
    const char* received;
    CaseMode mode;
};

constexpr Matter matters[]{
    {"居民参加医疗保险登记", "为外出务工子女代缴医保", "身份证复印件", CaseMode::help},
    {"残疾人证到期换领", "残疾人证到期，行动不便", "旧证、照片两张", CaseMode::door},
    {"八十周岁以上老年人津贴发放", "首次申领高龄津贴", "身份证、银行卡复印件", CaseMode::agent},
    {"林木采伐许可证核发", "自留山楠竹、杉木采伐", "申请表、林权证复印件", CaseMode::agent},
    {"社会保障卡首发申领", "老人社保卡遗失补办", "身份证复印件", CaseMode::agent},
    {"养老待遇领取资格确认", "卧床老人资格认证", "", CaseMode::door},
    {"临时救助金给付", "因病致困申请救助", "申请书、诊断证明", CaseMode::agent},
    {"农村宅基地用地审核", "咨询建房手续", "", CaseMode::advice},
    {"个体工商户变更登记", "小卖部变更经营者", "营业执照、申请书", CaseMode::agent},
};

AgencyCase case_of(DemoScene& scene, std::size_t index, Date day)
{
    const auto& place =
        index % 3 == 2 ? scene.one_of(scene.stations()) : scene.one_of(scene.centres());
    const auto& [item, matter, received, mode] = matters[index % std::size(matters)];
    const auto applicant = scene.somebody();
    const auto& about = scene.item(item);
    AgencyCase helped;
    helped.number = scene.number(def_of<AgencyCase>(), day);
    helped.day = day;
    helped.place = place.id;
    helped.applicant = applicant.name;
    helped.phone = applicant.phone;
    if (mode == CaseMode::agent)
        helped.id_tail = applicant.id_number.substr(applicant.id_number.size() - 4);
    helped.item = about.id;
    helped.matter = matter;
    helped.mode = mode;
    helped.agent = agent_of(scene, place);
    helped.received = received;
    if (mode == CaseMode::agent) {
        helped.sent_to = about.unit;
        helped.sent = scene.later(day, 1);
    }
    helped.signature = mode != CaseMode::advice;
    return helped;
}

void finish(DemoScene& scene, AgencyCase& helped, std::size_t index)
{
    const bool is_refused = index % 17 == 11;
    helped.result = is_refused ? CaseResult::refused : CaseResult::done;
    const int days = helped.mode == CaseMode::agent ? 3 + static_cast<int>(scene.below(7)) : 0;
    helped.result_on = scene.later(helped.day.value(), days);
    helped.satisfaction = is_refused ? Satisfaction::mostly
        : scene.chance(70)           ? Satisfaction::very_satisfied
                                     : Satisfaction::satisfied;
    if (!helped.received.empty() && helped.mode != CaseMode::help)
        helped.returned = is_refused ? "全部材料退回" : "原件已退还";
    if (is_refused)
        helped.remark = "不符合条件，已书面告知原因。";
}

void add_cases(DemoScene& scene)
{
    constexpr std::size_t count = 42;
    for (std::size_t i = 0; i < count; ++i) {
        auto helped = case_of(scene, i, scene.spread(i, count, 340));
        if (i + 4 < count) {
            finish(scene, helped, i);
        } else {
            helped.result = CaseResult::open;
        }
        if (i == 13)
            helped.result_on.reset();
        if (i == 22)
            helped.signature = false;
        scene.add(helped);
    }
}

struct Found {
    const char* text;
    bool is_open;
    std::int64_t staff;
};

constexpr Found found[]{
    {"", true, 3},
    {"", true, 2},
    {"办事指南未及时更新，仍为上一版。", true, 2},
    {"", true, 3},
    {"帮代办登记簿漏登两件。", true, 2},
    {"上班时间大门紧闭，电话无人接听。", false, 0},
    {"", true, 4},
    {"自助终端断网，未报修。", true, 1},
};

void add_patrols(DemoScene& scene)
{
    constexpr std::size_t count = 30;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& place = i % 5 == 4 ? scene.one_of(scene.stations())
                                       : scene.centres()[i % scene.centres().size()];
        const auto& [text, is_open, staff] = found[i % std::size(found)];
        OutletPatrol patrol;
        patrol.place = place.id;
        patrol.day = scene.spread(i, count, 350);
        patrol.by = scene.staff()[i % 6].name();
        patrol.open = is_open;
        patrol.staff = staff;
        patrol.found = text;
        patrol.items_shown = i % std::size(found) != 2;
        patrol.register_kept = i % std::size(found) != 4;
        patrol.score =
            Decimal{is_open ? 880 + static_cast<std::int64_t>(scene.below(115)) : 600, 1};
        if (!patrol.found.empty() && i + 4 < count)
            patrol.mended = scene.later(*patrol.day, 5);
        if (i == count - 1) { // the newest: closed, and nothing written down yet
            patrol.open = false;
            patrol.staff = 0;
            patrol.found.clear();
            patrol.score.reset();
        }
        scene.add(patrol);
    }
}

} // namespace

void add_demo_outlets(DemoScene& scene)
{
    add_offers(scene);
    add_cases(scene);
    add_patrols(scene);
}

} // namespace model
