#include "model/assessing/kept_methods.h"

#include "model/assessment/method_reader.h"
#include "model/entities/method_text.h"

#include <algorithm>

namespace model {

Uuid method_text_id(const Uuid& method)
{
    return Uuid::named("method_text", method.text());
}

std::string method_text(RecordStore& store, const Uuid& method)
{
    const auto found = store.find(def_of<MethodText>(), method_text_id(method));
    return found ? from_record<MethodText>(*found).content : std::string();
}

AssessmentMethod kept_method(RecordStore& store, const Uuid& method)
{
    const auto record = store.find(def_of<Method>(), method);
    if (!record)
        throw UsageError({msgid("There is no such assessment method in this file")});
    const auto kept = from_record<Method>(*record);
    const auto text = method_text(store, method);
    if (text.empty())
        throw UsageError({msgid("The rules of “{1}” are not in this file: sync, or bring the "
                                "method in again"),
            {kept.name}});
    auto reading = read_method(text);
    if (!reading.method)
        throw UsageError(
            {msgid("The rules of “{1}” cannot be read: bring the method in again"), {kept.name}});
    reading.method->from = kept.from;
    reading.method->to = kept.to;
    return std::move(*reading.method);
}

std::vector<Method> versions_of(RecordStore& store, const std::string& code)
{
    std::vector<Method> versions;
    for (const auto& record : store.where(def_of<Method>(), "code", code))
        versions.push_back(from_record<Method>(record));
    std::ranges::sort(versions, [](const Method& a, const Method& b) {
        return std::pair(a.from, a.version) > std::pair(b.from, b.version);
    });
    return versions;
}

std::optional<Method> version_on(RecordStore& store, const std::string& code, Date first)
{
    for (auto& version : versions_of(store, code))
        if ((!version.from || *version.from <= first) && (!version.to || first < *version.to))
            return std::move(version);
    return std::nullopt;
}

} // namespace model
