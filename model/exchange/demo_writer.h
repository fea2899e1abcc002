#pragma once

#include "model/commands/editor.h"

namespace model {

/// Enters the demo's records: each is a step of the demo's own account that the rules have passed,
/// so that nobody's undo takes them back. Throws std::logic_error where a rule refuses one.
class DemoWriter {
public:
    explicit DemoWriter(RecordStore& store);

    RecordStore& store() { return store_; }
    const Account& account() const { return editor_.account(); }

    /// The number of records added so far.
    std::int64_t added() const { return added_; }

    /// Counts records that came in another way, such as an import.
    void count(std::int64_t more) { added_ += more; }

    template <class E>
    Uuid add(const E& entity)
    {
        return create(to_record(entity));
    }

    template <class E>
    void change(const E& entity)
    {
        set(to_record(entity));
    }

    /// All of that kind, as they were entered.
    template <class E>
    std::vector<E> all()
    {
        std::vector<E> entities;
        for (const auto& record : store_.select({.def = &def_of<E>()}))
            entities.push_back(from_record<E>(record));
        return entities;
    }

private:
    Uuid create(const Record& record);
    void set(const Record& record);

    RecordStore& store_;
    Editor editor_;
    std::int64_t added_ = 0;
};

} // namespace model
