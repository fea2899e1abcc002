#include "model/exchange/import.h"

#include "model/base/text.h"
#include "model/commands/new_record.h"
#include "model/exchange/block.h"
#include "model/exchange/head_memory.h"
#include "model/exchange/import_runs.h"
#include "model/exchange/import_source.h"
#include "model/exchange/row_taker.h"
#include "model/exchange/sheet_leavings.h"
#include "model/exchange/staff_roster.h"
#include "model/exchange/units_on_the_way.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

namespace model {

namespace {

/// Lists of these name units that nobody has entered yet.
constexpr std::array<std::string_view, 2> makes_units{"item", "window"};

constexpr int rows_between_reports = 500;

/// A sheet of so many rows and bytes of text is held in memory rather than read twice.
constexpr std::size_t most_rows_held = 10'000;
constexpr std::size_t most_bytes_held = 8U << 20U;

std::size_t bytes_of(const SheetRow& row)
{
    std::size_t bytes = 0;
    for (const auto& cell : row.cells)
        bytes += sizeof cell + cell.text.size();
    return bytes;
}

/// How many rows of which kind there were before another one.
struct Counts {
    explicit Counts(const ImportResult& result)
        : added(result.new_)
        , changed(result.changed)
        , wrong(result.wrong)
    {
    }

    RowState state_of_next(const ImportResult& result) const
    {
        return result.wrong > wrong    ? RowState::wrong
            : result.new_ > added      ? RowState::added
            : result.changed > changed ? RowState::changed
                                       : RowState::same;
    }

    int added;
    int changed;
    int wrong;
};

/// The sheet of a workbook is named where there are several.
std::string name_of_sheet(const std::filesystem::path& path, const ImportOptions& options)
{
    const auto sheets = options.pasted ? std::vector<std::string>{} : sheet_names(path);
    if (sheets.size() < 2)
        return file_name(path);
    return file_name(path) + "（" + (options.sheet.empty() ? sheets.front() : options.sheet) + "）";
}

/// Rows that are known to be wrong, with what is wrong in them.
using WrongRows = std::map<int, std::vector<ImportError>>;

/// One run over one sheet.
class Import {
public:
    Import(RecordStore& store, const Account& account, const EntityDef& def,
        const std::filesystem::path& path, const ImportOptions& options, const Progress& progress);

    /// The rows are not looked at again, only told.
    void leave_out(const WrongRows& wrong) { left_out_rows_ = &wrong; }

    ImportResult run();

private:
    void expect_mapped_heads() const;
    ImportPlan plan(SheetReader& reader) const;
    Step step() const;
    void hold_rows();
    void each_row(SheetReader& reader, const ImportPlan& plan,
        const std::function<bool(const SheetRow&)>& visit) const;
    void each_row_again(const std::function<void(const SheetRow&)>& visit) const;
    void take_rows();
    bool is_left_out(const SheetRow& row);
    void keep(const SheetRow& row, RowState state, const RowTaker& rows);
    void note_what_was_left();

