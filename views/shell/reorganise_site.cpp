// Where a place goes or what a new one is, and the carrying out of a reform.
#include "model/base/text.h"
#include "model/commands/reorganise.h"
#include "model/entities/unit.h"
#include "views/form/seen_records.h"
#include "views/shell/reform_words.h"
#include "views/shell/reorganise_dialog.h"
#include "views/widgets/colours.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace views {

namespace {

enum SiteField { type_field, parent_field, region_field, address_field };

constexpr std::array<std::string_view, 4> site_names{"type", "parent", "region", "address"};

constexpr std::size_t most_told = 5;

} // namespace

/// Nothing where units are reformed.
wxSizer* ReorganiseDialog::make_site()
{
    if (of_.id == model::def_of<model::Unit>().id)
        return nullptr;
    auto* grid = new wxFlexGridSizer(4, FromDIP(wxSize(8, 8)));
    grid->AddGrowableCol(1);
    grid->AddGrowableCol(3);
    for (std::size_t i = 0; i < site_fields; ++i) {
        const auto& field = *of_.find(site_names.at(i));
        site_[i] = FieldEditor::make(page_, field, desk_.editor.store());
        site_[i]->offer_only(seen_records(desk_.editor));
        site_labels_[i] = new wxStaticText(page_, wxID_ANY, tr(field.label));
        name_control(site_[i]->focus(), std::string(field.name), tr(field.label));
        grid->Add(site_labels_[i], wxSizerFlags().CenterVertical().Right());
        grid->Add(site_[i]->control(), wxSizerFlags().Expand().CenterVertical());
    }
    return grid;
}

/// A new place has a kind besides; what only moves keeps its own.
void ReorganiseDialog::show_site()
{
    const bool moves = kind() == model::ReformKind::moved;
    for (std::size_t i = 0; i < site_fields; ++i) {
        if (!site_[i])
            return;
        const bool is_asked = i == type_field ? has_successors() : has_successors() || moves;
        site_[i]->control()->Show(is_asked);
        site_labels_[i]->Show(is_asked);
        const auto& label = of_.find(site_names.at(i))->label;
        site_labels_[i]->SetLabel(moves ? tr("{1} from then on", {from_wx(tr(label))})
                                        : tr("New place: {1}", {from_wx(tr(label))}));
    }
}

/// What is entered there; nothing where an entry cannot be read.
std::optional<model::PlaceSite> ReorganiseDialog::site() const
{
    model::PlaceSite site;
    for (std::size_t i = 0; i < site_fields; ++i) {
        if (!site_[i] || !site_[i]->control()->IsShown())
            continue;
        const auto entry = site_[i]->get();
        const auto* value = std::get_if<model::Value>(&entry);
        if (!value)
            return std::nullopt;
        const auto text = model::trimmed(model::to_text(*value));
        if (i == type_field && !text.empty()) {
            const auto& kinds = model::choices_of<model::PlaceType>;
            for (std::size_t at = 0; at < kinds.size(); ++at)
                if (kinds.at(at).code == text)
                    site.type = static_cast<model::PlaceType>(at);
        } else if (i == parent_field) {
            if (const auto* id = std::get_if<model::Uuid>(value))
                site.parent = *id;
        } else if (i == region_field) {
            site.region = text;
        } else if (i == address_field) {
            site.address = text;
        }
    }
    return site;
}

model::ReformOutcome ReorganiseDialog::run(bool is_dry_run)
{
    model::Reform reform{.kind = kind(),
        .old = old(),
        .successors = successors(),
        .new_name = from_wx(new_name_->GetValue().Strip(wxString::both)),
        .day = day().value(),
        .document = from_wx(document_->GetValue().Strip(wxString::both)),
        .kind_words = from_wx(kind_->GetStringSelection()),
        .ends = ends_->IsShown() && ends_->GetValue(),
        .dry_run = is_dry_run};
    for (std::size_t i = 0, shown = 0; i < most_successors; ++i) // who was taken from the list
        if (successors_[i]->IsShown() && !successors_[i]->text()->IsEmpty()) {
            if (taken_[i] && shown < reform.successors.size())
                reform.successors[shown] = taken_[i]->text();
            ++shown;
        }
    for (const auto& line : lines_)
        if (line.to)
            reform.moves.push_back({line.reference, *line.to});
    const wxBusyCursor busy;
    return of_.id == model::def_of<model::Unit>().id
        ? model::reorganise(desk_.editor, reform)
        : model::reorganise_places(desk_.editor, reform, site().value());
}

void ReorganiseDialog::look_first()
{
    if (!makes_sense())
        return;
    outcome_ = run(true);
    const bool can_be = outcome_.done;
    outcome_.done = false;
    if (can_be && outcome_.told.empty())
        return say(tr(
            "Nothing speaks against it: {1} records go over.", {std::to_string(outcome_.moved)}));
    tell(can_be ? tr(
             "It can be carried out, {1} records go over. Mind:", {std::to_string(outcome_.moved)})
                : tr("It cannot be carried out so:"),
        can_be);
}

void ReorganiseDialog::carry_out()
{
    if (!makes_sense())
        return;
    outcome_ = run(false);
    if (outcome_.done)
        return end_dialog(*this, wxID_OK);
    tell(tr("Nothing was changed:"), false);
}

void ReorganiseDialog::tell(const wxString& first, bool warnings)
{
    auto text = first;
    std::size_t told = 0;
    for (const auto& each : outcome_.told) {
        if (!warnings && each.finding.level != model::Level::refuse)
            continue;
        if (told++ == most_told) {
            text += wxString::FromUTF8("\n…");
            break;
        }
        text += "\n"
            + (each.title.empty() ? wxString() : to_wx(each.title) + wxString::FromUTF8("："))
            + tr(each.finding.message);
    }
    said_->SetForegroundColour(colour_of(warnings ? model::Level::warn : model::Level::refuse));
    say(text);
}

} // namespace views
