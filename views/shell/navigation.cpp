#include "views/shell/navigation.h"

#include "model/entities/catalog.h"
#include "views/widgets/icons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/tr.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace views {

namespace {

struct Group {
    const char* label;
    std::array<std::string_view, 3> entities;
};

/// What the clerks look for together.
constexpr std::array groups{
    Group{model::msgid("Halls and windows"), {"place", "window", "window_item"}},
    Group{model::msgid("People"), {"person", "posting", "window_staff"}},
    Group{model::msgid("Items and units"), {"item", "unit"}},
};

} // namespace

const std::vector<std::string_view>& page_names()
{
    static const auto names = [] {
        std::vector<std::string_view> all;
        for (const auto& group : groups)
            for (const auto entity : group.entities)
                if (!entity.empty())
                    all.push_back(entity);
        all.push_back(sync_page);
        all.push_back(conflicts_page);
        return all;
    }();
    return names;
}

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
    for (const auto& group : groups) {
        add_group(tr(group.label));
        for (const auto entity : group.entities)
            if (!entity.empty())
                add_page(entity, tr(model::hall_catalog().get(entity).plural));
    }
    add_group(tr("County"));
    add_page(sync_page, tr("Sync"));
    add_page(conflicts_page, tr("Conflicts"));
    show_conflicts(0);
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

void Navigation::add_group(const wxString& label)
{
    group_ = tree_->AppendContainer({}, label);
    tree_->Expand(group_);
}

void Navigation::add_page(std::string_view page, const wxString& label)
{
    const auto place = std::ranges::find(page_names(), page) - page_names().begin();
    const auto item = tree_->AppendItem(group_, label, static_cast<int>(place));
    tree_->Expand(group_);
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
}

bool Navigation::has_keyboard() const
{
    return tree_->HasFocus();
}

void Navigation::show_conflicts(std::int64_t count)
{
    if (count == conflicts_)
        return;
    conflicts_ = count;
    tree_->SetItemText(pages_.find(conflicts_page)->second,
        count == 0 ? tr("Conflicts") : tr("Conflicts ({1})", {std::to_string(count)}));
}

} // namespace views
