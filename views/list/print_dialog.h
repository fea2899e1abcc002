#pragma once

#include "views/list/printed_list.h"

#include <wx/dialog.h>
#include <wx/print.h>

#include <memory>

class wxRadioButton;

namespace views {

/// A printed list for wxWidgets' printing and its preview.
class ListPrintout : public wxPrintout {
public:
    explicit ListPrintout(std::shared_ptr<const PrintedList> list);

    void OnPreparePrinting() override;
    bool HasPage(int page) override { return page >= 1 && page <= pages_.count(); }
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;
    void OnEndPrinting() override;

private:
    void scale();

    std::shared_ptr<const PrintedList> list_;
    ListPages pages_;
};

/// What can go to paper.
struct PrintJob {
    wxString title;
    wxString contents; ///< how much it is, in a sentence
    bool wants_landscape = false;
    std::function<wxPrintout*()> printout; ///< makes one anew, whoever asks owns it
};

/// Asks how the paper is to be held, shows the pages or prints them.
class PrintDialog : public wxDialog {
public:
    PrintDialog(wxWindow* parent, std::shared_ptr<const PrintedList> list);
    PrintDialog(wxWindow* parent, PrintJob job);

private:
    wxPrintData print_data() const;
    void preview();
    void print();

    PrintJob job_;
    wxRadioButton* upright_;
    wxRadioButton* landscape_;
};

} // namespace views
