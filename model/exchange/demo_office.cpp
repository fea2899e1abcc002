#include "model/entities/basis_document.h"
#include "model/entities/impact_assessment.h"
#include "model/entities/place_change.h"
#include "model/entities/provision.h"
#include "model/entities/retention.h"
#include "model/entities/setting.h"
#include "model/entities/unit_change.h"
#include "model/exchange/demo_year.h"

#include <tuple>

namespace model {

namespace {

using namespace std::chrono;

struct Document {
    const char* name;
    const char* series;
    int number;
    const char* issuer;
    BasisSubject subject;
    int age;        ///< days since it was issued
    int to_the_end; ///< days from today; 0: open
};

/// "桃审发〔2024〕3号", of the year so many days ago.
std::string cited(const DemoScene& scene, std::string_view series, int number, int days_ago)
{
    return std::string(series) + "〔" + to_iso(scene.day(days_ago)).substr(0, 4) + "〕"
        + std::to_string(number) + "号";
}

constexpr Document documents[]{
    {"县政务服务大厅窗口工作人员管理办法", "桃审发", 3, "县行政审批服务局", BasisSubject::staff,
        700, 0},
    {"县政务服务大厅窗口和人员考核办法（试行）", "桃审发", 5, "县行政审批服务局",
        BasisSubject::assessment, 670, 60},
    {"县政务服务大厅着装管理规定", "桃审发", 12, "县行政审批服务局", BasisSubject::uniform, 900, 0},
    {"县级政务服务事项进驻目录", "桃政办函", 20, "县人民政府办公室", BasisSubject::item, 560, 0},
    {"县级政务服务事项不进驻负面清单", "桃政办函", 21, "县人民政府办公室", BasisSubject::item, 560,
        0},
    {"无差别综合窗口改革实施方案", "桃审改", 2, "县行政审批服务局", BasisSubject::window, 520, 0},
    {"办不成事反映窗口工作规则", "桃审发", 9, "县行政审批服务局", BasisSubject::supervision, 480,
        0},
    {"乡镇便民服务中心标准化建设指引", "桃审发", 1, "县行政审批服务局", BasisSubject::place, 380,
        0},
    {"清廉大厅建设责任清单", "桃审发", 7, "县行政审批服务局", BasisSubject::supervision, 1000, -30},
};

void add_documents(DemoScene& scene)
{
    BasisDocument provincial;
    provincial.name = "湖南省政务服务中心管理办法";
    provincial.document = "湘政办发〔2022〕36号";
    provincial.issuer = "湖南省人民政府办公厅";
    provincial.subject = BasisSubject::other;
    provincial.issued = provincial.from = 2022y / July / 1;
    scene.add(provincial);
    for (const auto& each : documents) {
        BasisDocument document;
        document.name = each.name;
        document.document = cited(scene, each.series, each.number, each.age);
        document.issuer = each.issuer;
        document.subject = each.subject;
        document.place = scene.hall();
        document.issued = document.from = scene.day(each.age);
        if (each.to_the_end != 0)
            document.to = Date{sys_days{scene.today()} + days{each.to_the_end}};
        if (each.to_the_end < 0)
            document.end_reason = "有效期届满，由新的责任清单代替";
        scene.add(document);
    }
}

void add_figures(DemoScene& scene)
{
    const std::tuple<Matter, int, std::string> figures[]{
        {Matter::complaint_reply, 5, cited(scene, "桃审发", 9, 480)},
        {Matter::leave_without_unit_days, 3, cited(scene, "桃审发", 3, 700)},
        {Matter::repair_days, 5, {}},
    };
    for (const auto& [matter, value, document] : figures) {
        Setting setting;
        setting.matter = matter;
        setting.value = value;
        setting.from = scene.day(400);
        setting.document = document;
        scene.add(setting);
    }
}

void add_unit_changes(DemoScene& scene)
{
    UnitChange renamed;
    renamed.unit = scene.unit("县行政审批服务局").id;
    renamed.kind = UnitChangeKind::renamed;
    renamed.old_name = "县政务服务中心管理办公室";
    renamed.new_name = "县行政审批服务局";
    renamed.day = 2019y / March / 20;
    renamed.document = "桃办发〔2019〕8号";
    scene.add(renamed);

    UnitChange moved;
    moved.unit = scene.unit("县住房和城乡建设局").id;
    moved.successor = scene.unit("县自然资源局").id;
    moved.kind = UnitChangeKind::moved;
    moved.day = scene.day(330);
    moved.document = cited(scene, "桃编办", 4, 330);
    moved.remark = "商品房买卖合同网签备案职责划转，窗口事项同步调整。";
    scene.add(moved);
}

void add_place_changes(DemoScene& scene)
{
    PlaceChange moved;
    moved.place = scene.hall();
    moved.kind = PlaceChangeKind::moved;
    moved.old_name = "桃江县政务服务中心";
    moved.old_address = "桃花江镇老城区办公楼一楼";
    moved.new_address = "桃花江镇新区政务大楼一至三楼";
    moved.day = 2021y / June / 28;
    moved.document = "桃政办函〔2021〕12号";
    moved.remark = "整体搬迁，窗口编号不变。";
    scene.add(moved);
}

Uuid add_assessment(DemoScene& scene)
{
    ImpactAssessment assessment;
    assessment.matter = "大厅人脸识别考勤机使用";
    assessment.place = scene.hall();
    assessment.reasons = {"sensitive"};
    assessment.purpose = "核对窗口人员到岗情况，仅用于考勤。";
    assessment.effects = "涉及人脸信息，泄露后影响较大。";
    assessment.measures = "本机存储、不联网、离岗即删；不愿采集的改用工牌签到。";
    assessment.fitting = Fitting::yes;
    assessment.conclusion = "可以使用，每年复核一次。";
    assessment.assessed_by = scene.staff().front().name();
    assessment.assessed = scene.day(300);
    assessment.document = cited(scene, "桃审评", 1, 300);
    assessment.keep_until = *assessment.assessed + years(4);
    if (!assessment.keep_until->ok())
        assessment.keep_until = assessment.keep_until->year() / February / last;
    return scene.add(assessment);
}

void add_provisions(DemoScene& scene)
{
    const auto assessment = add_assessment(scene);
    for (const bool is_uniform : {false, true}) {
        Provision provision;
        provision.matter = is_uniform ? "工作服量体定制" : "考勤机运行维护";
        provision.kind = ProvisionKind::entrust;
        provision.receiver = is_uniform ? "演示服装厂" : "演示科技有限公司";
        provision.place = scene.hall();
        provision.purpose = is_uniform ? "按姓名和尺码制作工作服" : "设备维护，不得复制数据";
        provision.information = is_uniform ? Set{"name", "other"} : Set{"biometric", "name"};
        provision.persons = static_cast<std::int64_t>(scene.staff().size());
        provision.legal_basis = LegalBasis::personnel;
        provision.consent = Consent::not_needed;
        provision.from = scene.day(is_uniform ? 120 : 290);
        provision.document =
            is_uniform ? cited(scene, "桃审合", 6, 120) : cited(scene, "桃审合", 2, 290);
        provision.keep_until = Date{sys_days{scene.today()} + days{4 * 366}};
        if (!is_uniform)
            provision.assessment = assessment; // of the uniforms nobody made one
        scene.add(provision);
    }
}

} // namespace

void add_demo_office(DemoScene& scene)
{
    add_documents(scene);
    add_figures(scene);
    add_unit_changes(scene);
    add_place_changes(scene);
    add_provisions(scene);
    Retention retention;
    retention.name = "离岗人员信息保存期限";
    retention.subject = RetentionSubject::left_staff;
    retention.years = 3;
    retention.from = scene.day(700);
    retention.document = cited(scene, "桃审发", 3, 700);
    scene.add(retention);
}

} // namespace model
