#include "model/board/snooze.h"

#include "model/base/text.h"

#include <chrono>

namespace model {

namespace {

void expect_a_good_day(Date until, Date today, Level level)
{
    using namespace std::chrono;
    const auto away = sys_days(until) - sys_days(today);
    if (!until.ok() || away < days(1))
        throw UsageError({msgid("The day until which it is put off must be still to come")});
    if (level == Level::refuse && away > days(longest_for_refused))
        throw UsageError({msgid("What is refused can be put off for {1} days at most"),
            {std::to_string(longest_for_refused)}});
}

} // namespace

std::vector<Snooze> Snoozes::list()
{
    return guarded(store_.db(), [&] {
        const auto today = to_iso(store_.today());
        auto& rows = store_.rows().statements().get(
            "SELECT record, rule, field, until, coalesce(reason, ''), at, account FROM snooze "
            "WHERE until > ?");
        rows.bindNoCopy(1, today);
        std::vector<Snooze> all;
        std::vector<std::int64_t> accounts;
        while (rows.executeStep()) {
            const auto until = parse_iso_date(rows.getColumn(3).getString());
            if (!until)
                continue;
            all.push_back({.line = {column_id(rows.getColumn(0)), rows.getColumn(1).getString(),
                               rows.getColumn(2).getString()},
                .until = *until,
                .reason = rows.getColumn(4).getString(),
                .at = rows.getColumn(5).getInt64()});
            accounts.push_back(rows.getColumn(6).getInt64());
        }
        rows.reset();
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].by = store_.account(accounts[i]).name;
        return all;
    });
}

void Snoozes::put(
    const LineName& line, Level level, Date until, const std::string& reason, const Account& by)
{
    const auto today = store_.today();
    expect_a_good_day(until, today, level);
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto account = store_.account_number(by);
        const auto day = to_iso(until);
        const auto words = trimmed(reason);
        auto& put = store_.rows().statements().get(
            "INSERT OR REPLACE INTO snooze (record, rule, field, until, reason, at, account) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)");
        bind(put, 1, line.record);
        put.bindNoCopy(2, line.rule);
        put.bindNoCopy(3, line.field);
        put.bindNoCopy(4, day);
        if (!words.empty())
            put.bind(5, std::string(words));
        put.bind(6, store_.clock().now());
        put.bind(7, account);
        put.exec();
        const auto over = to_iso(today);
        auto& drop = store_.rows().statements().get("DELETE FROM snooze WHERE until <= ?");
        drop.bindNoCopy(1, over);
        drop.exec();
        transaction.commit();
    });
}

bool Snoozes::wake(const LineName& line)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        auto& drop = store_.rows().statements().get(
            "DELETE FROM snooze WHERE record = ? AND rule = ? AND field = ?");
        bind(drop, 1, line.record);
        drop.bindNoCopy(2, line.rule);
        drop.bindNoCopy(3, line.field);
        const bool was_there = drop.exec() > 0;
        transaction.commit();
        return was_there;
    });
}

} // namespace model
