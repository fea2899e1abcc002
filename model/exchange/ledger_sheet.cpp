#include "model/exchange/ledger_sheet.h"

#include "model/base/text.h"
#include "model/exchange/typed_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace model {

namespace {

enum Column {
    type,
    day,
    object,
    kind,
    line,
    count,
    minutes,
    points,
    adjusts,
    reason,
    approver,
    source,
    scorer,
    voter,
    at,
    from,
    to
};

constexpr std::pair<std::string_view, std::string_view> heads[]{
    {"类型", "type"},
    {"日期", "date"},
    {"对象", "object"},
    {"对象类别", "kind"},
    {"条款", "line"},
    {"次数", "count"},
    {"分钟", "minutes"},
    {"分值", "points"},
    {"更正行", "adjusts"},
    {"原因", "reason"},
    {"批准人", "approver"},
    {"依据", "source"},
    {"评分方", "scorer"},
    {"评分人", "voter"},
    {"所在", "at"},
    {"起", "from"},
    {"止", "to"},
};

constexpr std::pair<std::string_view, AssessedKind> kind_words[]{
    {"单位", AssessedKind::unit},
    {"窗口", AssessedKind::window},
    {"人员", AssessedKind::staff},
    {"首席代表", AssessedKind::chief},
    {"站点", AssessedKind::outlet},
};

/// What keeps a row out.
struct RowTrouble {
    Message what;
};

class LedgerReading {
public:
    LedgerReading(const AssessmentMethod& method, std::string file)
        : method_(method)
        , file_(std::move(file))
    {
    }

    LedgerSheet all(SheetReader& reader)
    {
        SheetRow row;
        if (!reader.next(row) || !find_heads(row))
            throw SheetError(
                {msgid("{1} is no ledger: its first row must have the heads 日期 (date), "
                       "对象 (object) and 条款 (line)"),
                    {file_}});
        while (reader.next(row))
            try {
                take(row);
            } catch (const RowTrouble& trouble) {
                sheet_.problems.push_back({row.number, trouble.what});
            }
        return std::move(sheet_);
    }

private:
    bool find_heads(const SheetRow& row)
    {
        places_.fill(-1);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            for (std::size_t head = 0; head < std::size(heads); ++head)
                if (const auto word = folded(row.cells[i].text);
                    word == heads[head].first || word == heads[head].second)
                    places_[head] = static_cast<int>(i);
        return places_[day] >= 0 && places_[object] >= 0 && places_[line] >= 0;
    }

    std::string cell(Column column) const
    {
        const auto place = places_[column];
        if (place < 0 || static_cast<std::size_t>(place) >= row_->cells.size())
            return {};
        return trimmed(half_width(row_->cells[static_cast<std::size_t>(place)].text));
    }

    [[noreturn]] static void refuse(Message what) { throw RowTrouble{std::move(what)}; }

    std::string needed(Column column) const
    {
        auto text = cell(column);
        if (text.empty())
            refuse({msgid("“{1}” is missing"), {std::string(heads[column].first)}});
        return text;
    }

    std::optional<std::int64_t> number(Column column) const
    {
        const auto text = cell(column);
        if (text.empty())
            return std::nullopt;
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size())
            refuse({msgid("“{1}” must be a whole number, not “{2}”"),
                {std::string(heads[column].first), text}});
        return number;
    }

    std::optional<Points> points_of(Column column) const
    {
        const auto text = cell(column);
        if (text.empty())
            return std::nullopt;
        const auto points = Points::parse(text);
        if (!points)
            refuse({msgid("“{1}” must be points with at most two places, not “{2}”"),
                {std::string(heads[column].first), text}});
        return points;
    }

    std::optional<Date> date(Column column) const
    {
        const auto text = cell(column);
        if (text.empty())
            return std::nullopt;
        const auto date = parse_typed_date(text, Date{});
        if (!date)
            refuse({msgid("“{1}” must be a day of the calendar such as \"2026-01-31\", not “{2}”"),
                {std::string(heads[column].first), text}});
        return date;
    }

