#include "views/shell/merge_dialog.h"

#include "model/base/text.h"
#include "views/form/seen_records.h"
#include "views/import/cell_table.h"
#include "views/shell/questions.h"
#include "views/widgets/colours.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

enum Column { field, kept_value, other_value, which };

const model::EntityDef& register_of(model::Editor& editor, const model::Uuid& id)
{
    return *editor.store().find_any(id).value().first.def;
}

} // namespace

MergeDialog::MergeDialog(wxWindow* parent, const Desk& desk, const model::Uuid& kept)
    : wxDialog(parent, wxID_ANY, tr("Merge two records that stand for the same thing"),
        wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(desk.editor)
    , kept_(kept)
    , other_(
          FieldEditor::make_for_record(this, "other", register_of(editor_, kept), editor_.store()))
    , head_(new wxStaticText(this, wxID_ANY,
          tr("Stays: {1} “{2}”",
              {from_wx(tr(register_of(editor_, kept).label)), editor_.store().title_of(kept)})))
    , table_(new CellTable(this, "differing", tr("In which fields the two differ")))
    , told_(new WrappedText(this))
    , bar_(*this, work_)
    , work_(*this, desk)
{
    SetName("merge");
    head_->SetFont(head_->GetFont().Bold());
    name_control(other_->focus(), "other", tr("The other record"));
    name_control(told_, "told");
    bar_.next()->SetLabel(tr("&Merge"));
    bar_.close()->SetLabel(tr("Cancel"));
    name_control(bar_.next(), "merge_now");
    table_->show({{.head = tr("Field"), .width = 150}, {.head = tr("Stays"), .width = 190},
                     {.head = tr("The other record"), .width = 190},
                     {.head = tr("What counts"), .width = 150, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = text_of(row, column),
                .bold = column == (differing_.at(row).is_taken ? other_value : kept_value)};
        });
    wire();
    offer_the_others();
    lay_out();
    propose();
}

MergeDialog::~MergeDialog() = default;

void MergeDialog::wire()
{
    table_->on_activate = [this](std::size_t row) { turn(row); };
    other_->on_change = [this] { guarded(this, [this] { look(); }); };
    other_->on_enter = [this] { table_->SetFocus(); };
    bar_.wire([this] { update(); });
    bar_.next()->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { merge(); }); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && other_->takes_escape())
            event.DoAllowNextEvent(); // it closes the list, and not the dialog
        else
            event.Skip();
    });
}

/// While it works nothing but stopping is possible.
void MergeDialog::update()
{
    const bool works = work_.is_running();
    other_->control()->Enable(!works);
    table_->Enable(!works);
    bar_.next()->Enable(!works && named_.has_value());
    bar_.back()->Hide();
    bar_.show_work();
    Layout();
}

void MergeDialog::lay_out()
{
    auto* other = new wxBoxSizer(wxHORIZONTAL);
    other->Add(new wxStaticText(this, wxID_ANY, tr("The other record")),
        wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(10)));
    other->Add(other_->control(), wxSizerFlags(1).CenterVertical());
    auto* hint = new wxStaticText(this, wxID_ANY,
        tr("Enter on a line, or a double click: the value of the other record counts, or no more"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10));
    all->Add(head_, flags);
    all->Add(other, flags);
    all->Add(hint, flags);
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    all->Add(told_, flags);
    bar_.lay_out(*all);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(760, 520)));
    CentreOnParent();
    bar_.next()->SetDefault();
    update();
    other_->focus()->SetFocus();
}

/// Those the account may see, without the one that stays.
void MergeDialog::offer_the_others()
{
    auto seen = seen_records(editor_);
    seen.but_not = kept_;
    other_->offer_only(seen);
}

/// The one other record of that title, where there is one alone.
void MergeDialog::propose()
{
    auto& store = editor_.store();
    const auto record = store.find_any(kept_).value().second;
    const auto permission = editor_.permission();
    std::vector<model::Uuid> same;
    for (const auto& each : store.where(*record.def, record.def->title, record[record.def->title]))
        if (each.id != kept_) {
            const auto meta = store.find_any(each.id).value().first;
            if (permission.may(
                    model::Action::see, *meta.def, {meta.scope, meta.home, store.self().county()}))
                same.push_back(each.id);
        }
    if (same.size() == 1)
        name_other(same.front());
    else
        look();
    // Whoever means another one types over it.
    if (auto* text = dynamic_cast<wxTextCtrl*>(other_->focus()))
        text->SelectAll();
}

