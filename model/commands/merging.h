#pragma once

#include "model/commands/editor.h"

#include <functional>
#include <span>
#include <vector>

namespace model {

/// A field in which two records of a register differ.
struct Differing {
    const FieldDef* field = nullptr;
    Value kept;
    Value other;
    bool is_taken = false; ///< the other's counts, for the kept record has none
};

/// In which fields the record that stays and the one that goes differ, in the order of the form.
/// Throws UsageError where one of them is not there, they are one, or not of one register, or where
/// records of this register are not merged (accounts).
std::vector<Differing> differing(RecordStore& store, const Uuid& kept, const Uuid& other);

/// Of these fields those by which two records of the register are told apart, where both are filled
/// in: numbers, codes, names. Two that stand for the same thing seldom differ there.
std::vector<const FieldDef*> telling_apart(
    std::span<const Differing> differing, const EntityDef& def);

/// How many records of a register, or how many files, will belong to the one that stays.
struct Followers {
    const EntityDef* def = nullptr; ///< of an attachment: the files kept with the other record
    std::int64_t count = 0;

    bool operator==(const Followers&) const = default;
};

/// What of that which the account may see refers to the other record and will refer to the one that
/// stays: each register once and each of its records once, by however many fields it refers, and
/// last the files kept with the other record, without those in the recycle bin.
std::vector<Followers> followers(Editor& editor, const Uuid& kept, const Uuid& other);

/// Makes one record of two that stand for the same thing, as one undoable step: what the kept one
/// lacks it gets from the other, and the values of `taken` too; every record that refers to the
/// other, and every file kept with it, is the kept one's; the other goes into the recycle bin. Each
/// of these records is checked like an edit of it; where one is refused, nothing is written, and
/// the findings name the record. A double of the two that are merged is none. `go_on` is told how
/// much of it is looked at, 0 to 1, and gives it up where it says false: then nothing is written,
/// and there is no finding. Throws UsageError as differing().
Outcome merge_records(Editor& editor, const Uuid& kept, const Uuid& other,
    std::span<const FieldDef* const> taken = {}, bool is_dry_run = false,
    const std::function<bool(double done)>& go_on = {});

} // namespace model
