#include "model/assessing/basis_text.h"

#include "model/assessment/method_reader.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <map>

namespace model {

namespace {

namespace json = boost::json;

constexpr std::int64_t version = 1;

/// For the mark of a text and how many parts it has.
constexpr std::size_t mark_room = 60;

[[noreturn]] void refuse()
{
    throw Error({msgid("What the scores of the period rest on cannot be read")});
}

std::string_view code_of(AssessedKind kind)
{
    return choices_of<AssessedKind>.at(static_cast<std::size_t>(kind)).code;
}

std::string_view code_of(PeriodKind kind)
{
    return choices_of<PeriodKind>.at(static_cast<std::size_t>(kind)).code;
}

template <class Enum>
Enum enum_of(std::string_view code)
{
    const auto& choices = choices_of<Enum>;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].code == code)
            return static_cast<Enum>(i);
    refuse();
}

json::value text_of(const std::optional<Uuid>& id)
{
    return id ? json::value(id->text()) : json::value();
}

json::value text_of(const std::optional<Date>& day)
{
    return day ? json::value(to_iso(*day)) : json::value();
}

json::value text_of(const std::optional<Points>& points)
{
    return points ? json::value(points->text()) : json::value();
}

/// Rows are arrays: tens of thousands of them name no field each.
json::array to_json(const PointEntry& entry)
{
    return {entry.id.text(), entry.object.text(), to_iso(entry.day), entry.line, entry.count,
        entry.minutes ? json::value(*entry.minutes) : json::value(), text_of(entry.points),
        text_of(entry.adjusts), entry.reason, entry.approver, entry.source};
}

json::array to_json(const Presence& presence)
{
    return {
        presence.object.text(), text_of(presence.at), text_of(presence.from), text_of(presence.to)};
}

json::array to_json(const CastBallot& ballot)
{
    return {
        ballot.id.text(), ballot.object.text(), ballot.scorer, ballot.voter, ballot.points.text()};
}

json::array to_json(const KnownScore& known)
{
    return {known.object.text(), known.points.text()};
}

template <class Rows>
json::array rows_json(const Rows& rows)
{
    json::array all;
    all.reserve(rows.size());
    for (const auto& row : rows)
        all.push_back(to_json(row));
    return all;
}

/// A row of the text, read cell after cell.
class RowOf {
public:
    explicit RowOf(const json::value& row) : cells_(row.as_array()) {}

    std::string text() { return std::string(next().as_string()); }
    std::int64_t number() { return next().as_int64(); }
    Uuid id() { return id_of(next()); }
    Date day() { return day_of(next()); }
    Points points() { return points_of(next()); }

    std::optional<std::int64_t> maybe_number()
    {
        const auto& cell = next();
        return cell.is_null() ? std::nullopt : std::optional(cell.as_int64());
    }
    std::optional<Uuid> maybe_id()
    {
        const auto& cell = next();
        return cell.is_null() ? std::nullopt : std::optional(id_of(cell));
    }
    std::optional<Date> maybe_day()
    {
        const auto& cell = next();
        return cell.is_null() ? std::nullopt : std::optional(day_of(cell));
    }
    std::optional<Points> maybe_points()
    {
        const auto& cell = next();
        return cell.is_null() ? std::nullopt : std::optional(points_of(cell));
    }

private:
    const json::value& next() { return cells_.at(at_++); }

    static Uuid id_of(const json::value& cell)
    {
        const auto id = Uuid::parse(std::string(cell.as_string()));
        return id ? *id : (refuse(), Uuid());
    }
    static Date day_of(const json::value& cell)
    {
        const auto day = parse_iso_date(std::string(cell.as_string()));
        return day ? *day : (refuse(), Date());
    }
    /// With four places: the mean of others' scores has them.
    static Points points_of(const json::value& cell)
    {
        const auto points = Points::parse(std::string(cell.as_string()));
        return points ? *points : (refuse(), Points());
    }

    const json::array& cells_;
    std::size_t at_ = 0;
};

