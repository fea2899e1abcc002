#include "views/widgets/record_text.h"

#include "model/access/masking.h"
#include "model/base/text.h"
#include "model/rules/source_texts.h"
#include "model/store/shown_title.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

wxString word(const model::FieldDef& field, std::string_view code)
{
    const auto* label = model::label_of(field.choices, code);
    return label ? tr(label) : to_wx(code);
}

/// In the order of the field's list; words of an office's own after them.
wxString words(const model::FieldDef& field, const model::Set& set)
{
    wxString text;
    const auto add = [&](std::string_view code) {
        text += (text.empty() ? wxString() : tr(", ")) + word(field, code);
    };
    for (const auto& choice : field.choices)
        if (std::ranges::find(set, choice.code) != set.end())
            add(choice.code);
    for (const auto& code : set)
        if (!model::label_of(field.choices, code))
            add(code);
    return text;
}

/// The part behind "sha256/size/".
std::string_view file_name(std::string_view attachment)
{
    const auto slash = attachment.find_last_of('/');
    return slash == std::string_view::npos ? attachment : attachment.substr(slash + 1);
}

} // namespace

wxString title_of(model::RecordStore& store, const model::Uuid& id)
{
    const auto found = store.find_any(id);
    if (!found)
        return tr("(not in this file)");
    const auto& record = found->second;
    if (const auto* other = std::get_if<model::Uuid>(&record[record.def->title]))
        return title_of(store, *other);
    return word(*record.def->find(record.def->title), model::shown_title(store, record));
}

wxString display(const model::FieldDef& field, const model::Value& value, const TitleOf& title_of,
    Personal personal)
{
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? tr("yes") : tr("no");
    if (const auto* id = std::get_if<model::Uuid>(&value))
        return title_of(*id);
    if (const auto* set = std::get_if<model::Set>(&value))
        return words(field, *set);
    if (field.type == model::Type::choice)
        return word(field, model::to_text(value));
    if (field.type == model::Type::attachment)
        return to_wx(file_name(model::to_text(value)));
    return to_wx(
        personal == Personal::masked ? model::masked(field, value) : model::to_text(value));
}

wxString sentence_of(const model::Finding& finding)
{
    const auto text = tr(finding.message);
    return finding.source
        ? tr("{1} (basis: {2})", {from_wx(text), model::sources::text_of(*finding.source)})
        : text;
}

wxString display(model::Instant at)
{
    if (at == 0)
        return {};
    const auto iso = model::to_iso_time(at);
    return to_wx(iso.substr(0, 10) + ' ' + iso.substr(11, 5));
}

} // namespace views
