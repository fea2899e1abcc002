#pragma once

#include "model/assessment/explain.h"
#include "model/assessment/method_reader.h"
#include "model/assessment/shipped_methods.h"
#include "model/assessment/titles.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

#include <ostream>

namespace model {

inline std::ostream& operator<<(std::ostream& out, Points points)
{
    return out << points.text();
}

} // namespace model

namespace tests {

using namespace model;
using namespace std::chrono;

inline AssessmentMethod method_from(std::string_view json)
{
    auto reading = read_method(json);
    for (const auto& problem : reading.problems)
        BOOST_TEST_MESSAGE(english(problem.place) << ": " << english(problem.what));
    BOOST_REQUIRE(reading.method);
    return std::move(*reading.method);
}

inline AssessmentMethod shipped(std::string_view id)
{
    const auto* found = shipped_method(id);
    BOOST_REQUIRE_MESSAGE(found, id);
    return found->method;
}

inline Points points(std::string_view text)
{
    return Points::parse(text).value();
}

/// A ledger of one period that is written down in a test.
struct Ledger {
    explicit Ledger(AssessmentMethod the_method, std::string_view the_period = "2026-06")
        : method(std::move(the_method))
        , period(AssessmentPeriod::parse(the_period).value())
    {
    }

    Uuid object(const std::string& name, AssessedKind kind)
    {
        const auto id = Uuid::named("object", name);
        objects.push_back({id, kind, name});
        return id;
    }

    /// The event's id.
    Uuid add(const Uuid& about, Date day, const std::string& line, std::int64_t count = 1)
    {
        entries.push_back({.id = Uuid::named("event", std::to_string(entries.size())),
            .object = about,
            .day = day,
            .line = line,
            .count = count});
        return entries.back().id;
    }

    void minutes(const Uuid& about, Date day, const std::string& line, std::int64_t minutes)
    {
        add(about, day, line);
        entries.back().minutes = minutes;
    }

    void chosen(const Uuid& about, Date day, const std::string& line, std::string_view given)
    {
        add(about, day, line);
        entries.back().points = points(given);
    }

    /// Takes some of an event back.
    void adjust(const Uuid& event, std::int64_t count, const std::string& reason = "核实有误",
        const std::string& approver = "王主任")
    {
        const auto found = std::ranges::find(entries, event, &PointEntry::id);
        auto entry = *found;
        entry.id = Uuid::named("event", std::to_string(entries.size()));
        entry.adjusts = event;
        entry.count = count;
        entry.minutes.reset();
        entry.points.reset();
        entry.reason = reason;
        entry.approver = approver;
        entries.push_back(std::move(entry));
    }

    void serves(
        const Uuid& who, const Uuid& at, std::optional<Date> from = {}, std::optional<Date> to = {})
    {
        presence.push_back({who, at, from, to});
    }

    void ballot(const Uuid& about, const std::string& scorer, const std::string& voter,
        std::string_view given)
    {
        ballots.push_back({Uuid::named("ballot", std::to_string(ballots.size())), about, scorer,
            voter, points(given)});
    }

    PeriodScores scores() const
    {
        return score(method, period, {objects, entries, presence, ballots, known});
    }

    ObjectScore score_of(const Uuid& id) const
    {
        const auto all = scores();
        const auto* found = all.of(id);
        BOOST_REQUIRE(found);
        return *found;
    }

    /// "86", or "none".
    std::string total(const Uuid& id) const
    {
        const auto found = score_of(id).total;
        return found ? found->text() : "none";
    }

    /// The sentence about the only problem.
    std::string problem() const
    {
        const auto all = scores();
        BOOST_REQUIRE(all.problems.size() == 1U);
        return english(all.problems.front().what);
    }

    AssessmentMethod method;
    AssessmentPeriod period;
    std::vector<AssessedObject> objects;
    std::vector<PointEntry> entries;
    std::vector<Presence> presence;
    std::vector<CastBallot> ballots;
    std::vector<KnownScore> known;
};

} // namespace tests
