#pragma once

#include "model/day/clock_import.h"
#include "tests/support/editing.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

namespace tests {

/// A hall on the 2nd of February 2026, open from 9 to 12 and 13 to 17, whose clock files are taken
/// in. The 5th to 9th of January are Monday to Friday.
struct ClockOffice : Editing {
    ClockOffice() { clock.set(february); }

    Uuid staff(const std::string& name, const std::string& badge = {})
    {
        const auto id = made("person", {{"name", name}, {"badge", badge}});
        made("posting",
            {{"person", id.text()}, {"place", hall.text()}, {"source", "unified"},
                {"from", "2025-01-01"}, {"status", "on_duty"}});
        return id;
    }

    std::filesystem::path file(std::string_view bytes, const std::string& name = "打卡.csv")
    {
        return write_file(folder.file(name), bytes);
    }

    ClockSheet read(std::string_view bytes, const std::string& name = "打卡.csv")
    {
        return read_clock_sheet(store, file(bytes, name), options);
    }

    ClockPlan plan(const ClockSheet& sheet)
    {
        return plan_clock(store, editor.permission(), sheet, terms);
    }

    /// Takes in what there is.
    ClockOutcome take(std::string_view bytes, const std::string& name = "打卡.csv")
    {
        const auto path = file(bytes, name);
        const auto sheet = read_clock_sheet(store, path, options);
        return accept_clock(editor, path, sheet, plan(sheet), terms);
    }

    /// "late 12 clock", of who has one entry on the day.
    std::string entry(const Uuid& who, const std::string& day)
    {
        std::string all;
        for (const auto& record : store.where(def("attendance_day"), "person", who))
            if (to_text(record["day"]) == day)
                for (const auto* name : {"state", "minutes", "source"})
                    if (const auto text = to_text(record[name]); !text.empty())
                        all += (all.empty() ? "" : " ") + text;
        return all;
    }

    /// The record of that day.
    Record record(const Uuid& who, const std::string& day)
    {
        for (auto& each : store.where(def("attendance_day"), "person", who))
            if (to_text(each["day"]) == day)
                return each;
        BOOST_FAIL("no entry of " + day);
        return {};
    }

    std::int64_t entries() { return store.count({.def = &def("attendance_day")}); }

    static constexpr Instant february = 1769990400000; ///< 2026-02-02 08:00 in China
    TempFolder folder;
    ClockOptions options;
    ClockTerms terms;
    Uuid hall = made("place",
        {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"},
            {"opening_hours", "周一至周五 9:00-12:00，13:00-17:00"}});
};

} // namespace tests
