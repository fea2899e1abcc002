#pragma once

#include "model/commands/editor.h"
#include "model/entities/person.h"
#include "model/entities/posting.h"
#include "model/entities/window_staff.h"

#include <vector>

namespace model {

/// What the form that a sending unit stamps (窗口工作人员基本情况表) says of somebody new.
struct Newcomer {
    Person person; ///< with an id: somebody who is in the register already, and comes back
    Posting posting;
    std::optional<Uuid> window;
    Slot slot = Slot::a;
    std::string document; ///< the form, of an entry on the unit's behalf (代录); empty: none

    /// What stands in fields that offices added to the three registers.
    std::vector<FieldEdit> extras = {};
};

/// A field that an office added to one of the three registers and that has to be filled in.
struct AskedField {
    const EntityDef* def = nullptr; ///< as the file has it
    const FieldDef* field = nullptr;
};

/// Those fields, in the order of the form: of the person, the posting and who holds the window.
std::vector<AskedField> asked_of_newcomer(RecordStore& store);

/// Fills what follows from the rest: birth and sex from a sound ID number, the place from the
/// window, the status from the day on which the posting begins, and how long the trial lasts.
void complete(RecordStore& store, Newcomer& newcomer);

/// Enters the person, the posting and who holds the window, as one undoable step. Each is checked
/// as an entry of it is, with the ones before it done; where one is refused, none is written and
/// the findings say why. Findings name fields of all three registers; `id` is the person's.
Outcome enter_newcomer(Editor& editor, const Newcomer& newcomer);

/// Somebody of the register who may be the same.
struct Namesake {
    Uuid person;
    std::string name;
    std::string unit;             ///< of the last posting; may be empty
    bool has_same_number = false; ///< or else the same name
    bool is_posted = false;       ///< serves now
};

/// Those of that ID number, and those of that name, as far as the account sees them.
std::vector<Namesake> namesakes(RecordStore& store, const Permission& permission,
    const std::string& name, const std::string& id_number);

} // namespace model
