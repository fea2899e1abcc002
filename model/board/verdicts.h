#pragma once

#include "model/board/judge.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <unordered_set>
#include <vector>

namespace model {

/// How far a judging is, in records; false gives it up.
using OnJudged = std::function<bool(std::size_t done, std::size_t all)>;

/// What the rules say of all records of a file, kept in memory and brought up to date by judging
/// again only the records that changed and those whose judging looked at them. Of everything that
/// was looked at it keeps hashes, and of findings that say the same one, so that a hundred thousand
/// records cost some tens of megabytes. For one thread at a time; the store may be another one each
/// time, as long as it is of the same file.
class Verdicts {
public:
    /// Findings live as long as this does, also after these let go of them.
    using Pool = std::shared_ptr<const void>;

    struct Refreshed {
        bool is_done = false;     ///< false: it was given up, and the next begins anew
        bool is_whole = false;    ///< all was judged, the first time and when the day changed too
        std::vector<Rid> records; ///< those judged again, if it is not; some may be gone
    };

    /// Judges what is not as it was, of one state of the file. All of it where very much changed.
    /// Throws StoreError.
    Refreshed refresh(RecordStore& store, const OnJudged& progress = {});

    /// The next refresh() judges all.
    void forget() { is_judged_ = false; }

    /// How many records were judged, how much was found, and when.
    std::size_t records() const { return known_ ? records_ : 0; }
    std::size_t findings() const { return findings_.size(); }
    Date today() const { return today_; }

    /// In any order, those of one record one after the other.
    void each(const std::function<void(Rid, const Finding&)>& visit) const;
    std::vector<const Finding*> of(Rid record) const;

    Pool pool() const { return pool_; }

    std::size_t bytes() const; ///< of memory, about

private:
    struct HashOfFinding {
        std::size_t operator()(const Finding& finding) const;
    };
    using Findings = std::unordered_set<Finding, HashOfFinding>;

    /// What is said of a record.
    struct SaidOf {
        Rid record = 0;
        const Finding* finding = nullptr;

        auto operator<=>(const SaidOf&) const = default;
    };

    Refreshed judge_all(RecordStore& store, const OnJudged& progress);
    std::set<Rid> take_changes(RecordStore& store, const std::vector<std::int64_t>& changed);
    const Finding* kept(Finding finding);
    void look_anew(Judge& judge, Rid rid);

    bool is_judged_ = false;
    Date today_;
    Role role_ = Role::agency; ///< of the file's office, by which records may lie elsewhere
    std::int64_t change_ = 0;  ///< how far it knows the file
    std::int64_t record_ = 0;
    std::size_t records_ = 0;
    std::unique_ptr<KnownRecords> known_;
    Dependents dependents_;
    std::map<Rid, std::set<Key>> misled_; ///< by which keys a record is judged again
    std::shared_ptr<Findings> pool_ = std::make_shared<Findings>();
    Layered<SaidOf> findings_;
};

} // namespace model
