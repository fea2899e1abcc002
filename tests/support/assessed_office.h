#pragma once

#include "model/assessing/period_result.h"
#include "model/assessment/shipped_methods.h"
#include "model/commands/ledger_steps.h"
#include "model/commands/method_import.h"
#include "model/commands/period_steps.h"
#include "tests/support/office.h"

namespace tests {

/// A hall with two windows and two people since the beginning of 2025, and a method that came
/// along: what was published of Cangnan's (staff, month, from 100 points).
struct AssessedOffice : Office {
    AssessedOffice()
    {
        clock.advance(45LL * 24 * 60 * 60 * 1000); // the middle of February
        hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        police = add("unit", {{"name", "桃江县公安局"}});
        a01 = add("window", {{"number", "A01"}, {"place", hall.text()}, {"unit", police.text()}});
        a02 = add("window", {{"number", "A02"}, {"place", hall.text()}});
        zhang = staff("张桂山", a01);
        li = staff("李文静", a02);
    }

    Uuid staff(const std::string& name, const Uuid& window)
    {
        const auto person = add("person", {{"name", name}});
        add("posting",
            {{"person", person.text()}, {"place", hall.text()}, {"unit", police.text()},
                {"status", "on_duty"}, {"from", "2025-01-01"}});
        add("window_staff",
            {{"window", window.text()}, {"person", person.text()}, {"from", "2025-01-01"}});
        return person;
    }

    std::string cangnan() { return std::string(shipped_method("cangnan-2019")->bytes); }

    Uuid method() { return import_method(editor, cangnan()).outcome.id; }

    static AssessmentPeriod month(std::string_view text)
    {
        return AssessmentPeriod::parse(text).value();
    }

    Uuid open(std::string_view text)
    {
        return open_period(editor, hall, "cangnan-2019", month(text)).id;
    }

    Period period(const Uuid& id) { return from_record<Period>(store.find_any(id).value().second); }

    Outcome enter(const Uuid& person, std::string line, Date day, std::int64_t count = 1,
        std::optional<std::int64_t> minutes = {})
    {
        return add_entry(editor,
            {.method = "cangnan-2019",
                .line = std::move(line),
                .kind = AssessedKind::staff,
                .object = person,
                .day = day,
                .count = count,
                .minutes = minutes});
    }

    std::string score_of(const Uuid& period_id, const Uuid& object)
    {
        const auto result = period_result(store, period(period_id));
        const auto* standing = result.standing(object);
        return standing && standing->total ? standing->total->text() : "none";
    }

    /// Takes the period through all its steps until it is locked.
    Outcome lock(const Uuid& id)
    {
        Outcome last;
        for (const auto move :
            {PeriodMove::draft, PeriodMove::notice, PeriodMove::make_public, PeriodMove::lock}) {
            last = move_period(editor, id, {.move = move, .on = on(move), .until = {}});
            if (!last.done)
                return last;
        }
        return last;
    }

    /// The public notice comes after the days for objections.
    static Date on(PeriodMove move)
    {
        using namespace std::chrono;
        return move == PeriodMove::draft || move == PeriodMove::notice ? 2025y / December / 31
                                                                       : 2026y / January / 20;
    }

    Uuid hall, police, a01, a02, zhang, li;
    Editor editor{store, clerk};
};

} // namespace tests
