#pragma once

#include "model/assessment/method.h"
#include "model/entities/method.h"
#include "model/store/record_store.h"

#include <optional>
#include <string>
#include <vector>

/// The office's own methods, as its registers keep them.
namespace model {

/// The identity of the record with a version's rules, by the version's.
Uuid method_text_id(const Uuid& method);

/// The rules of a version, as their file says them; empty where they are not in this file (yet).
std::string method_text(RecordStore& store, const Uuid& method);

/// The version to assess by, with the days on which its record says it holds. Throws UsageError
/// with the reason where its rules are not here or cannot be read.
AssessmentMethod kept_method(RecordStore& store, const Uuid& method);

/// The versions of the method of that short name, from the newest.
std::vector<Method> versions_of(RecordStore& store, const std::string& code);

/// The version of the method that the period's first day asks for; nothing where none holds then.
std::optional<Method> version_on(RecordStore& store, const std::string& code, Date first);

} // namespace model
