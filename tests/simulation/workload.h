#pragma once

#include "model/store/batch.h"
#include "tests/simulation/world.h"

#include <functional>

namespace tests {

/// What people do on their computers, by chance. Everything a user is told was saved goes into the
/// ledger.
class Workload {
public:
    explicit Workload(World& world) : world_(world) {}

    /// The county's places, units, people and windows, known to all.
    void set_up();

    /// One step of one user.
    void edit(Client& client);
    void edit_words(Client& client);
    void create(Client& client);
    void remove(Client& client);
    void restore(Client& client);
    void move(Client& client);
    void resolve(Client& client);

private:
    enum class Outcome { saved, unsure };
    struct Change {
        Uuid record;
        const FieldDef* field;
        Value before;
        Value after;
        std::vector<int> also_seen = {};
    };

    /// Runs a step; the program may die during it.
    Outcome run(Client& client, const std::string& what, const std::function<void(Batch&)>& work);
    Outcome guarded_run(Client& client, const std::string& what, const std::function<void()>& work);
    void keep(const Client& client, const Change& change, Outcome outcome);
    void keep_all(const Client& client, const Record& record, Outcome outcome);

    Uuid make_record(Client& client, std::string_view entity,
        std::initializer_list<std::pair<std::string_view, std::string>> fields);
    void make_person(Client& client, const Uuid& place);
    void make_item(Client& client);
    void post_again(Client& client);

    std::optional<Uuid> any_record(Client& client, std::string_view entity, bool deleted = false);
    std::string new_value();
    template <class Range>
    const auto& one_of(const Range& range)
    {
        return range[world_.random.below(static_cast<std::uint32_t>(std::size(range)))];
    }

    World& world_;
};

} // namespace tests