    RecordStore& store_;
    const Account& account_;
    const EntityDef& def_;
    const std::filesystem::path& path_;
    const ImportOptions& options_;
    const Progress& progress_;
    HeadWords words_;
    std::unique_ptr<SheetReader> reader_;
    ImportPlan plan_;
    std::deque<SheetRow> held_; ///< the next rows of the reader, if it was read ahead
    bool holds_all_ = false;
    Snapshot snapshot_;
    UnitsOnTheWay units_;
    ImportResult result_;
    SheetLeavings leavings_;
    const WrongRows* left_out_rows_ = nullptr;
};

Import::Import(RecordStore& store, const Account& account, const EntityDef& def,
    const std::filesystem::path& path, const ImportOptions& options, const Progress& progress)
    : store_(store)
    , account_(account)
    , def_(def)
    , path_(path)
    , options_(options)
    , progress_(progress)
    , words_(head_words(def, options))
    , reader_(open_import(path, options))
    , plan_(plan(*reader_))
    , snapshot_(store)
    , units_(store, snapshot_, plan_, [this](const auto& visit) { each_row_again(visit); })
    , leavings_(plan_, first_language(options), options.block != nullptr)
{
}

/// A head that is mapped and nowhere in the sheet is misspelt: the column it means would be left
/// out unseen.
void Import::expect_mapped_heads() const
{
    for (const auto& [mapped, field] : options_.map)
        if (std::ranges::none_of(plan_.heads,
                [&](const auto& head) { return bare_head(head) == bare_head(mapped); }))
            throw UsageError({msgid("The sheet has no head “{1}”; its heads are {2}"),
                {mapped, join(plan_.heads, "、")}});
}

ImportPlan Import::plan(SheetReader& reader) const
{
    if (options_.block)
        return plan_of(*options_.block);
    return plan_import(reader, def_, words_, name_of_sheet(path_, options_),
        first_language(options_), options_.head_row);
}

Step Import::step() const
{
    if (options_.block)
        return {.label = options_.block->label,
            .account = account_,
            .document = options_.block->document};
    return {.label = {msgid("Import {1}"), {file_name(path_)}},
        .account = account_,
        .what = audited::import_rows};
}

/// Reads ahead, as far as memory is spared.
void Import::hold_rows()
{
    std::size_t bytes = 0;
    while (held_.size() < most_rows_held && bytes < most_bytes_held) {
        SheetRow row;
        row.cells.reserve(plan_.heads.size());
        holds_all_ = !reader_->next(row);
        if (holds_all_)
            return;
        bytes += bytes_of(row);
        held_.push_back(std::move(row));
    }
}

/// The rows of the sheet, until `visit` has enough.
void Import::each_row(SheetReader& reader, const ImportPlan& plan,
    const std::function<bool(const SheetRow&)>& visit) const
{
    if (plan.first_row && !visit(*plan.first_row))
        return;
    if (&reader == reader_.get())
        for (const auto& row : held_)
            if (!visit(row))
                return;
    SheetRow row;
    while (reader.next(row))
        if (!visit(row))
            return;
}

void Import::each_row_again(const std::function<void(const SheetRow&)>& visit) const
{
    const auto visit_record = [&](const SheetRow& row, const ImportPlan& plan) {
        if (kind_of(row, plan) == RowKind::record)
            visit(row);
    };
    if (holds_all_) {
        if (plan_.first_row)
            visit_record(*plan_.first_row, plan_);
        for (const auto& row : held_)
            visit_record(row, plan_);
        return;
    }
    const auto reader = open_import(path_, options_);
    const auto again = plan(*reader);
    each_row(*reader, again, [&](const SheetRow& row) {
        visit_record(row, again);
        return true;
    });
}

ImportResult Import::run()
{
    expect_mapped_heads();
    result_.heads = plan_.heads;
    result_.not_taken = plan_.ignored;
    for (const auto& need : needs_of(def_, EntryWay::sheet))
        if (std::ranges::none_of(
                need, [&](const FieldDef* field) { return plan_.source(field->name); }))
            result_.no_column.push_back(need.front());
    if (options_.dry_run) {
        take_rows();
        return std::move(result_);
    }
    // The batch is the inner one, so that the run is noted in its transaction.
    Transaction transaction(store_.db());
    take_rows();
    if (result_.command && options_.block) {
        transaction.commit();
    } else if (result_.command) {
        result_.run = record_import(store_, account_, def_, path_, options_, result_);
        if (!options_.map.empty())
            remember_heads(store_, def_, plan_.heads, options_.map);
        transaction.commit();
    }
    return std::move(result_);
}

void Import::take_rows()
{
    const bool makes =
        !options_.block && std::ranges::find(makes_units, def_.name) != makes_units.end();
    if (makes && units_.reads_again())
        hold_rows();
    std::optional<Batch> batch;
    if (!options_.dry_run)
        batch.emplace(store_, step());
    const auto rows =
        row_taker({store_, account_, snapshot_, units_, plan_, def_, options_, result_}, makes);
    int until_report = rows_between_reports;
    each_row(*reader_, plan_, [&](const SheetRow& row) {
        if (kind_of(row, plan_) != RowKind::record) {
            leavings_.note_no_record();
            return true;
        }
        leavings_.note(row);
        const Counts before(result_);
        if (!is_left_out(row))
            rows->take(row, batch ? &*batch : nullptr);
        if (options_.keep_rows)
            keep(row, before.state_of_next(result_), *rows);
        // All or nothing: what follows a wrong row is only looked at.
        if (result_.wrong > 0 && !options_.good_rows)
            batch.reset();
        if (progress_ && --until_report == 0) {
            until_report = rows_between_reports;
            result_.cancelled = !progress_(reader_->done());
        }
        return !result_.cancelled;
    });
    rows->finish();
    note_what_was_left();
    if (batch && !result_.cancelled)
        result_.command = batch->commit();
}

bool Import::is_left_out(const SheetRow& row)
{
    if (!left_out_rows_ || !left_out_rows_->contains(row.number))
        return false;
    ++result_.wrong;
    const auto& errors = left_out_rows_->at(row.number);
    result_.errors.insert(result_.errors.end(), errors.begin(), errors.end());
    return true;
}

void Import::keep(const SheetRow& row, RowState state, const RowTaker& rows)
{
    ImportedRow kept{.number = row.number, .state = state, .changes = rows.changes()};
    for (std::size_t i = 0; i < plan_.heads.size(); ++i)
        kept.cells.push_back(i < row.cells.size() ? row.cells[i].text : std::string());
    result_.rows.push_back(std::move(kept));
}

void Import::note_what_was_left()
{
    if (result_.new_ + result_.changed + result_.same + result_.wrong == 0)
        result_.notes.push_back({msgid("The sheet has heads and no record under them")});
    leavings_.tell(result_.notes);
    if (units_.count() > 0)
        result_.notes.push_back(
            {options_.dry_run ? msgid("Units that would be made because the sheet names them: {1}")
                              : msgid("Units made because the sheet names them: {1}"),
                {std::to_string(units_.count())}});
}

} // namespace

bool ImportResult::is_of_no_column(const ImportError& error, const Translate& translate) const
{
    return !error.at && std::ranges::any_of(no_column, [&](const FieldDef* field) {
        return error.column == translate(field->label);
    });
}

namespace {

/// A line of a roster is several records, and is taken whole or not at all also where others are
/// left out: so it is known which are wrong before anything is written.
ImportResult import_whole_lines(RecordStore& store, const Account& account, const EntityDef& def,
    const std::filesystem::path& path, const ImportOptions& options, const Progress& progress)
{
    auto trial = options;
    trial.dry_run = true;
    WrongRows wrong;
    for (bool is_known = false; !is_known;) {
        Import import(store, account, def, path, trial, progress);
        import.leave_out(wrong);
        auto found = import.run();
        if (found.cancelled)
            return found;
        const auto before = wrong.size();
        wrong.clear();
        for (auto& error : found.errors)
            wrong[error.row].push_back(std::move(error));
        is_known = wrong.size() == before;
    }
    Import import(store, account, def, path, options, progress);
    import.leave_out(wrong);
    return import.run();
}

} // namespace

ImportResult import_sheet(RecordStore& store, const Account& account, const EntityDef& def,
    const std::filesystem::path& path, const ImportOptions& options, const Progress& progress)
{
    if (roster_of(def) && options.good_rows && !options.dry_run)
        return import_whole_lines(store, account, def, path, options, progress);
    return Import(store, account, def, path, options, progress).run();
}

} // namespace model
