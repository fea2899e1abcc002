#pragma once

#include "model/store/record_store.h"

#include <functional>

namespace model {

/// What of another register somebody sees through a reference to it: a condition on its table,
/// alias t; empty: all of it.
using SeenThrough = std::function<std::string(const EntityDef&)>;

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
/// is plain. `unit.category` is a field of the record that the reference `unit` leads to; what
/// leads nowhere has none.
///
/// Fills where and arguments of a query on `def` (the table's alias is t). Throws UsageError that
/// quotes the place where the text stops making sense, or names the unknown field.
///
/// Who may not read personal values whole does not compare them either, for he would find them out
/// by trying; `compares_personal` says whether he may. Through a reference nobody compares them.
/// What `through` does not let him see of the other register has no fields either; none: he sees
/// all.
void compile(const std::string& expression, Query& query, const Catalog& catalog,
    const Translate& translate, bool compares_personal = true, const SeenThrough& through = {});

/// What is said to him: by the field of that label he can neither filter nor sort.
Message why_not_by_personal(const std::string& label);

/// A value as the language writes it: quoted where it would not be read as one word.
std::string filter_word(std::string_view value);

} // namespace model