void read_rows(PeriodInput& input, const json::object& all)
{
    for (const auto& cells : all.at("objects").as_array()) {
        RowOf row(cells);
        const auto id = row.id();
        input.objects.push_back({id, enum_of<AssessedKind>(row.text()), {}});
    }
    for (const auto& cells : all.at("entries").as_array()) {
        RowOf row(cells);
        PointEntry entry;
        entry.id = row.id();
        entry.object = row.id();
        entry.day = row.day();
        entry.line = row.text();
        entry.count = row.number();
        entry.minutes = row.maybe_number();
        entry.points = row.maybe_points();
        entry.adjusts = row.maybe_id();
        entry.reason = row.text();
        entry.approver = row.text();
        entry.source = row.text();
        input.entries.push_back(std::move(entry));
    }
    for (const auto& cells : all.at("presence").as_array()) {
        RowOf row(cells);
        Presence presence;
        presence.object = row.id();
        presence.at = row.maybe_id();
        presence.from = row.maybe_day();
        presence.to = row.maybe_day();
        input.presence.push_back(presence);
    }
    for (const auto& cells : all.at("ballots").as_array()) {
        RowOf row(cells);
        CastBallot ballot;
        ballot.id = row.id();
        ballot.object = row.id();
        ballot.scorer = row.text();
        ballot.voter = row.text();
        ballot.points = row.points();
        input.ballots.push_back(std::move(ballot));
    }
    for (const auto& cells : all.at("known").as_array()) {
        RowOf row(cells);
        const auto object = row.id();
        input.known.push_back({object, row.points()});
    }
}

} // namespace

std::string basis_text(const PeriodInput& input, std::string_view method_file)
{
    json::array objects;
    for (const auto& object : input.objects)
        objects.push_back(json::array{object.id.text(), json::value(code_of(object.kind))});
    json::object all{{"version", version}, {"method", json::value(method_file)},
        {"kind", json::value(code_of(input.period.kind))}, {"first", to_iso(input.period.first)},
        {"objects", std::move(objects)}, {"entries", rows_json(input.entries)},
        {"presence", rows_json(input.presence)}, {"ballots", rows_json(input.ballots)},
        {"known", rows_json(input.known)}};
    return json::serialize(all);
}

PeriodInput read_basis(std::string_view text)
{
    try {
        const auto value = json::parse(json::string_view(text.data(), text.size()));
        const auto& all = value.as_object();
        if (all.at("version").as_int64() != version)
            refuse();
        auto reading = read_method(std::string(all.at("method").as_string()));
        const auto first = parse_iso_date(std::string(all.at("first").as_string()));
        if (!reading.method || !first)
            refuse();
        const auto kind = enum_of<PeriodKind>(std::string(all.at("kind").as_string()));
        PeriodInput input{.method = std::move(*reading.method),
            .period = AssessmentPeriod::of(kind, *first),
            .objects = {},
            .entries = {},
            .presence = {},
            .ballots = {},
            .known = {},
            .units = {}};
        read_rows(input, all);
        return input;
    } catch (const std::exception&) {
        refuse();
    }
}

std::vector<std::string> in_parts(std::string_view text, std::size_t longest)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto end = std::min(longest, text.size());
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end; // within a character
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return parts;
}

std::vector<PeriodBasis> basis_parts(const Uuid& period, std::string_view text)
{
    const auto mark = Uuid::named("period_basis", text).text();
    const auto contents = in_parts(text, longest_basis_part - mark_room);
    std::vector<PeriodBasis> parts;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        PeriodBasis part;
        part.id =
            Uuid::named("period_basis", period.text() + '/' + mark + '/' + std::to_string(i + 1));
        part.period = period;
        part.part = static_cast<std::int64_t>(i) + 1;
        part.content = mark + ' ' + std::to_string(contents.size()) + '\n' + contents[i];
        parts.push_back(std::move(part));
    }
    return parts;
}

std::string basis_of(std::span<const PeriodBasis> parts)
{
    std::map<std::string, std::map<std::int64_t, std::string_view>> texts; // by mark and number
    for (const auto& part : parts)
        if (const auto end = part.content.find('\n'); end != std::string::npos && part.part)
            texts[part.content.substr(0, end)].emplace(
                *part.part, std::string_view(part.content).substr(end + 1));
    for (const auto& [head, contents] : texts) {
        if (std::to_string(contents.size()) != head.substr(head.find(' ') + 1))
            continue;
        std::string whole;
        for (const auto& [number, content] : contents)
            whole += content;
        if (head.starts_with(Uuid::named("period_basis", whole).text()))
            return whole;
    }
    return {};
}

} // namespace model
