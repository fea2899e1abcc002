#include "tests/bench/staff.h"

#include <array>
#include <sodium.h>

namespace bench {

namespace {

constexpr std::array names{"region", "name", "gender", "birth", "ethnic", "idcard", "phone",
    "county_dept", "township", "office", "post", "post_rank", "quota_type", "hire_date",
    "education", "school", "major", "political", "address", "villages", "leader", "status",
    "salary_grade", "appraisal", "remark"};

constexpr auto fields = [] {
    std::array<model::FieldDef, names.size()> all{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        all[i].id = static_cast<int>(i) + 1;
        all[i].name = names[i];
        all[i].label = names[i];
    }
    return all;
}();

constexpr model::EntityDef def{.id = 1,
    .name = "staff",
    .label = "staff",
    .plural = "staff",
    .fields = fields,
    .anyone_creates = true};

} // namespace

const model::EntityDef& staff_def()
{
    return def;
}

const model::Catalog& staff_catalog()
{
    static const std::array entities{&def};
    static const model::Catalog catalog{entities};
    return catalog;
}

void make_table(model::Database& db)
{
    std::string sql = "CREATE TABLE IF NOT EXISTS staff (rid INTEGER PRIMARY KEY";
    for (const auto* name : names)
        sql += std::string(", ") + name + " TEXT";
    db.handle().exec(sql + ") STRICT");
}

std::string set_hash(model::Database& db)
{
    SQLite::Statement rows(db.handle(), "SELECT rec.id, t.* FROM staff AS t JOIN rec USING (rid)");
    std::array<unsigned char, 16> sum{};
    std::size_t count = 0;
    for (; rows.executeStep(); ++count) {
        auto text = model::column_id(rows.getColumn(0)).text();
        for (int i = 2; i < rows.getColumnCount(); ++i)
            text.append("\x1f").append(
                rows.getColumn(i).isNull() ? std::string() : rows.getColumn(i).getString());
        std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
        crypto_hash_sha256(
            hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] ^= hash[i];
    }
    return std::to_string(count) + ':'
        + model::to_hex({reinterpret_cast<const char*>(sum.data()), sum.size()});
}

} // namespace bench
