#include "model/entities/item_change.h"
#include "model/entities/negative_entry.h"
#include "model/exchange/demo_year.h"

namespace model {

namespace {

using enum ChangeState;

/// Fills in the days of the stages up to the one the entry has reached.
template <class Entry>
void run(DemoScene& scene, Entry& entry, int days_ago, ChangeState reached)
{
    const auto start = scene.day(days_ago);
    entry.requested = start;
    entry.request_document = scene.number("部门申请", start);
    entry.state = reached;
    if (reached == requested || reached == withdrawn)
        return;
    entry.reviewed = scene.later(start, 6);
    entry.review_opinion = reached == refused ? "不符合集中进驻要求，不予同意。"
                                              : "材料齐全，依据充分，拟同意，报县政府审批。";
    if (reached == reviewed || reached == refused)
        return;
    entry.approved = scene.later(start, 15);
    entry.approval_document = scene.number("桃政办函", *entry.approved);
    if (reached == approved)
        return;
    entry.published = scene.later(start, 19);
    if (reached == in_force)
        entry.effective = scene.later(start, 25);
}

/// What is in force was carried out; what was made public waits for its day, the older
/// one for today.
void plan(DemoScene& scene, ItemChange& change, const Item* item)
{
    if (change.state == in_force)
        change.carried_out = change.effective;
    if (change.state != published || !item)
        return;
    const bool is_due = change.requested < scene.day(80);
    change.effective = is_due ? scene.day(0) : scene.ahead(12);
    change.new_version = std::to_string(static_cast<int>(change.effective->year())) + "版";
    change.new_promised_days = 1;
    change.new_promised_unit = TimeUnit::working_day;
    change.new_handling = Handling::instant;
}

struct Request {
    const char* item; ///< of an item to be added: its name, which the catalog has not
    ItemChangeKind kind;
    const char* reason;
    int days_ago;
    ChangeState reached;
};

constexpr Request requests[]{
    {"渔业捕捞许可", ItemChangeKind::content, "承诺时限由十个工作日压缩到五个工作日。", 330,
        in_force},
    {"农村宅基地用地审核", ItemChangeKind::delegate, "委托乡镇人民政府办理。", 290, in_force},
    {"临时占用城市绿化用地审批", ItemChangeKind::add, "机构职能调整，承接事项。", 260, in_force},
    {"门诊慢特病待遇认定", ItemChangeKind::content, "取消户口簿复印件，改为数据共享。", 210,
        in_force},
    {"竹材采伐备案办理", ItemChangeKind::station, "由林业站受理改为进驻大厅。", 170, in_force},
    {"价格监测结果发布", ItemChangeKind::withdraw, "非依申请事项，申请退出大厅。", 150, refused},
    {"按比例就业年审", ItemChangeKind::content, "办理时间改为全年。", 90, published},
    {"公共租赁住房申请", ItemChangeKind::content, "申请表合并为一张表。", 60, approved},
    {"临时居民身份证办理", ItemChangeKind::content, "改为即办件。", 50, published},
    {"道路运输证遗失补领", ItemChangeKind::merge, "与道路运输证换发合并为一个事项。", 30, reviewed},
    {"农机购置补贴给付", ItemChangeKind::content, "补贴标准年度调整。", 12, requested},
    {"旅馆业特种行业许可", ItemChangeKind::content, "增加告知承诺方式。", 5, requested},
};

void add_changes(DemoScene& scene)
{
    for (const auto& [name, kind, reason, days_ago, reached] : requests) {
        ItemChange change;
        change.name = name;
        if (kind == ItemChangeKind::add) {
            change.unit = scene.unit("县住房和城乡建设局").id;
        } else {
            const auto& item = scene.item(name);
            change.item = item.id;
            change.unit = item.unit;
        }
        change.kind = kind;
        change.reason = reason;
        run(scene, change, days_ago, reached);
        plan(scene, change, change.item ? &scene.item(name) : nullptr);
        if (change.published)
            change.published_at = "县人民政府门户网站";
        scene.add(change);
    }
}

struct Entry {
    const char* item;
    NotStationed reason;
    const char* explanation;
    int days_ago;
    ChangeState reached;
};

constexpr Entry entries[]{
    {"动物检疫合格证明出具", NotStationed::site, "须在养殖场、屠宰场现场检疫。", 582, in_force},
    {"流浪乞讨人员求助接待", NotStationed::site, "须在救助管理站接待安置。", 582, in_force},
    {"护林防火报警受理", NotStationed::site, "须在指挥中心全天值守。", 582, in_force},
    {"旅游投诉接待", NotStationed::other, "拟由旅游服务中心现场受理。", 20, requested},
    {"避灾安置点查询", NotStationed::other, "", 60, refused},
};

void add_negative_list(DemoScene& scene)
{
    for (const auto& [name, reason, explanation, days_ago, reached] : entries) {
        const auto& item = scene.item(name);
        NegativeEntry entry;
        entry.name = item.name;
        entry.item = item.id;
        entry.unit = item.unit;
        entry.reason = reason;
        entry.explanation = explanation;
        run(scene, entry, days_ago, reached);
        if (!item.approval_document.empty())
            entry.approval_document = item.approval_document;
        entry.edition = to_iso(*entry.requested).substr(0, 4) + "年版";
        scene.add(entry);
    }
    NegativeEntry former; // stationed by now
    former.item = scene.item("渔业捕捞许可").id;
    former.name = scene.item("渔业捕捞许可").name;
    former.unit = scene.item("渔业捕捞许可").unit;
    former.reason = NotStationed::site;
    former.explanation = "原须到船舶检验现场办理。";
    former.edition = "2022年版";
    run(scene, former, 900, in_force);
    former.to = scene.day(340);
    former.end_reason = "已进驻大厅，移出负面清单";
    scene.add(former);
}

} // namespace

void add_demo_item_changes(DemoScene& scene)
{
    add_changes(scene);
    add_negative_list(scene);
}

} // namespace model