    AssessedKind kind_of(AssessedKind usual) const
    {
        const auto word = cell(kind);
        if (word.empty())
            return usual;
        for (const auto& [name, known] : kind_words)
            if (word == name
                || word == choices_of<AssessedKind>[static_cast<std::size_t>(known)].code)
                return known;
        refuse({msgid("“{1}” does not know the word “{2}”: it takes {3}"),
            {std::string(heads[kind].first), word, "单位 / 窗口 / 人员 / 首席代表 / 站点"}});
    }

    Uuid object_of(AssessedKind kind, const std::string& name)
    {
        const auto id = Uuid::named("assessed " + std::to_string(static_cast<int>(kind)), name);
        if (seen_.insert(id).second)
            sheet_.objects.push_back({id, kind, name});
        return id;
    }

    static Uuid id_of(int row) { return Uuid::named("ledger row", std::to_string(row)); }

    void take(const SheetRow& row)
    {
        row_ = &row;
        const auto word = cell(type);
        if (word.empty() || word == "记录" || word == "event")
            take_event();
        else if (word == "评分" || word == "ballot")
            take_ballot();
        else if (word == "在岗" || word == "presence")
            take_presence();
        else if (word == "得分" || word == "score")
            take_score();
        else
            refuse({msgid("“{1}” does not know the word “{2}”: it takes {3}"),
                {std::string(heads[type].first), word, "记录 / 评分 / 在岗 / 得分"}});
    }

    AssessedKind main_kind() const { return method_.objects.front(); }

    void take_event()
    {
        PointEntry entry;
        entry.id = id_of(row_->number);
        entry.line = needed(line);
        const auto* rule = method_.line(entry.line);
        const auto name = needed(object);
        const auto on = date(day);
        if (!on)
            needed(day);
        entry.day = *on;
        entry.minutes = number(minutes);
        entry.points = points_of(points);
        entry.reason = cell(reason);
        entry.approver = cell(approver);
        entry.source = cell(source);
        if (const auto adjusted = number(adjusts))
            entry.adjusts = id_of(static_cast<int>(*adjusted));
        entry.count = number(count).value_or(entry.adjusts ? 0 : 1);
        entry.object = object_of(kind_of(rule ? rule->object : main_kind()), name);
        sheet_.rows.emplace(entry.id, row_->number);
        sheet_.entries.push_back(std::move(entry));
    }

    void take_ballot()
    {
        CastBallot ballot;
        ballot.id = id_of(row_->number);
        ballot.scorer = needed(scorer);
        for (const auto& known : method_.composition)
            if (known.name == ballot.scorer)
                ballot.scorer = known.code;
        ballot.voter = needed(voter);
        const auto given = points_of(points);
        if (!given)
            needed(points);
        ballot.points = *given;
        ballot.object = object_of(kind_of(main_kind()), needed(object));
        sheet_.rows.emplace(ballot.id, row_->number);
        sheet_.ballots.push_back(std::move(ballot));
    }

    /// People serve at windows, windows for units.
    void take_presence()
    {
        const auto first = date(from);
        const auto last = date(to);
        const auto name = needed(object);
        const auto its_kind = kind_of(AssessedKind::staff);
        Presence presence{.object = object_of(its_kind, name), .at = {}, .from = first, .to = last};
        const bool is_person = its_kind == AssessedKind::staff || its_kind == AssessedKind::chief;
        if (const auto host = cell(at); !host.empty())
            presence.at = object_of(is_person ? AssessedKind::window : AssessedKind::unit, host);
        sheet_.presence.push_back(presence);
    }

    void take_score()
    {
        const auto given = points_of(points);
        if (!given)
            needed(points);
        sheet_.known.push_back({object_of(kind_of(AssessedKind::staff), needed(object)), *given});
    }

    const AssessmentMethod& method_;
    std::string file_;
    std::array<int, std::size(heads)> places_{};
    const SheetRow* row_ = nullptr;
    LedgerSheet sheet_;
    std::set<Uuid> seen_;
};

} // namespace

LedgerSheet read_ledger_sheet(
    const std::filesystem::path& path, const AssessmentMethod& method, const SheetOptions& options)
{
    const auto reader = open_sheet(path, options);
    return LedgerReading(method, file_name(path)).all(*reader);
}

} // namespace model
