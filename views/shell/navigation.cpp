#include "views/shell/navigation.h"

#include "views/widgets/icons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/tr.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace views {

Navigation::Navigation(wxWindow* parent)
    : wxPanel(parent)
    , tree_(new wxDataViewTreeCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER | wxDV_SINGLE))
{
    name_control(tree_, "navigation", tr("Navigation"));
    leave_search(*tree_);
    wxDataViewTreeCtrl::Images icons;
    for (const auto page : page_names())
        icons.push_back(icon(page, line_icon));
    tree_->SetImages(icons);
    tree_->SetMinSize({word_width(*this, 180), FromDIP(200)});

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(tree_, wxSizerFlags(1).Expand());
    SetSizer(all);

    tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        const auto found = names_.find(event.GetItem().GetID());
        if (found == names_.end() || found->second == marked_ || !on_choose)
            return;
        const auto before = marked_;
        mark(on_choose(found->second) ? found->second : before);
    });
}

void Navigation::show(const Viewer& viewer)
{
    if (viewer_ == viewer)
        return;
    viewer_ = viewer;
    pages_.clear();
    names_.clear();
    tree_->DeleteAllItems();
    wxDataViewItem more; // closed until somebody looks for something
    for (const auto& group : page_groups(viewer)) {
        if (group.further && !more.IsOk())
            more = tree_->AppendContainer({}, tr("More registers"));
        const auto head =
            group.label ? tree_->AppendContainer(more, tr(group.label)) : wxDataViewItem();
        for (const auto page : group.pages)
            add_page(head, page, page_label(page, viewer.role));
        if (group.label && !group.further)
            tree_->Expand(head);
    }
    for (const auto& [page, count] : std::exchange(counts_, {}))
        show_count(page, count);
    mark(std::string(marked_));
}

void Navigation::add_page(const wxDataViewItem& group, std::string_view page, const wxString& label)
{
    const auto place = std::ranges::find(page_names(), page) - page_names().begin();
    // The control puts what holds others before what does not, and the board comes first of all.
    const auto item = group.IsOk() ? tree_->AppendItem(group, label, static_cast<int>(place))
                                   : tree_->AppendContainer(group, label, static_cast<int>(place));
    pages_.emplace(page, item);
    names_.emplace(item.GetID(), page);
}

void Navigation::mark(std::string_view page)
{
    const auto found = pages_.find(page);
    if (found == pages_.end())
        return;
    marked_ = page;
    tree_->SetCurrentItem(found->second); // the keyboard goes on from here
    tree_->Select(found->second);
    tree_->EnsureVisible(found->second);
}

bool Navigation::has_keyboard() const
{
    return tree_->HasFocus();
}

void Navigation::show_count(std::string_view page, std::int64_t count)
{
    constexpr std::int64_t most = 999;
    const auto line = pages_.find(page);
    auto& known = counts_[std::string(page)];
    if (count == known || line == pages_.end())
        return;
    known = count;
    const auto label = page_label(page, viewer_->role);
    const auto number = std::to_string(std::min(count, most)) + (count > most ? "+" : "");
    tree_->SetItemText(
        line->second, count <= 0 ? label : tr("{1} ({2})", {from_wx(label), number}));
}

} // namespace views
