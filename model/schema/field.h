#pragma once

#include "model/base/error.h"
#include "model/schema/actor.h"
#include "model/schema/value.h"

#include <array>
#include <chrono>
#include <concepts>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace model {

/// Whose a field is, as a kind; which organisation that is, the record's place and home unit tell
/// (see ownership.h). `agency` is the hall office that manages the record's place.
enum class Owner { agency, home_unit, outlet, upstream, shared };

std::string_view owner_name(Owner owner);

/// One entry of a fixed list: the code is stored and sent, the label is shown.
struct Choice {
    std::string_view code;
    const char* label;
};

/// Specialised beside an enum, in the order of its enumerators, to make it a choice field.
template <class Enum>
inline constexpr std::nullptr_t choices_of = nullptr;

/// What a field may say of itself beyond its name, label and owner.
struct FieldOptions {
    bool required = false;
    bool personal = false;           ///< masked on screens, in logs and in exports
    bool long_text = false;          ///< several lines in a form
    bool whole = false;              ///< a set that is decided as one: edits of it never merge
    int width = 0;                   ///< list column width in DIPs; 0 keeps it out of lists
    int scale = 0;                   ///< places of a decimal
    int longest = 0;                 ///< characters of a text; 0: as is usual (longest_text())
    bool past = false;               ///< a day that is not still to come
    const char* group = nullptr;     ///< msgid of the form's heading; none: as the field before
    std::string_view refers_to = {}; ///< the entity a reference names
    std::span<const Choice> choices = {}; ///< of a set; an enum brings its own
};

/// What generic code may know of a field: the database, the wire, lists, forms, import, sync.
struct FieldDef : FieldOptions {
    int id = 0;                  ///< on the wire, from 1; never used again for another field
    std::string_view name;       ///< column and JSON key; once shipped it keeps its meaning
    const char* label = nullptr; ///< msgid
    Owner owner = Owner::shared;
    Type type = Type::text;

    /// Whether two edits of it merge by what they added and took away.
    bool merges() const { return type == Type::set && !whole; }
};

/// A FieldDef tied to a member of the struct E.
template <class E>
struct Field : FieldDef {
    Value (*get)(const E&) = nullptr;
    void (*set)(E&, const Value&) = nullptr;
};

/// A file kept beside the records: the content's SHA-256 names it. See Type::attachment.
struct Attachment {
    std::string text; ///< "sha256/size/name", empty for none
};

/// A month such as "2026-10"; empty for none. See Type::month.
struct Month {
    std::string text;
};

/// A time of day such as "08:30"; empty for none. See Type::time_of_day.
struct TimeOfDay {
    std::string text;
};

namespace detail {

template <class T>
concept ChoiceEnum =
    std::is_enum_v<T> && !std::same_as<decltype(choices_of<T>), const std::nullptr_t>;

/// How a member of type T becomes a Value and back.
template <class T>
struct Codec {
    static_assert(!sizeof(T), "A field of this type needs a Codec beside the others below");
};

template <class T>
std::optional<T> held(const Value& value)
{
    const auto* held = std::get_if<T>(&value);
    return held ? std::optional{*held} : std::nullopt;
}

template <class T, Type Kind>
struct OptionalCodec {
    static constexpr Type type = Kind;
    static Value to_value(const std::optional<T>& held) { return held ? Value{*held} : Value{}; }
    static std::optional<T> from_value(const Value& value) { return held<T>(value); }
};

template <>
struct Codec<std::optional<std::int64_t>> : OptionalCodec<std::int64_t, Type::integer> {
};
template <>
struct Codec<std::optional<bool>> : OptionalCodec<bool, Type::boolean> {
};
template <>
struct Codec<std::optional<Date>> : OptionalCodec<Date, Type::date> {
};
template <>
struct Codec<std::optional<Decimal>> : OptionalCodec<Decimal, Type::decimal> {
};
template <>
struct Codec<std::optional<Uuid>> : OptionalCodec<Uuid, Type::reference> {
};

template <>
struct Codec<std::string> {
    static constexpr Type type = Type::text;
    static Value to_value(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
    static std::string from_value(const Value& value)
    {
        const auto* text = std::get_if<std::string>(&value);
        return text ? *text : to_text(value);
    }
};

template <>
struct Codec<Set> {
    static constexpr Type type = Type::set;
    static Value to_value(const Set& set) { return set_value(set); }
    static Set from_value(const Value& value) { return held<Set>(value).value_or(Set{}); }
};

/// What is kept as text of a form of its own.
template <class T, Type Kind>
struct FormedTextCodec {
    static constexpr Type type = Kind;
    static Value to_value(const T& held) { return held.text.empty() ? Value{} : Value{held.text}; }
    static T from_value(const Value& value) { return {to_text(value)}; }
};

template <>
struct Codec<Attachment> : FormedTextCodec<Attachment, Type::attachment> {
};
template <>
struct Codec<Month> : FormedTextCodec<Month, Type::month> {
};
template <>
struct Codec<TimeOfDay> : FormedTextCodec<TimeOfDay, Type::time_of_day> {
};

/// A code that this version does not know has no typed value; the record keeps it as it is.
template <ChoiceEnum T>
struct Codec<std::optional<T>> {
    static constexpr Type type = Type::choice;
    static Value to_value(std::optional<T> choice)
    {
        if (!choice)
            return {};
        return std::string(choices_of<T>.at(static_cast<std::size_t>(*choice)).code);
    }
    static std::optional<T> from_value(const Value& value)
    {
        const auto* code = std::get_if<std::string>(&value);
        for (std::size_t i = 0; code && i < choices_of<T>.size(); ++i)
            if (choices_of<T>[i].code == *code)
                return static_cast<T>(i);
        return std::nullopt;
    }
};

template <auto Member>
struct MemberOf;

template <class E, class T, T E::*Member>
struct MemberOf<Member> {
    using Entity = E;
    using Value = T;
};

template <class T>
inline constexpr bool is_choice = false;

template <ChoiceEnum T>
inline constexpr bool is_choice<std::optional<T>> = true;

} // namespace detail

/// Describes one member of a struct. The type and the choices of an enum come from the member.
template <auto Member>
constexpr auto field(
    int id, std::string_view name, const char* label, Owner owner, FieldOptions options = {})
{
    using E = typename detail::MemberOf<Member>::Entity;
    using T = typename detail::MemberOf<Member>::Value;
    using Codec = detail::Codec<T>;

    if constexpr (detail::is_choice<T>)
        options.choices = choices_of<typename T::value_type>;
    Field<E> result{{options, id, name, label, owner, Codec::type}};
    result.get = [](const E& entity) { return Codec::to_value(entity.*Member); };
    result.set = [](E& entity, const Value& value) { entity.*Member = Codec::from_value(value); };
    return result;
}

/// How many characters the field's text may have.
int longest_text(const FieldDef& field);

/// The label of a code, or nullptr for a code the list does not hold.
const char* label_of(std::span<const Choice> choices, std::string_view code);

} // namespace model
