#include "views/form/field_editor.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/checkbox.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

constexpr int columns = 2;

/// Any of a list: a box to tick for each entry, all to be seen at once. Words that are not in the
/// list (an office's own, a newer version's) get a box of their own where the record has them; more
/// of them are typed below.
class SetEditor : public FieldEditor {
public:
    SetEditor(wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
        : field_(field)
        , store_(store)
        , control_(new wxPanel(parent))
        , grid_(new wxGridSizer(columns, control_->FromDIP(wxSize(8, 4))))
        , own_(new wxTextCtrl(
              control_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    {
        for (const auto& choice : field.choices)
            add(std::string(choice.code), tr(choice.label));
        known_ = boxes_.size();
        keep_line_height(*own_);
        own_->SetHint(tr("Others, parted by commas"));
        name_control(own_, std::string(field.name) + ".own", tr("Others, parted by commas"));
        own_->Show(!field.whole); // such a set is chosen from its list alone
        own_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        own_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { entered(); });
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(grid_, wxSizerFlags().Expand());
        all->Add(own_, wxSizerFlags().Expand().Border(wxTOP, control_->FromDIP(4)));
        control_->SetSizer(all);
        control_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { on_key(event); });
    }

    wxWindow* control() const override { return control_; }
    wxWindow* focus() const override
    {
        const auto shown =
            std::ranges::find_if(boxes_, [](const Box& box) { return box.is_shown; });
        return shown == boxes_.end() ? static_cast<wxWindow*>(own_) : shown->box;
    }

    void set(const model::Value& value) override
    {
        for (; boxes_.size() > known_; boxes_.pop_back())
            boxes_.back().box->Destroy();
        const auto* held = std::get_if<model::Set>(&value);
        const auto words = held ? *held : model::Set{};
        for (const auto& word : words)
            if (std::ranges::find(boxes_, word, &Box::code) == boxes_.end())
                add(word, to_wx(word));
        for (const auto& each : boxes_)
            each.box->SetValue(std::ranges::find(words, each.code) != words.end());
        own_->ChangeValue({});
        own_->MoveAfterInTabOrder(boxes_.back().box);
        arrange();
        control_->Layout();
    }

    bool offer_codes(const std::vector<std::string_view>& codes) override
    {
        offered_ = codes;
        if (!arrange())
            return false;
        control_->InvalidateBestSize();
        control_->Layout();
        return true;
    }

    model::Entry get() const override
    {
        model::Set words;
        for (const auto& each : boxes_)
            if (each.box->GetValue())
                words.push_back(each.code);
        auto typed = model::read_entry(field_, from_wx(own_->GetValue()), store_, language());
        const auto* value = std::get_if<model::Value>(&typed);
        if (!value)
            return typed;
        if (const auto* more = std::get_if<model::Set>(value))
            words.insert(words.end(), more->begin(), more->end());
        return model::set_value(model::make_set(std::move(words)));
    }

    /// Side by side where the longest words have room for it.
    bool wrap(int width) override
    {
        int widest = 0;
        for (const auto& box : boxes_)
            if (box.is_shown)
                widest = std::max(widest, box.box->GetBestSize().x);
        const int fits = columns * (widest + grid_->GetHGap()) <= width ? columns : 1;
        if (fits == grid_->GetCols())
            return false;
        grid_->SetCols(fits);
        control_->InvalidateBestSize();
        return true;
    }

private:
    /// The arrows go from box to box; GTK would leave the field with them.
    void on_key(wxKeyEvent& event)
    {
        std::vector<wxCheckBox*> shown;
        for (const auto& box : boxes_)
            if (box.is_shown)
                shown.push_back(box.box);
        const auto at =
            std::ranges::find_if(shown, [](const wxCheckBox* box) { return box->HasFocus(); });
        int step = 0;
        switch (event.GetKeyCode()) {
        case WXK_LEFT:
            step = -1;
            break;
        case WXK_RIGHT:
            step = 1;
            break;
        case WXK_UP:
            step = -grid_->GetCols();
            break;
        case WXK_DOWN:
            step = grid_->GetCols();
            break;
        default:
            break;
        }
        if (step == 0 || at == shown.end() || event.HasAnyModifiers())
            return event.Skip();
        const auto to = at - shown.begin() + step;
        if (to >= 0 && to < std::ssize(shown))
            shown[static_cast<std::size_t>(to)]->SetFocus();
    }

    struct Box {
        std::string code;
        wxCheckBox* box;
        bool is_shown = true;
    };

    /// Puts the boxes that are offered, or ticked, into the grid, without holes; tells whether they
    /// are others than before.
    bool arrange()
    {
        bool is_changed = false;
        for (auto& each : boxes_) {
            const bool shows = !offered_ || each.box->GetValue()
                || std::ranges::find(*offered_, each.code) != offered_->end();
            is_changed |= each.is_shown != shows;
            each.is_shown = shows;
        }
        if (!is_changed)
            return false;
        grid_->Clear();
        for (const auto& each : boxes_) {
            each.box->Show(each.is_shown);
            if (each.is_shown)
                grid_->Add(each.box);
        }
        return true;
    }

    void add(const std::string& code, const wxString& label)
    {
        auto* box = new wxCheckBox(control_, wxID_ANY, label);
        name_control(box, std::string(field_.name) + '.' + code, label);
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed(); });
        grid_->Add(box);
        boxes_.push_back({.code = code, .box = box});
    }

    const model::FieldDef& field_;
    model::RecordStore& store_;
    wxPanel* control_;
    wxGridSizer* grid_;
    wxTextCtrl* own_;
    std::vector<Box> boxes_;
    std::size_t known_ = 0;
    std::optional<std::vector<std::string_view>> offered_; ///< none: all
};

} // namespace

std::unique_ptr<FieldEditor> make_set_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
{
    return std::make_unique<SetEditor>(parent, field, store);
}

} // namespace views
