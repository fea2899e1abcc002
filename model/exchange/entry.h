#pragma once

#include "model/exchange/choice_words.h"
#include "model/store/record_store.h"

#include <string_view>
#include <variant>

namespace model {

/// What a typed text means for a field, or the sentence that says why it means nothing there.
using Entry = std::variant<Value, Message>;

/// Reads what people type into forms, sheets and command lines, the one way for all of them:
///
/// - nothing, or white space: no value
/// - text: without white space at its ends; a line break in a text of one line is a blank. ID
///   numbers and credit codes get their ordinary form (half width, capital letters)
/// - numbers: with or without thousands separators, full width or not
/// - flags: 1 0, true false, yes no, 是 否, 有 无, √ ×
/// - dates, months and times: see typed_date.h
/// - choices: code or label, see choice_words.h
/// - sets: codes, labels or words of one's own, parted by , ， 、 ; ； | or line breaks; a label
/// that
///   holds such a sign itself is understood
/// - references: id, title or another name, see reference_words.h. The record must be there
/// - attachments: only "sha256/size/name" of a stored file
///
/// Whether the value is right for the record is for the rules to say, not for the reader.
class EntryReader {
public:
    /// Labels are understood in each of the languages, and in English. Sentences list them in the
    /// first.
    EntryReader(RecordStore& store, std::vector<Translate> languages);

    Entry read(const FieldDef& field, std::string_view text);

    /// The record of that register that the text names.
    Entry read_reference(const EntityDef& def, std::string_view text);

private:
    Entry read_choice(const FieldDef& field, const std::string& text);
    Entry read_set(const FieldDef& field, const std::string& text);

    RecordStore& store_;
    Translate translate_;
    ChoiceWords words_;
};

/// The same for a single text.
Entry read_entry(
    const FieldDef& field, std::string_view text, RecordStore& store, const Translate& translate);

/// The record of that register that a single text names, as a reference to it is read.
Entry read_reference(
    const EntityDef& def, std::string_view text, RecordStore& store, const Translate& translate);

/// The text by which people know the value and which reads as the same value again: labels of
/// choices, words for references, 是 and 否 in the language of `translate`, ISO dates. The words of
/// a set stand in its own order, parted by 、 in Chinese as in English.
std::string entry_text(
    const FieldDef& field, const Value& value, RecordStore& store, const Translate& translate);

} // namespace model
