#include "model/exchange/head_words.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/exchange/staff_roster.h"

namespace model {

namespace {

constexpr std::string_view aliases_file = "codes/heads.csv"; // entity,field,alias|alias…
constexpr std::string_view any_entity = "*";
constexpr int first_label_rank = 100;

using Kind = HeadMeaning::Kind;

/// "出生日期(如1990-01-31)" as "出生日期"; the empty text if there are no brackets at its end.
std::string without_remark(const std::string& head)
{
    const auto open = head.find('(');
    if (open == std::string::npos || head.back() != ')')
        return {};
    return head.substr(0, open);
}

/// A file is attached to a record and stands in no cell: its column is one that is not taken.
bool is_in_sheets(const FieldDef& field)
{
    return field.type != Type::attachment;
}

} // namespace

std::string bare_head(std::string_view head)
{
    auto text = folded(head);
    while (!text.empty() && (text.front() == '*' || text.front() == '\''))
        text.erase(0, 1);
    while (!text.empty() && (text.back() == '*' || text.back() == ':'))
        text.pop_back();
    return text;
}

HeadWords::HeadWords(const EntityDef& def, const std::vector<Translate>& languages) : def_(def)
{
    add(id_head, {.kind = Kind::id});
    for (const auto& field : def.fields)
        if (is_in_sheets(field))
            add(field.name, {.kind = Kind::field, .field = &field});
    // Our own exports must come back, so labels stand before what others write.
    const auto add_label = [&](const char* label, const HeadMeaning& meaning) {
        add(label, meaning);
        for (const auto& language : languages)
            add(language(label), meaning);
    };
    for (const auto& field : def.fields)
        if (is_in_sheets(field))
            add_label(
                field.label, {.kind = Kind::field, .field = &field, .rank = first_label_rank});
    add_label(reason_head, {.kind = Kind::reason});
    add_label(column_at_fault_head, {});
    add_aliases();
}

void HeadWords::add(std::string_view head, const HeadMeaning& meaning)
{
    meanings_.try_emplace(bare_head(head), meaning);
}

/// In the order of the file; of a roster, what its own lines say comes before all else.
void HeadWords::add_aliases()
{
    const auto registers = head_registers(def_);
    for (const auto name : registers)
        for (const auto& line : split(assets::text(aliases_file), '\n')) {
            const auto cells = split(trimmed(line), ',');
            const bool is_of_any = name == registers.back();
            if (cells.size() >= 3 && (cells[0] == name || (is_of_any && cells[0] == any_entity)))
                add_aliases(cells[1], cells[2], cells[0] != def_.name && cells[0] != any_entity);
        }
}

/// A line of a register that only lends its words says nothing of fields that are not here.
void HeadWords::add_aliases(std::string_view name, std::string_view aliases, bool is_lent)
{
    const auto* field = def_.find(name);
    int rank = 0;
    if (!field && is_lent)
        return;
    for (const auto& alias : split(aliases, '|'))
        add(alias, {.kind = field ? Kind::field : Kind::nothing, .field = field, .rank = ++rank});
}

void HeadWords::say(const std::string& head, const std::string& field)
{
    if (field.empty()) {
        meanings_[bare_head(head)] = {};
        return;
    }
    if (field == id_head) {
        meanings_[bare_head(head)] = {.kind = Kind::id};
        return;
    }
    const auto* found = def_.find(field);
    if (!found)
        throw UsageError({msgid("{1} has no field “{2}” for the column “{3}”"),
            {std::string(def_.name), field, head}});
    meanings_[bare_head(head)] = {.kind = Kind::field, .field = found, .rank = -1};
}

std::optional<HeadMeaning> HeadWords::find(std::string_view head) const
{
    const auto text = bare_head(head);
    for (const auto& name : {text, without_remark(text)})
        if (const auto found = meanings_.find(name); !name.empty() && found != meanings_.end())
            return found->second;
    return std::nullopt;
}

} // namespace model
