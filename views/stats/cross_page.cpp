#include "views/stats/cross_page.h"

#include "model/base/files.h"
#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/commands/seen_through.h"
#include "model/exchange/cross_sheet.h"
#include "model/store/audit.h"
#include "views/list/print_dialog.h"
#include "views/list/view_dialogs.h"
#include "views/shell/page_table.h"
#include "views/stats/cross_choices.h"
#include "views/stats/cross_grid.h"
#include "views/stats/cross_output.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <utility>

namespace views {

CrossPage::CrossPage(wxWindow* parent, const Desk& desk, Background& reader)
    : wxPanel(parent)
    , desk_(desk)
    , reader_(reader)
    , kept_(desk.settings, desk.editor.store().catalog())
    , tables_(new wxChoice(this, wxID_ANY))
    , keep_(new wxButton(this, wxID_ANY, tr("&Keep this table…")))
    , drop_(new wxButton(this, wxID_ANY, tr("&Drop it")))
    , choices_(new CrossChoices(this, desk.editor.store().catalog(), registers(),
          [this](const model::EntityDef& def) {
              return desk_.editor.permission().may_somewhere(model::Action::see, def);
          }))
    , title_(new wxStaticText(this, wxID_ANY, {}))
    , grid_(new CrossGrid(this))
    , current_(new wxStaticText(this, wxID_ANY, {}))
    , told_(new WrappedText(this))
    , open_(new wxButton(this, wxID_ANY, tr("&Open the list of this number")))
    , copy_(new wxButton(this, wxID_ANY, tr("&Copy the table")))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport the table…")))
    , print_(new wxButton(this, wxID_ANY, tr("&Print the table…")))
{
    name_control(tables_, "tables", tr("Ready-made and kept tables"));
    name_control(keep_, "keep");
    name_control(drop_, "drop");
    name_control(title_, "title");
    name_control(current_, "current");
    name_control(told_, "told");
    name_control(open_, "open");
    name_control(copy_, "copy");
    name_control(export_, "export");
    name_control(print_, "print");
    lay_out();
    wire();
    fill_tables(0);
    for (std::size_t i = 0; i < preset_tables().size(); ++i)
        if (const auto question = question_of(
                preset_tables()[i], desk_.editor.store().today(), desk_.editor.store().catalog());
            std::ranges::count(registers(), question.def) > 0) {
            tables_->SetSelection(static_cast<int>(i) + 1);
            choices_->show(question);
            break;
        }
}

/// Those he may look at and that have something to be counted by.
std::vector<const model::EntityDef*> CrossPage::registers() const
{
    const auto viewer = viewer_of(desk_);
    std::vector<const model::EntityDef*> all;
    const auto& catalog = desk_.editor.store().catalog();
    for (const auto* def : catalog.all())
        if (sees(viewer, def->name) && !def->administrative
            && !model::cross_fields(*def, catalog).empty())
            all.push_back(def);
    return all;
}

void CrossPage::lay_out()
{
    constexpr int gap = 8;
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Cross-tables"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    title_->SetFont(title_->GetFont().Bold());
    const auto middle = wxSizerFlags().CenterVertical();
    const auto next = wxSizerFlags(middle).Border(wxLEFT, FromDIP(gap));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, middle);
    top->Add(tables_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
    top->Add(keep_, next);
    top->Add(drop_, next);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {open_, copy_, export_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(gap));
    const auto under = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(gap));
    all->Add(top, around);
    all->Add(choices_, under);
    all->Add(title_, under);
    all->Add(grid_, wxSizerFlags(1).Expand());
    all->Add(current_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap)));
    all->Add(told_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap)));
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void CrossPage::wire()
{
    const auto on = [this](wxButton* button, void (CrossPage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
    };
    on(open_, &CrossPage::open_list);
    on(copy_, &CrossPage::copy);
    on(export_, &CrossPage::export_shown);
    on(print_, &CrossPage::print);
    on(keep_, &CrossPage::keep);
    on(drop_, &CrossPage::drop);
    tables_->Bind(
        wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { choose_table(); }); });
    choices_->on_change = [this] {
        if (asked_ != choices_->question())
            tables_->SetSelection(0);
        guarded(this, [this] { refresh(); });
    };
    choices_->on_leave = [this] { grid_->SetFocus(); };
    grid_->on_open = [this] { guarded(this, [this] { open_list(); }); };
    grid_->on_copy = [this] { guarded(this, [this] { copy(); }); };
    grid_->on_move = [this] { update(); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        told_->wrap(GetClientSize().x - FromDIP(16));
    });
}

/// "Own choice", the ready-made ones, the kept ones.
void CrossPage::fill_tables(int chosen)
{
    tables_->Clear();
    tables_->Append(tr("(my own choice)"));
    for (const auto& preset : preset_tables())
        tables_->Append(tr(preset.label));
    for (const auto& kept : kept_.all())
        tables_->Append(to_wx(kept.name));
    tables_->SetSelection(chosen);
    update();
}

void CrossPage::choose_table()
{
    const auto place = static_cast<std::size_t>(std::max(tables_->GetSelection(), 0));
    const auto ready = preset_tables().size();
    if (place == 0)
        return update();
    const auto question = place <= ready ? question_of(preset_tables()[place - 1],
                              desk_.editor.store().today(), desk_.editor.store().catalog())
                                         : kept_.all().at(place - 1 - ready).question;
    if (!sees(viewer_of(desk_), question.def->name))
        return say(tr(
            "This account may not look at the register {1}", {from_wx(tr(question.def->plural))}));
    choices_->show(question);
    refresh();
    update();
}

