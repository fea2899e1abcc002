#include "model/entities/bundle.h"
#include "model/entities/bundle_item.h"
#include "model/entities/item_fee.h"
#include "model/entities/item_material.h"
#include "model/exchange/demo_year.h"

#include <algorithm>
#include <vector>

namespace model {

namespace {

using namespace std::chrono;
using enum MaterialForm;
using enum MaterialNeed;
using enum MaterialSource;

struct Material {
    const char* item;
    const char* name;
    MaterialForm form;
    MaterialNeed need;
    MaterialSource source;
    const char* basis;
};

constexpr const char* marriage = "《婚姻登记条例》";
constexpr const char* identity = "《中华人民共和国居民身份证法》";
constexpr const char* company = "《中华人民共和国市场主体登记管理条例》";
constexpr const char* property = "《不动产登记暂行条例》";
constexpr const char* forest = "《中华人民共和国森林法》";
constexpr const char* food = "《食品经营许可和备案管理办法》";
constexpr const char* nurse = "《护士条例》";
constexpr const char* fireworks = "《烟花爆竹安全管理条例》";
constexpr const char* teacher = "《教师资格条例》";
constexpr const char* hygiene = "《公共场所卫生管理条例实施细则》";

constexpr Material materials[]{
    {"内地居民结婚登记", "居民身份证", both, always, shared, marriage},
    {"内地居民结婚登记", "双方近期合影照片", original, always, applicant, marriage},
    {"内地居民结婚登记", "无配偶声明书", original, always, applicant, marriage},
    {"居民身份证丢失补领", "居民身份证申领登记表", original, always, applicant, identity},
    {"居民身份证丢失补领", "居民户口簿", original, always, shared, identity},
    {"有限责任公司设立登记", "公司登记（备案）申请书", original, always, applicant, company},
    {"有限责任公司设立登记", "公司章程", original, always, applicant, company},
    {"有限责任公司设立登记", "住所使用证明", copy, always, applicant, company},
    {"有限责任公司设立登记", "法定代表人任职文件", original, sometimes, applicant, company},
    {"有限责任公司注销登记", "清算报告", original, always, applicant, company},
    {"有限责任公司注销登记", "清税证明", electronic, always, shared, company},
    {"个体工商户变更登记", "个体工商户变更登记申请书", original, always, applicant, company},
    {"食品经营许可首次办理", "食品经营许可申请书", original, always, applicant, food},
    {"食品经营许可首次办理", "设备布局和操作流程文件", original, always, applicant, food},
    {"食品经营许可首次办理", "从业人员健康证明", copy, later, applicant, food},
    {"房屋所有权转移登记", "不动产登记申请书", original, always, applicant, property},
    {"房屋所有权转移登记", "不动产权属证书", original, always, applicant, property},
    {"房屋所有权转移登记", "买卖合同", both, always, applicant, property},
    {"房屋所有权转移登记", "契税完税凭证", electronic, always, shared, property},
    {"林木采伐许可证核发", "林木采伐申请表", original, always, applicant, forest},
    {"林木采伐许可证核发", "伐区调查设计材料", original, sometimes, third, forest},
    {"林木采伐许可证核发", "林权证明", copy, always, applicant, forest},
    {"护士首次注册", "护士执业注册申请审核表", original, always, applicant, nurse},
    {"护士首次注册", "健康体检证明", original, always, third, nurse},
    {"护士首次注册", "护士执业资格考试成绩合格证明", electronic, always, shared, nurse},
    {"烟花爆竹零售许可首次办理", "零售点周边安全条件说明", original, always, applicant, fireworks},
    {"烟花爆竹零售许可首次办理", "负责人培训合格证明", copy, always, department, fireworks},
    {"教师资格证书核发", "教师资格认定申请表", original, always, applicant, teacher},
    {"教师资格证书核发", "普通话水平测试等级证书", electronic, always, shared, teacher},
    {"教师资格证书核发", "县级以上医院体检合格证明", original, always, third, teacher},
    {"公共场所卫生许可证核发", "公共场所卫生许可申请表", original, always, applicant, hygiene},
    {"公共场所卫生许可证核发", "场所检测报告", original, always, third, hygiene},
    {"灵活就业人员参保登记", "居民身份证", copy, always, shared, ""},
    {"住院费用手工报销", "住院发票", original, always, applicant,
        "《医疗保障基金使用监督管理条例》"},
    {"住院费用手工报销", "费用清单和出院小结", copy, always, applicant, ""},
    {"门诊慢特病待遇认定", "二级以上医院诊断证明", original, sometimes, third, ""},
    {"临时救助金给付", "临时救助申请书", original, always, applicant, "《社会救助暂行办法》"},
    {"残疾人证到期换领", "近期免冠照片", original, always, applicant, "《残疾人证管理办法》"},
};

void add_materials(DemoScene& scene)
{
    for (const auto& [item, name, form, need, source, basis] : materials) {
        ItemMaterial material;
        material.item = scene.item(item).id;
        material.name = name;
        material.form = form;
        material.copies = form == electronic ? 0 : 1;
        material.need = need;
        material.source = source;
        material.basis = basis;
        if (need == sometimes)
            material.condition = "按申请情形提交，见办事指南。";
        scene.add(material);
    }
}

struct Fee {
    const char* item;
    const char* name;
    int amount; ///< of 0.01 yuan
    const char* per;
    const char* basis;
};

constexpr const char* passports = "发改价格规〔2019〕914号";
constexpr const char* cards = "发改价格〔2003〕2322号";
constexpr const char* deeds = "发改价格规〔2016〕2559号";

constexpr Fee fees[]{
    {"普通护照换发", "普通护照工本费", 12000, "本", passports},
    {"普通护照补发", "普通护照工本费", 12000, "本", passports},
    {"往来港澳通行证签发", "往来港澳通行证工本费", 6000, "证", passports},
    {"居民身份证到期换领", "居民身份证工本费", 2000, "证", cards},
    {"居民身份证丢失补领", "居民身份证工本费", 4000, "证", cards},
    {"临时居民身份证办理", "临时居民身份证工本费", 1000, "证", cards},
    {"房屋所有权转移登记", "不动产登记费（住宅）", 8000, "件", deeds},
    {"企业用水报装", "表井勘查费", 20000, "户", ""},
};

void add_fees(DemoScene& scene)
{
    for (const auto& [item, name, amount, per, basis] : fees) {
        ItemFee fee;
        fee.item = scene.item(item).id;
        fee.name = name;
        fee.amount = Decimal{amount, 2};
        fee.per = per;
        fee.basis = basis;
        fee.from = scene.day(900);
        if (fee.basis == deeds)
            fee.reduction = "小微企业、个体工商户免收。";
        scene.add(fee);
    }
    ItemFee former;
    former.item = scene.item("内地居民结婚登记").id;
    former.name = "结婚证书工本费";
    former.amount = Decimal{900, 2};
    former.per = "对";
    former.basis = "财税〔2017〕20号停征前的标准";
    former.from = year{2008} / January / 1;
    former.to = year{2017} / April / 1;
    former.end_reason = "停征";
    scene.add(former);
}

struct Thing {
    const char* name;
    const char* lead;
    const char* object;
    BundleState state;
    int days, before, after, papers_before, papers_after;
    std::vector<const char*> items;
};

const std::vector<Thing>& things()
{
    using enum BundleState;
    static const std::vector<Thing> all{
        {"新生儿出生一件事", "县卫生健康局", "natural", running, 10, 6, 1, 14, 5,
            {"出生医学证明首次签发", "出生登记", "居民参加医疗保险登记", "社会保障卡首发申领"}},
        {"企业开办一件事", "县市场监督管理局", "enterprise", running, 1, 5, 1, 17, 6,
            {"有限责任公司设立登记", "印章刻制备案", "发票领用", "存款账户账号报告"}},
        {"企业注销一件事", "县市场监督管理局", "enterprise", running, 5, 4, 1, 12, 5,
            {"有限责任公司注销登记", "发票缴销"}},
        {"职工退休一件事", "县人力资源和社会保障局", "natural", running, 15, 4, 1, 11, 4,
            {"职工退休手续办理", "养老待遇领取资格确认", "参保信息变更"}},
        {"身后一件事", "县民政局", "natural", running, 10, 7, 1, 16, 6,
            {"死亡登记", "参保信息变更", "存款账户账号报告"}},
        {"开办餐饮店一件事", "县市场监督管理局", "enterprise", running, 12, 4, 1, 15, 8,
            {"个体工商户变更登记", "食品经营许可首次办理", "公共场所卫生许可证核发"}},
        {"二手房转移登记及水电气过户一件事", "县自然资源局", "natural", running, 2, 4, 1, 13, 6,
            {"房屋所有权转移登记", "契税申报", "用水过户"}},
        {"残疾人服务一件事", "县残疾人联合会", "natural", running, 20, 5, 1, 12, 5,
            {"残疾人证到期换领"}},
        {"教育入学一件事", "县教育局", "natural", planned, 20, 3, 1, 9, 3,
            {"小学一年级新生入学登记", "学区范围查询"}},
    };
    return all;
}

void add_bundle_items(DemoScene& scene, const Thing& thing, const Uuid& bundle)
{
    for (std::int64_t order = 1; const auto* name : thing.items) {
        const auto& item = scene.item(name);
        const auto* unit = scene.unit_of(item);
        BundleItem part;
        part.bundle = bundle;
        part.item = item.id;
        part.part = order == 1 ? BundlePart::lead : BundlePart::support;
        part.days = 1 + static_cast<std::int64_t>(scene.below(5));
        part.order = order++;
        if (unit) {
            part.unit = unit->id;
            part.phone = unit->phone;
        }
        const bool is_unnamed = std::string_view(name) == "契税申报";
        if (!is_unnamed)
            part.contact = scene.somebody().name;
        scene.add(part);
    }
}

void add_bundles(DemoScene& scene)
{
    for (int number = 1; const auto& thing : things()) {
        Bundle bundle;
        bundle.name = thing.name;
        bundle.code = "YJS" + std::to_string(100 + number++);
        bundle.lead = scene.unit(thing.lead).id;
        bundle.object = {thing.object};
        bundle.state = thing.state;
        bundle.days = thing.days;
        bundle.steps_before = thing.before;
        bundle.steps_after = thing.after;
        bundle.materials_before = thing.papers_before;
        bundle.materials_after = thing.papers_after;
        bundle.from =
            thing.state == BundleState::planned ? scene.ahead(40) : scene.day(300 - number * 20);
        bundle.document = scene.number("桃审改", std::min(*bundle.from, scene.today()));
        add_bundle_items(scene, thing, scene.add(bundle));
    }
}

} // namespace

void add_demo_catalog(DemoScene& scene)
{
    add_materials(scene);
    add_fees(scene);
    add_bundles(scene);
}

} // namespace model
