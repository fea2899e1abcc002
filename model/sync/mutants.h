#pragma once

namespace model {

/// Deliberate mistakes of the sync engine, for one purpose: a test switches one on and must then
/// fail. A mutant that nothing notices is a hole in the tests. None is ever on in the programs.
enum class Mutant {
    none,
    no_base_check,      ///< the hub takes every edit without asking what it was based on
    no_ownership,       ///< time alone decides a conflict
    ack_before_commit,  ///< the hub answers before its transaction is on the disk
    forget_last_seq,    ///< the hub applies a repeated batch again
    forget_outbox_ack,  ///< the client drops its outbox when it has sent, not when it is answered
    cursor_too_far,     ///< the client's cursor jumps to the hub's head after the first page
    drop_leave,         ///< a record that moved away stays on the devices it left
    loser_forgotten,    ///< the value that did not win is not put into the inbox
    pull_over_own_edit, ///< a pull overwrites what waits to be sent
    delete_wins,        ///< an edit of a deleted record vanishes without a trace
    no_clamp,           ///< a device's clock is believed
    county_is_right,    ///< a device takes the word of a county that was restored
    seen_is_forgotten,  ///< what was overwritten before it came wins when it comes
    again_is_doubted,   ///< the county does not believe whose it is what it lost
    decided_is_asked,   ///< a decision the county lost is a question again
};

#ifdef HALLKEEPER_MUTANTS
inline Mutant active_mutant = Mutant::none;
inline bool mutant(Mutant which)
{
    return active_mutant == which;
}
#else
constexpr bool mutant(Mutant)
{
    return false;
}
#endif

} // namespace model
