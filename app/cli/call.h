#pragma once

#include "app/cli/session.h"

#include <boost/json.hpp>

#include <optional>
#include <span>

namespace app {

/// What a command ends with, as the exit code of the program.
enum class Exit {
    done = 0,
    failed = 1,
    usage = 2,
    partly = 3,  ///< done in part: some rows were refused, the report says which
    findings = 4 ///< there are findings where the command asks for none
};

/// One call of hallctl: what was asked for, the file it is about, and the answer. The answer goes
/// to the standard output, as text for people or, with --json, as exactly one JSON document; all
/// else (findings, remarks, questions) goes to the standard error.
class Call {
public:
    Call(const CommandLine& line, model::Translate translate);

    const CommandLine& line() const { return line_; }
    const model::Translate& translate() const { return translate_; }
    bool json() const { return line_.json(); }

    /// The sentence in the user's language.
    std::string text(const model::Message& message) const;
    std::string text(const char* id) const { return translate_(id); }

    void print(std::string_view text);
    void note(std::string_view text);
    void answer(const boost::json::object& document);

    /// Warnings and refusals, a line each, on the standard error.
    void note(const model::EntityDef& def, const model::Findings& findings);

    /// A value as people read it; a personal one with its middle hidden unless it may be read
    /// whole.
    std::string shown(const model::FieldDef& field, const model::Value& value, bool whole);

    /// Notes in the audit log what was given away: so many records of a register, or the one.
    void note_given(const char* what, model::Message detail, const model::EntityDef* def = nullptr,
        const model::Uuid& record = {});

    /// The same where personal values of so many records are about to be given in full.
    void note_revealed(
        const model::EntityDef* def, std::size_t records, const model::Uuid& record = {});

    /// Whether personal values are asked for in full: --reveal and --json do.
    bool asks_for_whole() const { return json() || line_.has("reveal"); }

    /// How the command is typed for this file: "hallctl --db hall.hall redo".
    std::string command(const std::string& words) const;

    Surroundings& world() { return world_; }

    /// Who opens the file of --db, asked for the passphrase when it is first needed.
    const model::KeyFile::Unlocked& opened();

    /// The file, opened so.
    Session& session();

    /// Closes the file again.
    void close() { session_.reset(); }
    model::RecordStore& store() { return session().store; }
    model::Editor& editor() { return session().editor; }

    /// The n-th operand, which the command has checked to be there.
    const std::string& operand(std::size_t n) const { return line_.operands.at(n); }

    /// The entity of that name, or of that label in the user's language; throws UsageError that
    /// names what it is near to.
    const model::EntityDef& entity(std::string_view name) const;

    /// The same for one that the account may see, and whole where --reveal asks for it; throws
    /// Error with the reason.
    const model::EntityDef& readable(std::string_view name);

    /// The same for one in which the account may enter something.
    const model::EntityDef& writable(std::string_view name);

    /// Throws Error with the reason where the account may not do this to the register, or at all.
    void require(model::Action action, const model::EntityDef& def);
    void require(model::Action action);

    /// The field of that name or label; throws UsageError as entity() does.
    const model::FieldDef& field(const model::EntityDef& def, std::string_view name) const;

    /// The one record meant by an id, a title or another name; throws Error that names the
    /// candidates or says that there is none.
    model::Uuid record(const model::EntityDef& def, const std::string& word);

private:
    const CommandLine& line_;
    model::Translate translate_;
    Surroundings world_;
    std::optional<model::KeyFile::Unlocked> opened_;
    std::optional<Session> session_;
};

/// What the account reads of a register: the records it sees and, of those, the personal values
/// that it may read whole.
class Reader {
public:
    Reader(Call& call, const model::EntityDef& def);

    /// Lets a query find only what is seen.
    void narrow(model::Query& query) const;

    bool sees(const model::Meta& record) const;

    /// Throws Error with the reason for a record that is not seen.
    void expect(const model::Uuid& record) const;

    /// Whether the command gives the record's personal values whole.
    bool whole(const model::Uuid& record) const;

    /// Whether personal values may be filtered and sorted by.
    bool compares_personal() const { return compares_personal_; }

    std::size_t count_whole(const std::vector<model::Record>& records) const;

private:
    Call& call_;
    const model::EntityDef& def_;
    model::Extent seen_;
    model::Extent read_whole_;
    bool compares_personal_;
};

/// Does a work whose words were understood: what the model then refuses is no wrong usage.
template <class Work>
auto understood(Work work)
try {
    return work();
} catch (const model::UsageError& error) {
    throw model::Error(error.message());
}

/// "人员 (person)、单位 (unit)": all there are to choose from, by label and name.
template <class Things>
std::string choices_of(const Things& things, const model::Translate& translate)
{
    std::string all;
    for (const auto& thing : things) {
        if (!all.empty())
            all += translate(model::msgid(", "));
        all += translate(thing.label) + " (" + std::string(thing.name) + ')';
    }
    return all;
}

/// "Refused", "Warning", "Reminder".
const char* level_label(model::Level level);

} // namespace app
