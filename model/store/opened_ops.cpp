#include "model/store/opened_ops.h"

namespace model {

namespace {

constexpr std::size_t at_once = 16;

// What is the same in all rows is bound once.
constexpr int group = 1;
constexpr int account = 2;
constexpr int at = 3;
constexpr int document = 4;
constexpr int first_own = 5;

std::string number(std::size_t parameter)
{
    return '?' + std::to_string(parameter);
}

/// Rows of op: their own are seq, rid and hlc.
std::string insert_ops(std::size_t rows)
{
    std::string sql = "INSERT INTO op (seq, rid, hlc, type, grp, account, at, document) VALUES ";
    for (std::size_t i = 0, own = first_own; i < rows; ++i, own += 3)
        sql += (i ? ", (" : "(") + number(own) + ", " + number(own + 1) + ", " + number(own + 2)
            + ", 'create', ?1, ?2, ?3, ?4)";
    return sql;
}

/// Rows of stamp: their own are ver and hlc.
std::string insert_stamps(std::size_t rows)
{
    std::string sql = "INSERT OR REPLACE INTO stamp (ver, hlc, at, account, document) VALUES ";
    for (std::size_t i = 0, own = first_own; i < rows; ++i, own += 2)
        sql += (i ? ", (" : "(") + number(own) + ", " + number(own + 1) + ", ?3, ?2, ?4)";
    return sql;
}

} // namespace

OpenedOps::OpenedOps(Rows& rows, Shared shared) : rows_(rows), shared_(std::move(shared)) {}

void OpenedOps::create(std::int64_t rid, Version version, Hlc hlc)
{
    waiting_.push_back({rid, version, hlc});
    if (waiting_.size() == at_once)
        flush();
}

void OpenedOps::flush()
{
    const std::span<const Created> all(waiting_);
    if (all.size() == at_once)
        insert(all);
    else
        for (std::size_t i = 0; i < all.size(); ++i)
            insert(all.subspan(i, 1));
    waiting_.clear();
}

/// One of them, or as many as are written at once.
void OpenedOps::insert(std::span<const Created> some)
{
    static const std::string one_op = insert_ops(1);
    static const std::string many_ops = insert_ops(at_once);
    static const std::string one_stamp = insert_stamps(1);
    static const std::string many_stamps = insert_stamps(at_once);
    const bool many = some.size() == at_once;
    auto& ops = rows_.statements().get(many ? many_ops : one_op);
    auto& stamps = rows_.statements().get(many ? many_stamps : one_stamp);
    bind(ops, group, shared_.group);
    for (auto* statement : {&ops, &stamps}) {
        statement->bind(account, shared_.account);
        statement->bind(at, shared_.at);
        if (!shared_.document.empty())
            statement->bindNoCopy(document, shared_.document);
    }
    for (int own = first_own; const auto& each : some) {
        ops.bind(own++, static_cast<std::int64_t>(each.version.seq));
        ops.bind(own++, each.rid);
        ops.bind(own++, each.hlc);
    }
    for (int own = first_own; const auto& each : some) {
        stamps.bind(own++, each.version.packed());
        stamps.bind(own++, each.hlc);
    }
    ops.exec();
    stamps.exec();
}

} // namespace model
