#include "views/help/help_window.h"

#include "assets/assets.h"
#include "views/help/chinese_lines.h"
#include "views/help/html_pages.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/display.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/fs_mem.h>
#include <wx/html/htmlwin.h>
#include <wx/listbox.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/utils.h>

#include <algorithm>
#include <numeric>

namespace views {

namespace {

constexpr std::string_view pictures = "manual/pictures/";
constexpr int smallest_letters = 10; ///< points: a page is read, not glanced at

/// The pictures of the pages, under the names the pages call them by. Once for the program.
void lay_out_pictures()
{
    static const bool done = [] {
        wxFileSystem::AddHandler(new wxMemoryFSHandler);
        if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG))
            wxImage::AddHandler(new wxPNGHandler);
        for (const auto& asset : assets::all())
            if (asset.name.starts_with(pictures))
                wxMemoryFSHandler::AddFileWithMimeType(to_wx(asset.name.substr(pictures.size())),
                    asset.bytes.data(), asset.bytes.size(), "image/png");
        return true;
    }();
    (void)done;
}

wxHtmlWindow* make_text(wxWindow& parent)
{
    teach_chinese_lines();
    return new wxHtmlWindow(
        &parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO | wxBORDER_THEME);
}

wxString html_colour(wxSystemColour which)
{
    return wxSystemSettings::GetColour(which).GetAsString(wxC2S_HTML_SYNTAX);
}

wxSize first_size(const wxWindow& window)
{
    const int at = wxDisplay::GetFromWindow(&window);
    auto size = window.FromDIP(wxSize(1030, 680)); // as wide as the pictures want
    size.DecTo(
        wxDisplay(at == wxNOT_FOUND ? 0u : static_cast<unsigned>(at)).GetClientArea().GetSize());
    return size;
}

} // namespace

HelpWindow::HelpWindow(wxWindow* parent, const wxString& shortcuts)
    : wxDialog(parent, wxID_ANY, tr("Manual"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , pages_(manual_pages(shortcuts))
    , search_(new wxSearchCtrl(this, wxID_ANY))
    , list_(new wxListBox(this, wxID_ANY))
    , text_(make_text(*this))
{
    lay_out_pictures();
    SetName("help");
    name_control(search_, "help_search", tr("Search in the manual"));
    name_control(list_, "help_pages", tr("Pages of the manual"));
    name_control(text_, "help_text");
    search_->SetDescriptiveText(tr("Search in the manual"));
    search_->ShowCancelButton(true);
    text_->SetStandardFonts(std::max(smallest_letters, GetFont().GetPointSize()));

    auto* body = new wxBoxSizer(wxHORIZONTAL);
    body->Add(make_left(), wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(10)));
    body->Add(text_, wxSizerFlags(1).Expand());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(body, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(
        make_buttons(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
    SetSizer(all);
    SetSize(first_size(*this));
    CentreOnParent();
    wire();
    list_pages();
    show_page({});
    list_->SetFocus();
}

wxSizer* HelpWindow::make_left()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(search_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    left->Add(list_, wxSizerFlags(1).Expand());
    left->SetMinSize(FromDIP(220), -1);
    return left;
}

wxSizer* HelpWindow::make_buttons()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](wxWindowID id, const char* label, void (HelpWindow::*work)()) {
        auto* button = new wxButton(this, id, tr(label));
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    };
    add(wxID_PRINT, model::msgid("&Print this page…"), &HelpWindow::print);
    if (can_write_pdf())
        add(wxID_SAVEAS, model::msgid("&Save this page as PDF…"), &HelpWindow::ask_pdf);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, tr("Close")));
    return buttons;
}

void HelpWindow::wire()
{
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(search_->GetValue()); });
    search_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { search_->Clear(); });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_chosen(); });
    text_->Bind(wxEVT_HTML_LINK_CLICKED, [this](wxHtmlLinkEvent& event) {
        show_page(from_wx(event.GetLinkInfo().GetHref().BeforeFirst('.')));
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if ((key == WXK_PAGEUP || key == WXK_PAGEDOWN) && !event.HasAnyModifiers())
            leaf(key);
        else if (key == WXK_DOWN && search_->HasFocus())
            list_->SetFocus();
        else if (key == 'F' && event.GetModifiers() == wxMOD_CONTROL)
            search_->SetFocus();
        else
            event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW,
        [this](wxCloseEvent&) { IsModal() ? EndModal(wxID_CANCEL) : (void)Hide(); });
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); }, wxID_CANCEL);
}

void HelpWindow::list_pages()
{
    listed_.resize(pages_.size());
    std::iota(listed_.begin(), listed_.end(), std::size_t{0});
    if (!words_.empty()) {
        const auto count = [this](std::size_t i) { return hits(pages_[i], words_); };
        std::erase_if(listed_, [&](std::size_t i) { return count(i) == 0; });
        std::ranges::stable_sort(listed_, std::greater{}, count);
    }
    list_->Clear();
    for (const auto i : listed_)
        list_->Append(pages_[i].title);
}

void HelpWindow::search(const wxString& words)
{
    words_ = wxString(words).Trim().Trim(false);
    list_pages();
    if (listed_.empty())
        return (void)text_->SetPage(styled("<p>" + tr("These words are on no page.") + "</p>"));
    list_->SetSelection(0);
    show_chosen();
}

void HelpWindow::show_page(std::string_view name)
{
    const auto found = std::ranges::find(pages_, name, &ManualPage::name);
    const auto place = found == pages_.end() ? 0 : static_cast<std::size_t>(found - pages_.begin());
    if (!words_.empty()) {
        words_.clear();
        search_->ChangeValue({});
        list_pages();
    }
    list_->SetSelection(static_cast<int>(place));
    show_chosen();
}

void HelpWindow::show_chosen()
{
    const int line = list_->GetSelection();
    if (line == wxNOT_FOUND)
        return;
    shown_ = listed_.at(static_cast<std::size_t>(line));
    const auto body = with_marks(page().body, words_);
    text_->SetPage(styled(body));
    // What is drawn is silent to a screen reader, so the window bears its text as its name.
    name_control(text_, "help_text", plain_text(page().body));
    if (body.Contains("<a name=\"found\">"))
        text_->LoadPage("#found");
}

/// The colours of the desktop, for the reader of HTML would have black on white.
wxString HelpWindow::styled(const wxString& body) const
{
    return "<html><body bgcolor=\"" + html_colour(wxSYS_COLOUR_WINDOW) + "\" text=\""
        + html_colour(wxSYS_COLOUR_WINDOWTEXT) + "\" link=\"" + html_colour(wxSYS_COLOUR_HOTLIGHT)
        + "\">" + with_chinese_lines(body) + "</body></html>";
}

void HelpWindow::leaf(int key)
{
    text_->ScrollPages(key == WXK_PAGEDOWN ? 1 : -1);
}

int HelpWindow::save_pdf(const wxString& path) const
{
    return write_pdf(path, page().title, page().body);
}

void HelpWindow::ask_pdf()
{
    wxFileDialog dialog(this, tr("Save this page as PDF"), {}, page().title + ".pdf",
        tr("PDF files (*.pdf)|*.pdf"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    save_pdf(dialog.GetPath());
    wxLaunchDefaultApplication(dialog.GetPath());
}

void HelpWindow::print()
{
    wxHtmlEasyPrinting printing(page().title, this);
    printing.GetPrintData()->SetPaperId(wxPAPER_A4);
    printing.SetStandardFonts(10);
    printing.PrintText("<html><body>" + with_chinese_lines(page().body) + "</body></html>");
}

} // namespace views
