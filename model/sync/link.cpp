#include "model/sync/link.h"

#include "model/store/copy_aside.h"
#include "model/store/forget.h"
#include "model/sync/connect.h"
#include "model/sync/content_exchange.h"
#include "model/sync/escrow_shelf.h"
#include "model/sync/hub_contents.h"
#include "model/sync/log_told.h"

namespace model {

Link::Link(RecordStore& store, Transport& transport, const MessageSizes& sizes)
    : store_(store)
    , replica_(store, sizes)
    , transport_(transport)
{
}

std::optional<Message> words_of_contents(const SyncResult& result)
{
    if (result.contents_sent + result.contents_fetched + result.contents_to_send
            + result.contents_to_fetch
        == 0)
        return std::nullopt;
    return Message{msgid("Attachments: sent {1}, fetched {2}; still to send {3}, to fetch {4}"),
        {std::to_string(result.contents_sent), std::to_string(result.contents_fetched),
            std::to_string(result.contents_to_send), std::to_string(result.contents_to_fetch)}};
}

void Link::tell(const char* step, std::int64_t done, std::int64_t all)
{
    go_on_ = !progress_ || progress_({step, done, all});
}

HelloReply Link::say_hello(SyncResult& result)
{
    auto hello = replica_.hello();
    const auto answer = calls_->call("/v1/hello", with_log(to_json(hello), log_to_tell(store_)));
    auto reply = read_hello_reply(answer);
    keep_known_log(store_, answer);
    keep_offer(store_, answer);
    offer_damaged(store_, answer);
    result.clock_off = store_.clock().now() - reply.time;
    if (replica_.take_hello(reply)) {
        // Our past is not the one the county knows: a copied or restored file, on either side.
        hello.rejoin = true;
        reply = read_hello_reply(calls_->call("/v1/hello", to_json(hello)));
        if (reply.restored)
            result.copy = copy_aside(store_.db());
        replica_.rejoin(reply);
        Contents(store_).forget_told(); // what the county had of them it may have lost
    }
    return reply;
}

SyncResult Link::sync(const OnProgress& progress)
{
    progress_ = progress;
    const auto membership = replica_.membership();
    if (!membership.self.device)
        throw Error(not_joined_message());
    Calls calls(store_, transport_, membership);
    if (calls_)
        calls.go_on_from(*calls_);
    calls_.emplace(std::move(calls));

    SyncResult result;
    go_on_ = true;
    const auto hello = say_hello(result);
    const bool compares = replica_.comparing() != Replica::Comparing::no;
    const bool is_all_told = compares && compare(result);
    const bool has_sent = !compares && push_all(result);

    // After a sync that sent nothing, hello already told whether there is anything to fetch.
    auto county = hello.digest;
    bool at_head = !compares && !has_sent && replica_.next_pull().cursor == hello.head;
    while (go_on_ && !at_head) {
        const auto taken =
            replica_.take_page(calls_->call("/v1/pull", to_json(replica_.next_pull())));
        result.pulled += taken.records;
        for (const auto& [kind, records] : taken.by_kind)
            result.came[kind] += records;
        result.conflicts += taken.conflicts;
        result.refused += taken.refused;
        at_head = taken.at_head;
        county = taken.digest.value_or(county);
        tell(msgid("Fetching"), result.pulled, 0);
    }
    if (at_head && is_all_told)
        replica_.forget_items();
    result.unsent = replica_.unsent();
    if (at_head && result.unsent == 0 && replica_.digest() != county)
        repair(result);
    if (at_head)
        replica_.finish();
    result.complete = at_head;
    exchange_contents(result);
    clear_residue(store_);
    return result;
}

bool Link::push_all(SyncResult& result)
{
    std::int64_t sent = 0;
    bool has_sent = false;
    const auto waiting = replica_.unsent();
    tell(msgid("Sending"), 0, waiting);
    while (go_on_) {
        const auto push = replica_.next_push();
        if (!push)
            break;
        const auto taken = replica_.take_push_reply(calls_->call("/v1/push", to_json(*push)));
        result.conflicts += taken.conflicts;
        result.refused += taken.refused;
        result.pushed += push->seen;
        sent += push->said;
        has_sent = true;
        tell(msgid("Sending"), sent, waiting);
    }
    return has_sent;
}

bool Link::compare(SyncResult& result)
{
    std::int64_t compared = 0;
    while (go_on_ && replica_.comparing() == Replica::Comparing::pulling) {
        const auto taken =
            replica_.take_page(calls_->call("/v1/pull", to_json(replica_.next_pull())));
        compared += taken.records;
        tell(msgid("Comparing with the restored county"), compared, 0);
        if (taken.at_head)
            result.returned = replica_.finish_comparing();
    }
    if (go_on_)
        push_all(result);
    if (!go_on_ || replica_.unsent() > 0)
        return false;
    constexpr std::int64_t at_once = 200;
    auto lost = replica_.lost_items({}, at_once);
    while (lost) {
        calls_->call("/v1/items", lost->message);
        lost = replica_.lost_items(lost->last, at_once);
    }
    return true;
}

void Link::exchange_contents(SyncResult& result)
{
    ContentExchange exchange(store_, *calls_);
    exchange.on_progress = [this](const char* step, std::int64_t done, std::int64_t all) {
        tell(step, done, all);
        return go_on_;
    };
    if (go_on_)
        exchange.run(result);
    result.contents_to_send = Contents(store_).count_to_send();
    result.contents_to_fetch = Contents(store_).count_to_fetch();
}

SyncResult Link::dry_run()
{
    return {.unsent = replica_.unsent(),
        .contents_to_send = Contents(store_).count_to_send(),
        .contents_to_fetch = Contents(store_).count_to_fetch()};
}

void Link::repair(SyncResult& result)
{
    const auto sums = calls_->call("/v1/digest", "{}");
    const auto totals = replica_.sums_of_hashes();
    for (int byte = 0; byte < 256; ++byte) {
        const auto* sum = sums.if_contains(std::to_string(byte));
        const auto theirs = sum ? Hash128::from_hex(scalar_text(*sum)) : Hash128{};
        if (totals[static_cast<std::size_t>(byte)] == theirs)
            continue;
        const auto mine = replica_.hashes(byte);
        const auto listed = calls_->call("/v1/digest", R"({"byte": )" + std::to_string(byte) + '}');
        result.repaired += static_cast<std::int64_t>(replica_.differing(mine, listed).size());
        std::string ids;
        JsonText out(ids);
        out.open('{').key("ids").open('[');
        for (const auto& id : replica_.differing(mine, listed))
            out.text(id.text());
        out.close(']').close('}');
        replica_.take_repair(calls_->call("/v1/records", ids));
    }
}

} // namespace model
