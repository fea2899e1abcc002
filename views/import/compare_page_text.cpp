// What stands in the tables of a comparison.
#include "model/exchange/entry.h"
#include "views/import/cell_table.h"
#include "views/import/compare_page.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

constexpr int narrowest_code = 150; ///< in DIPs

/// A sign that every Chinese font has.
const wxString ticked = wxString::FromUTF8("√");

} // namespace

/// Wide enough for the longest code, for two of them may differ in their last sign alone.
void ComparePage::fit_codes()
{
    wxString longest;
    for (const auto& entry : draft_.comparison.entries)
        if (entry.code.size() > longest.length())
            longest = to_wx(entry.code);
    const int width = std::max(narrowest_code, width_for(*lines_, {longest}));
    if (width == code_width_)
        return;
    code_width_ = width;
    show_heads();
}

wxString ComparePage::error_cell(
    const model::ImportError& wrong, std::size_t at, std::size_t column)
{
    if (column == field_label)
        return at == 0 ? to_wx(wrong.column) : tr("Reason");
    if (column != after)
        return {};
    return at == 0 ? to_wx(wrong.value) : tr(wrong.reason);
}

/// What the row itself says, for one that cannot be read as a whole.
wxString ComparePage::text_in_row(int number, std::string_view field) const
{
    const auto& rows = draft_.edition.rows;
    const auto found = std::ranges::lower_bound(rows, number, {}, &model::SheetRow::number);
    const auto* source = draft_.edition.plan.source(field);
    if (found == rows.end() || found->number != number || !source)
        return {};
    for (const auto at : source->columns)
        if (at < found->cells.size() && !found->cells[at].text.empty())
            return to_wx(found->cells[at].text);
    return {};
}

wxString ComparePage::cell_of(const Line& line, std::size_t column) const
{
    if (line.is_error) {
        const auto& wrong = draft_.comparison.errors[line.at];
        switch (column) {
        case difference:
            return tr("Unreadable");
        case row:
            return std::to_string(wrong.row);
        case code:
            return text_in_row(wrong.row, "code");
        case name:
            return text_in_row(wrong.row, "name");
        case unit:
            return text_in_row(wrong.row, "unit");
        case changes:
            return to_wx(wrong.column) + wxString::FromUTF8("：") + tr(wrong.reason);
        default:
            return {};
        }
    }
    const auto& shown = draft_.comparison.entries[line.at];
    switch (column) {
    case mark:
        return draft_.taken[line.at] ? ticked : wxString();
    case difference:
        return tr(model::difference_label(shown.kind));
    case row:
        return shown.row ? wxString(std::to_string(shown.row)) : wxString();
    case code:
        return to_wx(shown.code);
    case name:
        return to_wx(shown.name);
    case unit:
        return to_wx(shown.unit);
    default:
        return what_changes(shown);
    }
}

/// The fields with old and new, and before them what the rules say.
wxString ComparePage::what_changes(const model::EditionEntry& shown) const
{
    wxString text;
    const auto add = [&](const wxString& part) {
        text += (text.empty() ? wxString() : wxString::FromUTF8("；")) + part;
    };
    for (const auto& finding : shown.findings)
        add(wxString::FromUTF8("▲ ") + tr(finding.message));
    if (shown.comes_back)
        add(shown.kind == model::Difference::added ? tr("comes back from the recycle bin")
                                                   : tr("was cancelled and comes back"));
    if (shown.kind == model::Difference::added)
        return text;
    for (const auto& field : shown.fields)
        add(tr("{1}: {2} → {3}",
            {from_wx(tr(field.field->label)), from_wx(value_text(*field.field, field.before)),
                from_wx(after_text(shown, field))}));
    return text;
}

/// A unit that comes along is not in the file yet.
wxString ComparePage::after_text(
    const model::EditionEntry& shown, const model::ImportChange::Field& field) const
{
    return field.field->name == "unit" ? to_wx(shown.unit) : value_text(*field.field, field.after);
}

wxString ComparePage::value_text(const model::FieldDef& field, const model::Value& value) const
{
    return model::is_empty(value) ? tr("(empty)")
                                  : to_wx(model::entry_text(field, value, store_, language()));
}

wxString ComparePage::field_cell(
    const model::EditionEntry& shown, std::size_t at, std::size_t column) const
{
    const auto& field = shown.fields[at];
    const auto place = static_cast<std::size_t>(&shown - draft_.comparison.entries.data());
    switch (column) {
    case field_mark:
        return draft_.left_out[place].contains(field.field) ? wxString() : ticked;
    case field_label:
        return tr(field.field->label);
    case before:
        return value_text(*field.field, field.before);
    default:
        return after_text(shown, field);
    }
}

} // namespace views
