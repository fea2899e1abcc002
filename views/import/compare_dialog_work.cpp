// What the window of comparisons does with the file.
#include "model/base/files.h"
#include "model/entities/item.h"
#include "model/exchange/comparison_sheet.h"
#include "model/exchange/edition_keep.h"
#include "model/exchange/head_memory.h"
#include "views/import/compare_dialog.h"
#include "views/import/compare_page.h"
#include "views/import/kept_comparisons.h"
#include "views/import/source_page.h"
#include "views/import/type_codes_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/tr.h"

#include <wx/filedlg.h>

namespace views {

void CompareDialog::look()
{
    if (!draft_.sheet.has_sheet())
        return source_->show();
    say({});
    bar_.name_work(tr("Reading the sheet"));
    work_.run(
        [def = draft_.sheet.def, path = draft_.sheet.path, options = draft_.sheet.options](
            model::RecordStore& store, const model::Progress&) {
            return model::look_at_sheet(store, *def, path, options);
        },
        [this](model::SheetLook& found) {
            draft_.sheet.look = std::move(found);
            source_->show();
            update();
        },
        [this](const std::exception_ptr& error) {
            draft_.sheet.look = {};
            source_->show(describe(error));
            update();
        });
}

void CompareDialog::show_kept()
{
    kept_->show(model::kept_editions(desk_.editor.store()));
    kept_->GetParent()->Layout();
}

model::EditionOptions CompareDialog::options() const
{
    return {.sheet = draft_.sheet.options, .types = draft_.types};
}

/// Works with the file; what is found is shown.
template <class Work>
void CompareDialog::run(const char* what, Work work)
{
    say({});
    bar_.name_work(tr(what));
    work_.run(
        std::move(work), [this](Found& found) { show_found(found); },
        [this](const std::exception_ptr& error) { say(describe(error)); });
}

void CompareDialog::show_found(Found& found)
{
    if (found.edition.cancelled || found.comparison.cancelled)
        return say(tr("Stopped; the edition was not compared to its end."));
    if (found.outcome && found.outcome->cancelled)
        return say(tr("Stopped; nothing was taken in."));
    const auto outcome = std::move(found.outcome);
    const auto taken_back = std::move(found.taken_back);
    draft_.take(std::move(found.edition), std::move(found.comparison));
    go_to(compare);
    if (outcome)
        tell(*outcome);
    if (taken_back)
        tell_taken_back(*taken_back);
}

void CompareDialog::compare_sheet()
{
    run(model::msgid("Comparing"),
        [path = draft_.sheet.path, options = options(), account = desk_.editor.account()](
            model::RecordStore& store, const model::Progress& progress) {
            Found found;
            found.edition = model::read_edition(store, path, options, progress);
            if (found.edition.cancelled)
                return found;
            found.comparison =
                model::compare(store, found.edition, options.sheet.languages, progress);
            if (found.comparison.cancelled)
                return found;
            if (!options.sheet.map.empty())
                model::remember_heads(store, model::def_of<model::Item>(), found.edition.plan.heads,
                    options.sheet.map);
            model::keep_what_is_open(store, account, found.edition, found.comparison);
            return found;
        });
}

/// The same rows by other terms: what is covered, what type codes mean.
void CompareDialog::compare_again()
{
    auto edition = draft_.edition;
    edition.covered = compare_->covered();
    for (const auto& [code, ours] : draft_.types)
        edition.types[code] = ours;
    run(model::msgid("Comparing"),
        [edition = std::move(edition), languages = draft_.sheet.options.languages,
            says_types = !draft_.types.empty(), account = desk_.editor.account()](
            model::RecordStore& store, const model::Progress& progress) {
            Found found{.edition = edition, .comparison = {}};
            found.comparison = model::compare(store, edition, languages, progress);
            if (found.comparison.cancelled)
                return found;
            if (says_types)
                model::remember_type_codes(store, edition);
            model::keep_what_is_open(store, account, edition, found.comparison);
            return found;
        });
}

void CompareDialog::resume(std::int64_t no)
{
    forget_sheet();
    run(model::msgid("Comparing"),
        [no, languages = draft_.sheet.options.languages](
            model::RecordStore& store, const model::Progress& progress) {
            Found found;
            found.edition = model::kept_edition(store, no);
            found.comparison = model::compare(store, found.edition, languages, progress);
            return found;
        });
}

void CompareDialog::drop(std::int64_t no)
{
    model::drop_edition(desk_.editor.store(), no);
    show_kept();
    update();
    focus();
}

void CompareDialog::ask_types()
{
    TypeCodesDialog dialog(this, draft_.comparison.types);
    if (dialog.ShowModal() != wxID_OK)
        return;
    draft_.types = dialog.codes();
    compare_again();
}

/// One step; then what is left is found out anew.
void CompareDialog::take_in()
{
    const auto day = compare_->day();
    if (!day)
        return say(tr("From which day on items are cancelled cannot be read: write it as "
                      "2026-01-31"));
    model::EditionTerms terms{.on = *day,
        .reason = from_wx(tr("Not in the edition {1}", {draft_.edition.name})),
        .document = compare_->document()};
    run(model::msgid("Taking in"),
        [account = desk_.editor.account(), edition = draft_.edition, comparison = draft_.comparison,
            choices = draft_.choices(), terms, languages = draft_.sheet.options.languages,
            before = desk_.backups.before_import](
            model::RecordStore& store, const model::Progress& progress) {
            if (before)
                before(store);
            model::Editor editor(store, account);
            Found found{.edition = edition, .comparison = {}};
            found.outcome =
                model::accept_edition(editor, edition, comparison, choices, terms, progress);
            if (found.outcome->cancelled)
                return found;
            found.comparison = model::compare(store, edition, languages);
            model::keep_what_is_open(store, account, edition, found.comparison);
            return found;
        });
}

void CompareDialog::tell(const model::EditionOutcome& outcome)
{
    has_written_ = has_written_ || outcome.command != 0;
    if (outcome.command != 0)
        taken_.push_back(outcome.command);
    const auto open =
        draft_.comparison.entries.size() + static_cast<std::size_t>(draft_.comparison.unreadable);
    auto text = open == 0
        ? tr("{1} items are taken in; Undo takes them back as a whole. Nothing is left open.",
            {std::to_string(outcome.taken)})
        : tr("{1} items are taken in; Undo takes them back as a whole. {2} lines are left open "
             "and kept.",
            {std::to_string(outcome.taken), std::to_string(open)});
    if (outcome.units > 0)
        text += " " + tr("Units made on the way: {1}.", {std::to_string(outcome.units)});
    if (!outcome.refused.empty())
        text += "\n"
            + tr("{1} were not taken: {2}",
                {std::to_string(outcome.refused.size()),
                    from_wx(tr(outcome.refused.front().second))});
    say(text);
}

void CompareDialog::undo()
{
    if (work_.is_running() || step_ != compare)
        return;
    if (taken_.empty())
        return say(tr("In this window nothing was taken in that could be taken back"));
    run(model::msgid("Taking back"),
        [account = desk_.editor.account(), edition = draft_.edition, command = taken_.back(),
            languages = draft_.sheet.options.languages](
            model::RecordStore& store, const model::Progress&) {
            Found found{.edition = edition, .comparison = {}};
            found.taken_back = model::Editor(store, account).undo_step(command);
            found.comparison = model::compare(store, edition, languages);
            model::keep_what_is_open(store, account, edition, found.comparison);
            return found;
        });
}

void CompareDialog::tell_taken_back(const model::Outcome& outcome)
{
    taken_.pop_back();
    auto text = tr("What was taken in last is taken back; it is open again.");
    if (!outcome.findings.empty())
        text += "\n" + tr(outcome.findings.front().message);
    say(text);
}

void CompareDialog::save_sheet()
{
    const auto permission = desk_.editor.permission();
    const auto& def = model::def_of<model::Item>();
    if (!permission.may_somewhere(model::Action::export_out, def))
        return say(tr(permission.why_not(model::Action::export_out)));
    const auto name = model::text_of(model::path_of(draft_.edition.name).stem());
    wxFileDialog dialog(this, tr("Export the comparison"), {},
        tr("Comparison with {1}", {name}) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    guarded(this, [&] {
        const auto path = from_wx(dialog.GetPath());
        auto& store = desk_.editor.store();
        // Before anything is given away: a log that cannot be written keeps it back.
        model::Audit(store).note({.what = model::audited::export_rows,
            .who = desk_.editor.account(),
            .detail = {model::msgid("The comparison with {1} written to {2}"),
                {draft_.edition.name, path}},
            .kind = def.id});
        model::write_comparison(store, draft_.edition, draft_.comparison,
            draft_.marked() > 0 ? draft_.taken : std::vector<bool>{}, model::path_of(path),
            language());
        say(tr("The comparison was saved as {1}", {path}));
    });
}

} // namespace views
