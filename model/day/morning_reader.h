#pragma once

#include "model/day/morning.h"
#include "model/entities/leave.h"

#include <set>

namespace model {

/// Fills a MorningSheet from the registers, as far as the account sees them. Reads each register
/// once.
class MorningReader {
public:
    MorningReader(
        MorningSheet& sheet, RecordStore& store, const Permission& permission, std::string at);

    void read();

private:
    template <class E>
    std::vector<E> select(const std::string& where, std::vector<Value> arguments);

    void read_desks();
    void read_posts();
    void read_back_office();
    void read_attendance();
    void read_leaves();
    void read_statuses();
    void read_made();
    void expect(const Uuid& person);
    bool covers(const Leave& leave) const;

    MorningSheet& sheet_;
    RecordStore& store_;
    const Permission& permission_;
    std::string at_;
    std::set<Uuid> posted_; ///< of a window of the place, be it as B
};

} // namespace model
