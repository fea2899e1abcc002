#include "views/list/print_dialog.h"

#include "views/help/help_menu.h"
#include "views/shell/questions.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int margin = 15; ///< of the paper, in millimetres

int pixels(int millimetres)
{
    return millimetres * 960 / 254;
}

/// wxWidgets' own words for the page are odd ones in Chinese.
class PreviewFrame : public wxPreviewFrame {
public:
    using wxPreviewFrame::wxPreviewFrame;

    /// So that Page Down moves on.
    void take_keyboard()
    {
        Raise();
        m_previewCanvas->SetFocus();
    }

    void SetStatusText(const wxString&, int part = 0) override
    {
        const auto* preview = m_printPreview;
        wxPreviewFrame::SetStatusText(
            tr("Page {1} of {2}",
                {std::to_string(preview->GetCurrentPage()), std::to_string(preview->GetMaxPage())}),
            part);
    }
};

/// The preview owns both printouts, and its window the preview. Esc closes it.
void show_preview(wxWindow& parent, const PrintJob& job, wxPrintData& data)
{
    auto* preview = new wxPrintPreview(job.printout(), job.printout(), &data);
    if (!preview->IsOk()) {
        delete preview;
        return tell(&parent, tr("The pages cannot be shown: is a printer set up?"));
    }
    auto* frame = new PreviewFrame(preview, &parent, job.title);
    frame->SetName("preview");
    frame->Initialize();
    frame->SetSize(parent.GetSize());
    frame->CentreOnParent();
    frame->Show();
    frame->take_keyboard();
}

PrintJob job_of(const std::shared_ptr<const PrintedList>& list)
{
    return {list->title,
        tr("{1} records, {2} columns",
            {std::to_string(list->records), std::to_string(list->columns.size())}),
        list->wants_landscape(), [list] { return new ListPrintout(list); }};
}

} // namespace

ListPrintout::ListPrintout(std::shared_ptr<const PrintedList> list)
    : wxPrintout(list->title)
    , list_(std::move(list))
    , pages_(*list_)
{
}

/// From now on the device speaks in pixels of the page without its margins.
void ListPrintout::scale()
{
    int width = 0;
    int height = 0;
    GetPageSizeMM(&width, &height);
    FitThisSizeToPaper({pixels(width), pixels(height)});
    OffsetLogicalOrigin(pixels(margin), pixels(margin));
}

void ListPrintout::OnPreparePrinting()
{
    scale();
    int width = 0;
    int height = 0;
    GetPageSizeMM(&width, &height);
    pages_.lay_out(*GetDC(), {pixels(width - 2 * margin), pixels(height - 2 * margin)});
}

void ListPrintout::GetPageInfo(int* first, int* last, int* from, int* to)
{
    *first = *from = 1;
    *last = *to = pages_.count();
}

bool ListPrintout::OnPrintPage(int page)
{
    if (!HasPage(page))
        return false;
    scale();
    pages_.draw(*GetDC(), page);
    return true;
}

void ListPrintout::OnEndPrinting()
{
    if (!IsPreview() && list_->on_printed)
        list_->on_printed();
}

PrintDialog::PrintDialog(wxWindow* parent, std::shared_ptr<const PrintedList> list)
    : PrintDialog(parent, job_of(list))
{
}

PrintDialog::PrintDialog(wxWindow* parent, PrintJob job)
    : wxDialog(parent, wxID_ANY, tr("Print what is shown"))
    , job_(std::move(job))
    , upright_(new wxRadioButton(
          this, wxID_ANY, tr("Paper held &upright"), wxDefaultPosition, wxDefaultSize, wxRB_GROUP))
    , landscape_(new wxRadioButton(this, wxID_ANY, tr("Paper held &sideways")))
{
    auto* preview = new wxButton(this, wxID_PREVIEW, tr("Pre&view"));
    auto* print = new wxButton(this, wxID_PRINT, tr("&Print…"));
    auto* cancel = new wxButton(this, wxID_CANCEL, tr("Cancel"));
    SetName("print");
    offer_help(*this, "print");
    name_control(upright_, "upright");
    name_control(landscape_, "landscape");
    name_control(preview, "preview");
    name_control(print, "print_now");
    (job_.wants_landscape ? landscape_ : upright_)->SetValue(true);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    for (auto* button : {preview, print, cancel})
        buttons->Add(button, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(new wxStaticText(this, wxID_ANY, job_.contents), flags);
    all->Add(upright_, flags);
    all->Add(landscape_, flags);
    all->Add(buttons, flags);
    SetSizerAndFit(all);
    CentreOnParent();
    preview->SetDefault();
    preview->SetFocus();
    preview->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->preview(); });
    print->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->print(); });
}

wxPrintData PrintDialog::print_data() const
{
    wxPrintData data;
    data.SetPaperId(wxPAPER_A4);
    data.SetOrientation(landscape_->GetValue() ? wxLANDSCAPE : wxPORTRAIT);
    return data;
}

void PrintDialog::preview()
{
    // Only once the dialog is gone, which gives the keyboard back to the window under it.
    GetParent()->CallAfter([parent = GetParent(), job = job_, data = print_data()]() mutable {
        show_preview(*parent, job, data);
    });
    EndModal(wxID_OK);
}

void PrintDialog::print()
{
    wxPrintDialogData data(print_data());
    wxPrinter printer(&data);
    const std::unique_ptr<wxPrintout> printout(job_.printout());
    if (printer.Print(this, printout.get(), true))
        return EndModal(wxID_OK);
    if (wxPrinter::GetLastError() == wxPRINTER_ERROR)
        tell(this, tr("The list could not be printed: is the printer switched on and connected?"));
}

} // namespace views
