#pragma once

#include "model/commands/editor.h"

namespace model {

/// Lines that a record can get in one act.
struct LinesOffered {
    std::string name;           ///< of the check-list they come from, or the posts of a chain
    std::string source;         ///< what that rests on
    std::vector<Record> lines;  ///< not there yet, without ids, in their order
    std::size_t there = 0;      ///< so many of the list stand there already
    std::vector<Record> others; ///< what changes besides: the inspection names its list
};

/// Whether records of that register get lines at all: inspections the lines of a check-list,
/// postings what is settled on joining (入驻) and leaving (离岗), and requests (leave, changes of
/// postings and items, swaps of duty) the steps of their approval.
bool gets_lines(const EntityDef& def);

/// What that record can get, what fits best first: the list an inspection names, the self-check for
/// a self-check, the leaving list for a posting that ends. The lines for somebody who leaves are
/// filled with what the file knows of him: authorisations in force, open complaints, ratings and
/// problems, windows with A or B post, devices in his custody; a matter of which it knows several
/// things has a line for each. Throws UsageError for a record that is not there or gets none.
std::vector<LinesOffered> lines_for(RecordStore& store, const Uuid& record);

/// Makes them as one undoable step, with the rules and rights of each line; `changed` is false
/// where all of them are there.
Outcome make_lines(Editor& editor, const Uuid& record, const LinesOffered& lines);

/// What a line says, whatever its register: what is checked or settled.
std::string text_of_line(const Record& line, const Translate& translate);

} // namespace model
