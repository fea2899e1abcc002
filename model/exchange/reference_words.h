#pragma once

#include "model/store/record_store.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// The records people mean by a word: those of that id, else of that title, else of that short
/// name, code or other single field by which records of the entity are matched, else of a title
/// alike without regard to case, width and white space. A record with an end stands back behind
/// one without. Records that have no name of their own are called by what their title refers to, a
/// posting by its person, and where that tells nothing by both names ("A01 张伟").
/// A window is also meant by a number it had before, where none has it now (window_numbers.h).
/// "A01（综合窗口）" and "张伟（019b…）" say which of several by subtitle or id. None: nothing is
/// called so; several: the word does not tell.
std::vector<Uuid> meant_by(
    RecordStore& store, const EntityDef& def, std::string_view word, const Translate& translate);

/// The windows that once had that number and have another now; none in other registers.
std::vector<Record> once_called(RecordStore& store, const EntityDef& def, std::string_view number);

/// The shortest word that meant_by() reads as this record: its title; where another has it too,
/// with the subtitle or, last of all, the id in brackets.
std::string word_for(RecordStore& store, const Uuid& id, const Translate& translate);

/// The first five of these words, for a sentence that asks which is meant.
std::string words_for(RecordStore& store, const std::vector<Uuid>& ids, const Translate& translate);

} // namespace model
