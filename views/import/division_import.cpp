#include "views/import/division_import.h"

#include "model/base/files.h"
#include "model/commands/own_divisions.h"
#include "model/commands/require.h"
#include "model/entities/place.h"
#include "model/exchange/division_sheet.h"
#include "model/rules/divisions.h"
#include "views/widgets/tr.h"

#include <wx/filedlg.h>
#include <wx/msgdlg.h>

namespace views {

namespace {

constexpr std::size_t county_digits = 6;

/// "桃江县 430922", or the code alone of a county that is not in the list.
std::string county_words(const std::string& code)
{
    const auto* county = model::county_of(code);
    return county ? county->name + ' ' + code : code;
}

bool ask(wxWindow* parent, const std::string& county, const model::DivisionList& list)
{
    const auto villages = list.divisions.size() - list.townships;
    wxMessageDialog dialog(parent,
        tr("The list holds {1} townships and {2} villages of {3}. Go by it from now on?",
            {std::to_string(list.townships), std::to_string(villages), county_words(county)}),
        tr("Hallkeeper"), wxYES_NO | wxICON_QUESTION);
    auto more = tr("Nothing that was entered changes; coverage and overview are counted by it.");
    if (list.elsewhere > 0)
        more +=
            "\n" + tr("Rows of other counties, left out: {1}", {std::to_string(list.elsewhere)});
    dialog.SetExtendedMessage(more);
    dialog.SetYesNoLabels(tr("&Go by it"), tr("&Keep the former one"));
    return dialog.ShowModal() == wxID_YES;
}

} // namespace

std::optional<DivisionsKept> import_divisions(wxWindow* parent, model::Editor& editor)
{
    model::require(editor, model::Action::enter, model::def_of<model::Place>());
    wxFileDialog choice(parent, tr("Import a list of townships and villages"), {}, {},
        tr("Sheets (*.xlsx;*.csv;*.txt)|*.xlsx;*.csv;*.txt;*.XLSX;*.CSV;*.TXT|All files|*"),
        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (choice.ShowModal() != wxID_OK)
        return std::nullopt;
    return import_divisions(parent, editor, model::path_of(from_wx(choice.GetPath())));
}

std::optional<DivisionsKept> import_divisions(
    wxWindow* parent, model::Editor& editor, const std::filesystem::path& path)
{
    const auto county = editor.store().self().region.substr(0, county_digits);
    const auto list = model::read_divisions(path, county);
    if (!ask(parent, county, list))
        return std::nullopt;
    model::keep_divisions(editor, list.divisions, model::file_name(path));
    return DivisionsKept{list.townships, list.divisions.size() - list.townships};
}

} // namespace views
