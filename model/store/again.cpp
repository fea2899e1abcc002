#include "model/store/again.h"

#include <algorithm>

namespace model {

namespace {

/// How often a county is restored between two syncs of one device.
constexpr int most_times = 8;

} // namespace

Version first_said(Rows& rows, Version version)
{
    for (int times = 0; times < most_times && version != Version{}; ++times) {
        auto& row = rows.statements().get("SELECT was FROM hub_again WHERE ver = ?");
        row.bind(1, version.packed());
        const auto was =
            row.executeStep() ? Version::unpacked(row.getColumn(0).getInt64()) : Version{};
        row.reset();
        if (was == Version{})
            break;
        version = was;
    }
    return version;
}

bool any_said_again(Rows& rows)
{
    auto& row = rows.statements().get("SELECT EXISTS (SELECT 1 FROM hub_again)");
    row.executeStep();
    const bool any = row.getColumn(0).getInt() != 0;
    row.reset();
    return any;
}

std::vector<Version> with_first_said(Rows& rows, std::vector<Version> versions)
{
    if (!any_said_again(rows))
        return versions;
    for (std::size_t i = 0, all = versions.size(); i < all; ++i)
        if (const auto first = first_said(rows, versions[i]);
            std::ranges::find(versions, first) == versions.end())
            versions.push_back(first);
    return versions;
}

void note_said_again(Rows& rows, Version now, Version was)
{
    auto& put = rows.statements().get("INSERT OR IGNORE INTO hub_again VALUES (?, ?)");
    put.bind(1, now.packed());
    put.bind(2, was.packed());
    put.exec();
}

} // namespace model