void CrossPage::keep()
{
    const auto name = ask_view_name(this, tr("Keep this table"), {});
    if (!name)
        return;
    if (const auto place = kept_.keep(*name, choices_->question()))
        fill_tables(static_cast<int>(1 + preset_tables().size() + *place));
}

void CrossPage::drop()
{
    const auto first = 1 + preset_tables().size();
    const auto place = static_cast<std::size_t>(std::max(tables_->GetSelection(), 0));
    if (place < first)
        return;
    kept_.drop(place - first);
    fill_tables(0);
}

model::CrossSight CrossPage::sight(const model::EntityDef& def) const
{
    const auto permission = desk_.editor.permission();
    return {.condition = permission.extent(model::Action::see, def).condition(def),
        .compares_personal = permission.reads_all_whole(def),
        .through = model::seen_through(permission)};
}

void CrossPage::ask(const model::CrossQuestion& question)
{
    choices_->show(question);
    refresh();
}

void CrossPage::refresh()
{
    const auto question = choices_->question();
    const auto state = desk_.editor.store().state();
    if (asked_ == question && state == state_)
        return;
    asked_ = question;
    state_ = state;
    count(question);
}

/// What is counted for a question that was asked meanwhile comes after it and is not shown.
void CrossPage::count(const model::CrossQuestion& question)
{
    const auto counting = [question, sight = sight(*question.def)](model::RecordStore& store) {
        return std::make_shared<const model::CrossTable>(
            model::cross(store, question, language(), sight));
    };
    if (!desk_.with_file) {
        try {
            return take(counting(desk_.editor.store()));
        } catch (...) {
            return tell_trouble(std::current_exception());
        }
    }
    is_counting_ = true;
    update();
    reader_.run(
        this,
        [with_file = desk_.with_file, counting] {
            std::shared_ptr<const model::CrossTable> table;
            with_file([&](model::RecordStore& store) { table = counting(store); });
            return table;
        },
        [this, question](const auto& table) {
            if (asked_ == question)
                take(table);
        },
        [this, question](const std::exception_ptr& error) {
            if (asked_ == question)
                tell_trouble(error);
        });
}

void CrossPage::take(std::shared_ptr<const model::CrossTable> table)
{
    is_counting_ = false;
    table_ = std::move(table);
    grid_->show(table_);
    title_->SetLabelText(to_wx(model::title_of(table_->question, language())));
    tell(table_->overlaps() ? to_wx(model::notes_of(*table_, language()).back()) : wxString());
    update();
}

/// A filter that is not understood is told where it stands; the table before stays.
void CrossPage::tell_trouble(const std::exception_ptr& error)
{
    is_counting_ = false;
    update();
    try {
        std::rethrow_exception(error);
    } catch (const model::UsageError&) {
        tell(describe(error));
    } catch (...) {
        state_ = {-1, -1};
        show_error(this, error);
    }
}

void CrossPage::tell(const wxString& sentence)
{
    told_->show(sentence);
    told_->wrap(GetClientSize().x - FromDIP(16));
    Layout();
}

void CrossPage::update()
{
    const bool is_new = is_counting_ && !(table_ && asked_ == table_->question);
    const auto first_kept = static_cast<int>(1 + preset_tables().size());
    drop_->Enable(tables_->GetSelection() >= first_kept);
    for (auto* button : {open_, copy_, export_, print_})
        button->Enable(table_ && !is_new);
    current_->SetLabelText(is_new ? tr("Counting…") : grid_->spoken());
}

void CrossPage::focus()
{
    grid_->SetFocus();
}

void CrossPage::open_list()
{
    if (!table_ || !on_open_list)
        return;
    const auto [row, column] = grid_->current();
    on_open_list(*table_->question.def, table_->where(row, column));
}

void CrossPage::copy()
{
    if (!table_)
        return;
    require(model::Action::export_out); // as what is written to a sheet
    note_given(model::audited::copy,
        {model::msgid("The cross-table “{1}” copied"),
            {model::title_of(table_->question, language())}});
    copy_table(*table_);
    say(tr("The table is copied, with its heads"));
}

void CrossPage::require(model::Action action) const
{
    const auto& question = table_->question;
    const auto seen = sight(*question.def);
    auto& store = desk_.editor.store();
    model::Query counted{.def = question.def, .where = seen.condition};
    model::compile(
        question.where, counted, store.catalog(), language(), seen.compares_personal, seen.through);
    model::require_of_all(desk_.editor, action, counted);
}

void CrossPage::note_given(const char* what, model::Message detail) const
{
    model::Audit(desk_.editor.store())
        .note({.what = what,
            .who = desk_.editor.account(),
            .detail = std::move(detail),
            .kind = table_->question.def->id});
}

void CrossPage::export_shown()
{
    if (!table_)
        return;
    require(model::Action::export_out);
    const auto title = model::title_of(table_->question, language());
    wxFileDialog dialog(this, tr("Export the table"), {}, to_wx(title) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("The cross-table “{1}” written to {2}"), {title, path}});
    model::write_cross_table(*table_, model::path_of(path), language());
    say(tr("The table was written to {1}", {path}));
}

void CrossPage::print()
{
    if (!table_)
        return;
    require(model::Action::print);
    auto list = printed(*table_, desk_.editor.store());
    list->on_printed = [this, title = model::title_of(table_->question, language())] {
        note_given(model::audited::print, {model::msgid("The cross-table “{1}” printed"), {title}});
    };
    PrintDialog(wxGetTopLevelParent(this), list).ShowModal();
}

void CrossPage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

} // namespace views
