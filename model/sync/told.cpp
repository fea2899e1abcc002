#include "model/sync/told.h"

namespace model {

const boost::json::value* find(const boost::json::object& object, std::string_view key)
{
    return object.if_contains(boost::json::string_view(key.data(), key.size()));
}

Version version_of(const boost::json::value& value)
{
    return Version::parse(scalar_text(value)).value_or(Version{});
}

Uuid uuid_or_nil(const boost::json::object& object, std::string_view key)
{
    const auto* value = find(object, key);
    return value ? Uuid::parse(scalar_text(*value)).value_or(Uuid{}) : Uuid{};
}

std::optional<Version> told_version(const boost::json::object& state, int fid)
{
    const auto* versions = find(state, "v");
    if (!versions || !versions->is_object())
        return std::nullopt;
    const auto* version = find(versions->get_object(), std::to_string(fid));
    return version ? std::optional(version_of(*version)) : std::nullopt;
}

Value told_value(const boost::json::object& fields, const FieldDef& field)
{
    const auto* value = find(fields, std::to_string(field.id));
    if (!value)
        return {};
    return parse_value(field.type, scalar_text(*value), field.scale).value_or(Value{});
}

const boost::json::object& told_fields(const boost::json::object& state)
{
    static const boost::json::object none;
    const auto* fields = find(state, "f");
    return fields && fields->is_object() ? fields->get_object() : none;
}

bool is_told_deleted(const boost::json::object& state)
{
    return find(state, "d") != nullptr;
}

} // namespace model
