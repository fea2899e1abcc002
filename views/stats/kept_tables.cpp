#include "views/stats/kept_tables.h"

#include "model/base/text.h"
#include "views/widgets/tr.h"

#include <algorithm>
#include <array>

namespace views {

namespace {

using model::msgid;

constexpr const char* setting = "crosstab/kept";

constexpr std::array presets{
    PresetTable{msgid("People by unit and kind of employment"), "posting", "unit", "identity", "",
        "to= or to>={1}"},
    PresetTable{msgid("Windows by kind and status"), "window", "types", "status", "", ""},
    PresetTable{msgid("Items by unit and stationing"), "item", "unit", "stationing", "",
        "not state=cancelled"},
    PresetTable{
        msgid("Cases received by unit and month"), "case_count", "unit", "month", "received", ""},
};

/// Throws UsageError for names that are not there.
model::CrossQuestion read_question(const std::string& entity, const std::string& rows,
    const std::string& columns, const std::string& sum, const std::string& where,
    const model::Catalog& catalog)
{
    const auto& def = catalog.get(entity);
    model::CrossQuestion question{.def = &def,
        .rows = model::parse_cross_field(rows, def, catalog, language()),
        .where = where};
    if (!columns.empty())
        question.columns = model::parse_cross_field(columns, def, catalog, language());
    if (!sum.empty())
        question.sum = &model::parse_summed_field(sum, def, language());
    return question;
}

/// Text that may stand between tabs in a line.
std::string one_word(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return model::trimmed(text);
}

} // namespace

std::span<const PresetTable> preset_tables()
{
    return presets;
}

model::CrossQuestion question_of(
    const PresetTable& preset, model::Date today, const model::Catalog& catalog)
{
    std::string where(preset.where);
    const std::string place = "{1}";
    if (const auto at = where.find(place); at != std::string::npos)
        where.replace(at, place.size(), model::to_iso(today));
    return read_question(std::string(preset.entity), std::string(preset.rows),
        std::string(preset.columns), std::string(preset.sum), where, catalog);
}

KeptTables::KeptTables(Settings settings, const model::Catalog& catalog)
    : settings_(std::move(settings))
    , catalog_(catalog)
{
    read();
}

/// "name, register, rows, columns, sum, filter", parted by tabs, a line each. What a field there is
/// no longer took part in is passed over.
void KeptTables::read()
{
    constexpr std::size_t parts_of_a_line = 6;
    for (const auto& line : model::split(settings_.read(setting), '\n')) {
        const auto parts = model::split(line, '\t');
        if (parts.size() != parts_of_a_line)
            continue;
        try {
            all_.push_back({parts[0],
                read_question(parts[1], parts[2], parts[3], parts[4], parts[5], catalog_)});
        } catch (const model::UsageError&) { // NOLINT(bugprone-empty-catch): see above
        }
    }
}

void KeptTables::write() const
{
    std::vector<std::string> lines;
    for (const auto& [name, question] : all_)
        lines.push_back(model::join(
            {name, std::string(question.def->name), model::to_text(question.rows),
                question.columns ? model::to_text(*question.columns) : "",
                question.sum ? std::string(question.sum->name) : "", one_word(question.where)},
            "\t"));
    settings_.write(setting, model::join(lines, "\n"));
}

std::optional<std::size_t> KeptTables::keep(
    const std::string& name, const model::CrossQuestion& question)
{
    const auto kept = one_word(name);
    if (kept.empty())
        return std::nullopt;
    auto found = std::ranges::find(all_, kept, &Kept::name);
    if (found == all_.end())
        found = all_.insert(found, {kept, question});
    else
        found->question = question;
    write();
    return static_cast<std::size_t>(found - all_.begin());
}

void KeptTables::drop(std::size_t place)
{
    all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(place));
    write();
}

} // namespace views
