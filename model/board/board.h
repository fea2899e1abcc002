#pragma once

#include "model/board/snooze.h"
#include "model/board/verdicts.h"
#include "model/commands/permission.h"

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// By when something is to be done; a week ends on its Sunday.
enum class When { overdue, today, this_week, later, undated, put_off };

const char* label_of(When when); ///< msgid

When when_due(const std::optional<Date>& due, Date today);

/// Something to do: what a rule found in a record, or what else waits for somebody.
struct BoardLine {
    Rid rid = 0;                    ///< 0 for what no rule found
    const EntityDef* def = nullptr; ///< none: it concerns no record
    Uuid id;
    const Finding* finding = nullptr; ///< what to do, where and by when
    std::string_view page = {};       ///< where it is done, if that is not the record

    LineName name() const { return {id, std::string(finding->rule), std::string(finding->field)}; }
};

/// What else waits, beside what rules find.
struct BoardNotice {
    Finding finding;
    std::string page; ///< where it is done
    const EntityDef* def = nullptr;
    Uuid id = {};

    bool operator==(const BoardNotice&) const = default;
};

/// What came of bringing a Verdicts up to date, as far as the account has something to do with it:
/// it may see the record, enter or confirm it, and its organisation fills in the field. An office
/// of the county has to do with all that it sees; a township or a sending unit not with what the
/// county lacks.
struct BoardNews {
    bool is_done = false;
    bool is_whole = false;    ///< `lines` is everything
    std::vector<Rid> records; ///< else: those whose lines are these from now on
    std::vector<BoardLine> lines;
    Verdicts::Pool pool; ///< keeps the findings of the lines
    std::size_t judged = 0;
    Date today;
    Instant at = 0;
    std::shared_ptr<struct SortedLines> sorted; ///< by Board::sort()
};

/// Judges for one account, on whatever thread it is called.
class BoardReader {
public:
    explicit BoardReader(const Uuid& account) : account_(account) {}

    /// Throws StoreError.
    BoardNews read(RecordStore& store, const OnJudged& progress = {});

    /// The next read() judges all.
    void forget() { verdicts_.forget(); }

    const Verdicts& verdicts() const { return verdicts_; }

private:
    Uuid account_;
    std::optional<Permission> permission_;
    Verdicts verdicts_;
};

/// What is to be done, grouped by when and by area, the worst first; more than `most_alike` lines
/// that say the same of different records are one row until it is opened.
class Board {
public:
    static constexpr std::size_t most_alike = 20;
    static constexpr std::size_t most_shown = 1000; ///< rows of one opened kind

    enum class Grouping { when, area };

    explicit Board(Date today);

    /// Sorts the lines of news that are everything, for whoever has time: take() need not then.
    static void sort(BoardNews& news, Grouping grouping, const std::vector<Snooze>& snoozes);

    /// Brings it up to date; takes as long as there are lines in the news, but for sorted ones.
    void take(const BoardNews& news);

    /// What waits beside it, all of it. The findings are copied.
    void take_notices(std::vector<BoardNotice> notices);
    const std::vector<BoardNotice>& notices() const { return notices_; }

    void take_snoozes(const std::vector<Snooze>& snoozes);

    void group_by(Grouping grouping);
    Grouping grouping() const { return grouping_; }

    using Kind = struct KindOfLines; ///< lines that say the same

    /// What is to be seen, from the top.
    struct Row {
        enum class What { group, kind, line, more } what = What::line;
        std::size_t group = 0; ///< of groups()
        const Kind* kind = nullptr;
        const BoardLine* line = nullptr; ///< of a kind: its first
    };
    const std::vector<Row>& rows() const { return rows_; }

    struct Group {
        When when = When::undated;  ///< where that is what they are grouped by
        const char* area = nullptr; ///< msgid, else
        std::size_t count = 0;
    };
    const std::vector<Group>& groups() const { return groups_; }

    static std::size_t count(const Kind& kind);
    static When when(const Kind& kind);
    static const char* area(const Kind& kind); ///< msgid
    bool is_open(const Kind& kind) const;
    void open(const Kind& kind, bool open);

    /// Of a line that is put off.
    const Snooze* snooze_of(const BoardLine& line) const;

    /// The row of that line, if it is shown.
    std::optional<std::size_t> row_of(const LineName& line) const;

    /// All lines but those put off; of those, what will not wait: due by the end of the week, or
    /// more than a reminder. The latter also of one register.
    std::size_t size() const;
    std::size_t pressing() const;
    std::size_t pressing(const EntityDef& def) const;

    bool is_judged() const { return is_judged_; }
    std::size_t judged() const { return judged_; }
    Instant at() const { return at_; }
    Date today() const { return today_; }

private:
    void put_notices();
    void lay_rows();
    void add_group(const Kind& kind);
    void add_kind(const Kind& kind);

    Grouping grouping_ = Grouping::when;
    std::shared_ptr<SortedLines> sorted_;
    std::vector<Row> rows_;
    std::vector<Group> groups_;
    std::deque<BoardLine> shown_; ///< what rows_ point to
    std::set<std::string> opened_;
    std::vector<BoardNotice> notices_;
    Verdicts::Pool pool_;
    bool is_judged_ = false;
    std::size_t judged_ = 0;
    Date today_;
    Instant at_ = 0;
};

} // namespace model
