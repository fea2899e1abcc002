// Who made the versions that a page names, and when.
#include "model/store/again.h"
#include "model/sync/pages.h"

#include <set>

namespace model {

bool PageWriter::any_again()
{
    if (!any_again_)
        any_again_ = any_said_again(rows_);
    return *any_again_;
}

Maker PageWriter::maker_of(const Version& version)
{
    Maker maker{.first = any_again() ? first_said(rows_, version) : version};
    auto& row = rows_.statements().get("SELECT at, account, document FROM stamp WHERE ver = ?");
    row.bind(1, version.packed());
    if (row.executeStep()) {
        maker.known = true;
        maker.at = row.getColumn(0).getInt64();
        maker.account = row.getColumn(1).getInt64();
        if (!row.getColumn(2).isNull())
            maker.document = row.getColumn(2).getString();
    }
    row.reset();
    return maker;
}

void PageWriter::note(const Version& version)
{
    if (const auto packed = version.packed(); !makers_.contains(packed))
        makers_.emplace(packed, maker_of(version));
}

void PageWriter::write_stamps(JsonText& out)
{
    std::map<std::int64_t, std::size_t> accounts;
    std::set<std::uint32_t> devices;
    out.key("stamps").open('[');
    for (const auto& [version, maker] : makers_) {
        if (!maker.known)
            continue;
        const auto name = Version::unpacked(version);
        devices.insert(name.device);
        devices.insert(maker.first.device);
        const auto account = accounts.emplace(maker.account, accounts.size()).first;
        out.open('[').text(name.text()).number(maker.at);
        out.number(static_cast<std::int64_t>(account->second));
        if (!maker.document.empty())
            out.text(maker.document);
        out.close(']');
    }
    out.close(']').key("accounts").open('[');
    std::vector<std::int64_t> in_order(accounts.size());
    for (const auto& [number, index] : accounts)
        in_order[index] = number;
    for (const auto number : in_order) {
        const auto account = store_.account(number);
        out.open('[').text(account.id.text()).text(account.name).close(']');
    }
    out.close(']').key("devices").open('[');
    for (const auto number : devices) {
        auto& row =
            rows_.statements().get("SELECT id, name, role, org, region FROM device WHERE no = ?");
        row.bind(1, static_cast<std::int64_t>(number));
        if (row.executeStep()) {
            out.open('[').number(number).text(column_id(row.getColumn(0)).text());
            for (int i = 1; i < 5; ++i)
                out.text(row.getColumn(i).getString());
            out.close(']');
        }
        row.reset();
    }
    out.close(']');
}

void PageWriter::write_again(JsonText& out)
{
    if (!any_again())
        return;
    out.key("again").open('[');
    for (const auto& [packed, maker] : makers_)
        if (const auto version = Version::unpacked(packed); maker.first != version)
            out.open('[').text(version.text()).text(maker.first.text()).close(']');
    out.close(']');
}

} // namespace model
