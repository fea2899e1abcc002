#include "views/shell/settings_dialog.h"

#include "views/help/help_menu.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>

#include <algorithm>

namespace views {

namespace {

constexpr int width = 380;

} // namespace

SettingsDialog::SettingsDialog(wxWindow* parent, const Appearance& now)
    : wxDialog(parent, wxID_ANY, tr("Settings"))
    , before_(now)
{
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(12, 10)));
    grid->AddGrowableCol(1);
    const auto size = std::ranges::find(letter_sizes, now.letters) - letter_sizes.begin();
    letters_ = add_choice(*grid, "letters", model::msgid("Size of the &letters"),
        {tr("Standard"), tr("Large (125 %)"), tr("Very large (150 %)")}, static_cast<int>(size));
    if (can_choose_look())
        look_ = add_choice(*grid, "look", model::msgid("&Colours"),
            {tr("As the desktop"), tr("Light"), tr("Dark")}, static_cast<int>(now.look));
    language_ = add_choice(*grid, "language", model::msgid("L&anguage"), {L"中文", "English"},
        spoken_language() == "en" ? 1 : 0);
    const auto lock = std::ranges::find(lock_times, now.lock_after) - lock_times.begin();
    lock_ = add_choice(*grid, "lock_after", model::msgid("Lock &when nobody works"),
        {tr("Never"), tr("After 5 minutes"), tr("After 10 minutes"), tr("After 15 minutes"),
            tr("After 30 minutes")},
        static_cast<int>(lock));
    auto* note = new WrappedText(this);
    note->show(tr("OK draws the window anew with these settings. They are yours on this computer "
                  "and leave the data file as it is."));

    auto* ok = new wxButton(this, wxID_OK, tr("OK"));
    auto* buttons = dialog_buttons(*this, ok);
    ok->SetDefault();

    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(12));
    all->Add(grid, flags);
    note->wrap(word_width(*this, width));
    all->Add(note, flags);
    all->Add(buttons, flags);
    all->SetMinSize(word_width(*this, width) + 2 * FromDIP(12), -1);
    SetSizerAndFit(all);
    CentreOnParent();
    letters_->SetFocus();
    offer_help(*this, "start");
}

wxChoice* SettingsDialog::add_choice(wxSizer& grid, const char* name, const char* label,
    const std::vector<wxString>& choices, int chosen)
{
    grid.Add(new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().CenterVertical().Right());
    auto* choice = new wxChoice(this, wxID_ANY);
    for (const auto& text : choices)
        choice->Append(text);
    choice->SetSelection(chosen);
    name_control(choice, name, wxStripMenuCodes(tr(label), wxStrip_CJKMnemonics));
    grid.Add(choice, wxSizerFlags().Expand());
    return choice;
}

Appearance SettingsDialog::chosen() const
{
    auto chosen = before_;
    chosen.letters = letter_sizes.at(static_cast<std::size_t>(letters_->GetSelection()));
    if (look_)
        chosen.look = static_cast<Look>(look_->GetSelection());
    chosen.lock_after = lock_times.at(static_cast<std::size_t>(lock_->GetSelection()));
    const bool is_english = language_->GetSelection() == 1;
    if (is_english != (spoken_language() == "en"))
        chosen.language = is_english ? "en" : "zh_CN";
    return chosen;
}

bool ask_settings(wxWindow* parent, const Settings& settings)
{
    const auto now = read_appearance(settings);
    SettingsDialog dialog(parent, now);
    if (dialog.ShowModal() != wxID_OK || dialog.chosen() == now)
        return false;
    write_appearance(settings, dialog.chosen());
    return true;
}

} // namespace views
