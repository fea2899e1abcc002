#include "model/sync/content_exchange.h"

#include "model/base/hash.h"
#include "model/sync/hub_contents.h"
#include "model/sync/json_text.h"
#include "model/sync/purge_order.h"

#include <algorithm>

namespace model {

namespace {

namespace json = boost::json;

std::vector<ContentName> names_at(const json::object& answer, const char* key)
{
    std::vector<ContentName> names;
    const auto* list = answer.if_contains(key);
    for (const auto& content : list && list->is_array() ? list->get_array() : json::array())
        if (const auto* told = content.if_object())
            names.push_back({text_at(*told, "hash"), number_at(*told, "bytes")});
    return names;
}

const ContentName* named(const std::vector<ContentName>& names, const std::string& hash)
{
    const auto found = std::ranges::find(names, hash, &ContentName::hash);
    return found == names.end() ? nullptr : &*found;
}

} // namespace

void ContentExchange::run(SyncResult& result)
try {
    contents_.drop_unnamed();
    look_at_some(result);
    offered_ = wanted_ = {};
    failed_ = 0;
    while (exchange(result))
        continue;
} catch (const PurgeOrdered&) {
    throw;
} catch (const SyncError&) {
    result.news.push_back({msgid("The line broke while attachments were exchanged: the records are "
                                 "there, and the next sync goes on with the attachments")});
} catch (const Problem& problem) {
    result.news.push_back(problem.message());
}

/// A disk damages what nobody opens; a few at each sync, so that all are seen in the course of
/// time.
void ContentExchange::look_at_some(SyncResult& result)
try {
    constexpr std::int64_t bytes_at_once = 8 << 20;
    if (const auto found = contents_.look_at_some(bytes_at_once); found > 0)
        result.news.push_back({msgid("{1} attachments were found damaged on this computer and are "
                                     "fetched again"),
            {std::to_string(found)}});
} catch (const StoreError&) {
    tell_unreadable(result);
}

std::optional<ContentExchange::Compared> ContentExchange::compare(
    const std::vector<ContentName>& have, const std::vector<ContentName>& want)
try {
    std::string text;
    JsonText out(text);
    out.open('{').key("have").open('[');
    for (const auto& name : have)
        out.open('{').key("hash").text(name.hash).key("bytes").number(name.size).close('}');
    out.close(']').key("want").open('[');
    for (const auto& name : want)
        out.text(name.hash);
    out.close(']').close('}');
    const auto answer = calls_.call("/v1/contents", text);
    return Compared{names_at(answer, "have"), names_at(answer, "want")};
} catch (const Problem& problem) {
    // A server of before there were contents has no such call, and they wait for its update.
    if (problem.status != 404 && problem.status != 405)
        throw;
    return std::nullopt;
}

bool ContentExchange::exchange(SyncResult& result)
{
    constexpr auto at_once = static_cast<std::int64_t>(HubContents::most_names);
    const auto have = contents_.to_send(at_once, offered_);
    const auto want = contents_.to_fetch(at_once, wanted_);
    if (have.empty() && want.empty())
        return false;
    const auto compared = compare(have, want);
    if (!compared)
        return false;
    // What cannot be had now is not asked for twice in one sync, and holds up nothing behind it.
    offered_ = have.empty() ? offered_ : have.back();
    wanted_ = want.empty() ? wanted_ : want.back();
    for (const auto& name : have)
        if (const auto* taken = named(compared->taken, name.hash))
            all_ += std::max<std::int64_t>(0, name.size - taken->size);
        else
            contents_.forget_owed(name.hash); // nothing of the county names it any more
    for (const auto& name : compared->given)
        all_ += std::max<std::int64_t>(0, name.size - contents_.received(name.hash));
    bool goes_on = true;
    const auto count = [&](std::int64_t& done, const auto& work) {
        const auto went = past_damage(work, result);
        done += went == Went::well;
        goes_on = went != Went::stopped;
    };
    for (const auto& name : have) // those the county does not take wait for their records
        if (const auto* taken = named(compared->taken, name.hash); goes_on && taken)
            count(result.contents_sent, [&] { return send(name, taken->size); });
    for (const auto& name : compared->given)
        if (goes_on && named(want, name.hash) && is_content_name(name))
            count(result.contents_fetched, [&] { return fetch(name); });
    return goes_on;
}

/// A content whose row a disk damaged is told, and the others go on; where several in a row fail it
/// is the file that does.
ContentExchange::Went ContentExchange::past_damage(
    const std::function<Went()>& work, SyncResult& result)
try {
    const auto went = work();
    failed_ = 0;
    return went;
} catch (const StoreError&) {
    constexpr int most_failed = 3;
    if (++failed_ == most_failed)
        throw;
    tell_unreadable(result);
    return Went::badly;
}

/// Once.
void ContentExchange::tell_unreadable(SyncResult& result)
{
    const Message told{msgid("An attachment on this computer cannot be read: check the file "
                             "(hallctl verify) and rescue it")};
    if (std::ranges::find(result.news, told) == result.news.end())
        result.news.push_back(told);
}

bool ContentExchange::tell(const char* step, std::int64_t bytes)
{
    done_ += bytes;
    return !on_progress || on_progress(step, done_, all_);
}

ContentExchange::Went ContentExchange::send(const ContentName& name, std::int64_t at)
{
    // A county that drops what it got, for it had another hash, is not sent it for ever.
    for (int tries = 0; at < name.size;) {
        const auto piece = contents_.piece(name.hash, at);
        if (!piece)
            return Went::badly; // damaged here; verify tells
        std::string text;
        JsonText out(text);
        out.open('{').key("hash").text(name.hash).key("size").number(name.size);
        out.key("at").number(at).key("bytes").text(to_hex(*piece)).close('}');
        const auto now = number_at(calls_.call("/v1/bring", text), "at");
        if (now <= at && ++tries > 1) {
            contents_.look_at(name.hash); // it may be damaged here
            return Went::badly;
        }
        if (!tell(msgid("Sending attachments"), std::max<std::int64_t>(0, now - at)))
            return Went::stopped;
        at = now;
    }
    contents_.note_told(name.hash);
    return Went::well;
}

ContentExchange::Went ContentExchange::fetch(const ContentName& name)
try {
    int tries = 0;
    for (auto at = contents_.received(name.hash); at < name.size;) {
        std::string text;
        JsonText(text).open('{').key("hash").text(name.hash).key("at").number(at).close('}');
        const auto hex = text_at(calls_.call("/v1/piece", text), "bytes");
        std::string bytes(hex.size() / 2, '\0');
        if (!read_hex(hex, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}))
            return Went::badly;
        const auto now = contents_.take(name, at, bytes);
        if (now <= at && ++tries > 1)
            return Went::badly;
        if (!tell(msgid("Fetching attachments"), std::max<std::int64_t>(0, now - at)))
            return Went::stopped;
        at = now;
    }
    return Went::well;
} catch (const Problem& problem) {
    if (problem.status != 404)
        throw;
    return Went::badly; // the county lost it meanwhile, and has the others
}

} // namespace model
