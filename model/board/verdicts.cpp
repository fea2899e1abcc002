#include "model/board/verdicts.h"

#include "model/store/touched.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t between_reports = 500;

/// So many changed records are judged one by one; for more, judging all costs less than following
/// them.
std::size_t most_followed(std::size_t records)
{
    constexpr std::size_t at_least = 500;
    constexpr std::size_t share = 8;
    return std::max(at_least, records / share);
}

std::size_t combined(std::size_t hash, std::string_view text)
{
    return hash * 31 + std::hash<std::string_view>{}(text);
}

} // namespace

std::size_t Verdicts::HashOfFinding::operator()(const Finding& finding) const
{
    auto hash = combined(static_cast<std::size_t>(finding.level), finding.rule);
    hash = combined(combined(hash, finding.field), finding.message.id);
    for (const auto& argument : finding.message.args)
        hash = combined(hash, argument);
    return hash;
}

Verdicts::Refreshed Verdicts::refresh(RecordStore& store, const OnJudged& progress)
{
    return guarded(store.db(), [&] {
        const Transaction reading(store.db(), TransactionKind::reading);
        if (!is_judged_ || today_ != store.today() || role_ != store.self().org.role)
            return judge_all(store, progress);
        const auto changed =
            touched_since(store, {change_, record_}, most_followed(known_->size()));
        if (!changed)
            return judge_all(store, progress);
        is_judged_ = false; // until all of this is done
        const auto mark = touch_mark(store);
        const auto again = take_changes(store, *changed);
        if (again.size() > most_followed(known_->size()) * 2)
            return judge_all(store, progress);
        Judge judge(store, *known_, Judge::Reach::some);
        for (const auto rid : again)
            look_anew(judge, rid);
        misled_.clear();
        change_ = mark.change;
        record_ = mark.record;
        is_judged_ = true;
        return Refreshed{.is_done = true, .records = {again.begin(), again.end()}};
    });
}

Verdicts::Refreshed Verdicts::judge_all(RecordStore& store, const OnJudged& progress)
{
    is_judged_ = false;
    dependents_ = {};
    findings_ = {};
    misled_.clear();
    records_ = 0;
    pool_ = std::make_shared<Findings>();
    const auto mark = touch_mark(store);
    today_ = store.today();
    role_ = store.self().org.role;
    known_ = std::make_unique<KnownRecords>(store);
    Judge judge(store, *known_, Judge::Reach::all);
    bool goes_on = true;
    for (const auto* def : store.catalog().all()) {
        if (goes_on)
            each_live(store, *def, [&](Rid rid, const Record& record) {
                for (auto& finding : judge.findings(rid, record))
                    findings_.collect({rid, kept(std::move(finding))});
                for (const auto key : judge.looked_at())
                    dependents_.collect(key, rid);
                ++records_;
                goes_on = !progress || records_ % between_reports != 0
                    || progress(records_, known_->size());
                return goes_on;
            });
    }
    dependents_.finish();
    findings_.finish();
    change_ = mark.change;
    record_ = mark.record;
    is_judged_ = goes_on;
    return {.is_done = goes_on, .is_whole = true, .records = {}};
}

/// Brings what is known of the changed records up to date; gives all that are to be judged again.
std::set<Rid> Verdicts::take_changes(RecordStore& store, const std::vector<std::int64_t>& changed)
{
    std::set<Rid> again;
    Judge reader(store, *known_, Judge::Reach::some);
    for (const auto number : changed) {
        const auto rid = static_cast<Rid>(number);
        const auto record = reader.read_any(rid);
        const bool was_there = known_->ids().key_of(rid).has_value();
        for (const auto key : known_->set(rid, record ? &*record : nullptr))
            for (const auto dependent : dependents_.of(key)) {
                again.insert(dependent);
                misled_[dependent].insert(key);
            }
        again.insert(rid);
        records_ += record && !was_there ? 1 : 0;
        records_ -= !record && was_there ? 1 : 0;
    }
    return again;
}

void Verdicts::look_anew(Judge& judge, Rid rid)
{
    for (const auto* finding : of(rid))
        findings_.drop({rid, finding});
    const auto misled = misled_.find(rid);
    const auto record = judge.read_any(rid);
    std::vector<Key> looked;
    if (record) {
        for (auto& finding : judge.findings(rid, *record))
            findings_.add({rid, kept(std::move(finding))});
        looked = judge.looked_at();
    }
    for (const auto key : looked)
        dependents_.add(key, rid);
    if (misled != misled_.end())
        for (const auto key : misled->second)
            if (!std::ranges::binary_search(looked, key))
                dependents_.drop(key, rid);
}

/// The same finding of several records is kept once.
const Finding* Verdicts::kept(Finding finding)
{
    return &*pool_->insert(std::move(finding)).first;
}

void Verdicts::each(const std::function<void(Rid, const Finding&)>& visit) const
{
    findings_.each([&](const SaidOf& said) {
        visit(said.record, *said.finding);
        return true;
    });
}

std::vector<const Finding*> Verdicts::of(Rid record) const
{
    std::vector<const Finding*> found;
    findings_.each_from({record, nullptr}, [&](const SaidOf& said) {
        if (said.record == record)
            found.push_back(said.finding);
        return said.record == record;
    });
    return found;
}

std::size_t Verdicts::bytes() const
{
    constexpr std::size_t of_a_finding = 256;
    return (known_ ? known_->bytes() : 0) + dependents_.bytes() + findings_.bytes()
        + pool_->size() * of_a_finding;
}

} // namespace model