void MergeDialog::name_other(const model::Uuid& other)
{
    other_->set(model::Value{other});
    look();
}

void MergeDialog::look()
{
    const auto entry = other_->get();
    const auto* value = std::get_if<model::Value>(&entry);
    const auto* id = value ? std::get_if<model::Uuid>(value) : nullptr;
    named_ = id && *id != kept_ ? std::optional(*id) : std::nullopt;
    differing_ = named_ ? model::differing(editor_.store(), kept_, *named_)
                        : std::vector<model::Differing>{};
    table_->show_rows(differing_.size());
    update();
    if (id && *id == kept_)
        tell(tr("This is the record that stays: name another one"));
    else if (named_)
        tell(followers());
    else
        tell(tr("Name the record that stands for the same thing; it goes into the recycle bin"));
}

/// "7 records will refer to the one that stays: Postings 2, Leaves 5."
wxString MergeDialog::followers() const
{
    std::int64_t count = 0;
    std::vector<std::string> words;
    for (const auto& each : model::followers(editor_, kept_, *named_)) {
        count += each.count;
        words.push_back(from_wx(tr(each.def->plural)) + ' ' + std::to_string(each.count));
    }
    if (count == 0)
        return tr("Nothing refers to the other record; it goes into the recycle bin. Undo takes "
                  "all of it back.");
    return tr("{1} records that refer to the other one will refer to the one that stays: {2}. The "
              "other one goes into the recycle bin. Undo takes all of it back.",
        {std::to_string(count), model::join(words, from_wx(tr(", ")))});
}

wxString MergeDialog::text_of(std::size_t row, std::size_t column) const
{
    const auto& each = differing_.at(row);
    const auto title = [this](const model::Uuid& id) { return title_of(editor_.store(), id); };
    switch (column) {
    case field:
        return tr(each.field->label);
    case kept_value:
        return display(*each.field, each.kept, title);
    case other_value:
        return display(*each.field, each.other, title);
    default:
        return each.is_taken ? tr("The other record's") : tr("What stays");
    }
}

void MergeDialog::turn(std::size_t row)
{
    if (row >= differing_.size())
        return;
    auto& each = differing_[row];
    if (model::is_empty(each.kept)) // there is nothing else to keep
        return;
    each.is_taken = !each.is_taken;
    table_->show_rows(differing_.size());
}

void MergeDialog::merge()
{
    if (!named_ || work_.is_running())
        return;
    std::vector<const model::FieldDef*> taken;
    for (const auto& each : differing_)
        if (each.is_taken)
            taken.push_back(each.field);
    std::vector<std::string> apart;
    for (const auto* each : model::telling_apart(differing_, register_of(editor_, kept_)))
        apart.push_back(from_wx(tr(each->label)));
    if (!apart.empty() && !ask_merge(this, to_wx(model::join(apart, from_wx(tr(", "))))))
        return;
    bar_.name_work(tr("Merging"));
    work_.run(
        [account = editor_.account(), kept = kept_, other = *named_, taken](
            model::RecordStore& store, const model::Progress& progress) {
            model::Editor editor(store, account);
            return model::merge_records(editor, kept, other, taken, false, progress);
        },
        [this](const model::Outcome& outcome) { tell_outcome(outcome); },
        [this](const std::exception_ptr& error) { tell_refusal(describe(error)); });
}

void MergeDialog::tell_outcome(const model::Outcome& outcome)
{
    if (outcome.done)
        return end_dialog(*this, wxID_OK);
    if (outcome.findings.empty())
        return tell_refusal(tr("Stopped; nothing was merged."));
    constexpr std::size_t most_told = 4;
    std::vector<std::string> sentences;
    for (const auto& finding : outcome.findings)
        if (finding.level == model::Level::refuse && sentences.size() < most_told)
            sentences.push_back(from_wx(tr(finding.message)));
    tell_refusal(to_wx(model::join(sentences, "\n")));
    told_->SetForegroundColour(colour_of(model::Level::refuse));
}

/// Another record may be named now; the button that had the keyboard was dead while it worked.
void MergeDialog::tell_refusal(const wxString& sentence)
{
    tell(sentence);
    other_->focus()->SetFocus();
}

void MergeDialog::tell(const wxString& sentence)
{
    told_->SetForegroundColour(wxNullColour);
    told_->show(sentence);
    told_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

} // namespace views
