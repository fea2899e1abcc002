#pragma once

#include "model/store/record_store.h"

namespace model {

/// The small filter language of `hallctl list --where` and of the filter row of lists:
///
///   status=on_duty and unit~公安 and since<2024-01-01
///
/// field OP value, joined by `and`, `or`, `not` and parentheses. OP is = != < <= > >= ~ (contains,
/// letters without regard to case and width) and `in (a, b)`; `field=` asks for an empty field,
/// `field!=` for a filled one. Values are words, numbers, dates or "quoted text", in which \" and
/// \\ stand for themselves. A reference is compared by the title of what it names, or by its id; a
/// set by whether it holds the word; a choice by its code, or by its label in the language of
/// `translate`. A field may be called by its label too, or by the end of it where that
/// is plain.
///
/// Fills where and arguments of a query on `def` (the table's alias is t). Throws UsageError that
/// quotes the place where the text stops making sense, or names the unknown field.
///
/// Who may not read personal values whole does not compare them either, for he would find them out
/// by trying; `compares_personal` says whether he may.
void compile(const std::string& expression, Query& query, const Catalog& catalog,
    const Translate& translate, bool compares_personal = true);

/// What is said to him: by the field of that label he can neither filter nor sort.
Message why_not_by_personal(const std::string& label);

/// A value as the language writes it: quoted where it would not be read as one word.
std::string filter_word(std::string_view value);

} // namespace model
