#include "model/store/held_records.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

namespace {

/// Seven bits a byte, lowest first; the top bit says that more follow.
void put_length(std::string& bytes, std::size_t length)
{
    for (; length > 0x7F; length >>= 7U)
        bytes += static_cast<char>(0x80U | (length & 0x7FU));
    bytes += static_cast<char>(length);
}

std::size_t take_length(const std::string& bytes, std::uint64_t& at)
{
    std::size_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        length |= static_cast<std::size_t>(byte & 0x7FU) << shift;
        if (byte < 0x80)
            return length;
    }
}

std::uint64_t mixed(std::uint64_t hash, std::string_view text)
{
    return (hash ^ std::hash<std::string_view>{}(text)) * 0x9E3779B97F4A7C15U;
}

} // namespace

HeldRecords::HeldRecords(RecordStore& store, const EntityDef& def) : def_(def)
{
    for (const auto& field : def.fields)
        is_name_.push_back(
            field.type == Type::text && (field.name == def.title || field.name.ends_with("name")));
    store.each({.def = &def}, [this](const Record& record) { add(record); });
    for (const auto& id : store.ids({.def = &def, .deleted = true}))
        deleted_.insert(id);
}

std::string_view HeldRecords::text(Index record, std::size_t field) const
{
    auto at = starts_[record];
    for (;; --field) {
        const auto length = take_length(texts_, at);
        if (field == 0)
            return std::string_view(texts_).substr(at, length);
        at += length;
    }
}

Record HeldRecords::record(Index index) const
{
    auto record = Record::empty(def_, ids_[index]);
    auto at = starts_[index];
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto length = take_length(texts_, at);
        if (length > 0)
            record.values[i] = parse_value(def_.fields[i].type,
                std::string_view(texts_).substr(at, length), def_.fields[i].scale)
                                   .value_or(Value{});
        at += length;
    }
    return record;
}

std::optional<HeldRecords::Index> HeldRecords::find(const Uuid& id) const
{
    return by_id_.find(HashOfId{}(id), [&](Index record) { return ids_[record] == id; });
}

/// The hash of several texts, one after the other; alike ones have the same.
std::uint64_t HeldRecords::with(std::uint64_t hash, std::size_t field, std::string_view text) const
{
    return mixed(hash, is_name_[field] ? std::string_view(folded(text)) : text);
}

bool HeldRecords::is_alike(std::size_t field, std::string_view one, std::string_view other) const
{
    return one == other || (is_name_[field] && folded(one) == folded(other));
}

std::vector<HeldRecords::Index> HeldRecords::where(
    std::span<const std::size_t> fields, std::span<const std::string> texts)
{
    std::vector<Index> found;
    first_where(fields, texts, [&](Index record) {
        found.push_back(record);
        return false;
    });
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::optional<HeldRecords::Index> HeldRecords::first_where(std::span<const std::size_t> fields,
    std::span<const std::string> texts, const std::function<bool(Index)>& wanted)
{
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < fields.size(); ++i)
        hash = with(hash, fields[i], texts[i]);
    return index_of(fields).records.find(hash, [&](Index record) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!is_alike(fields[i], text(record, fields[i]), texts[i]))
                return false;
        return wanted(record);
    });
}

HeldRecords::KeyIndex& HeldRecords::index_of(std::span<const std::size_t> fields)
{
    for (auto& index : indices_)
        if (std::ranges::equal(index.fields, fields))
            return index;
    auto& index = indices_.emplace_back();
    index.fields.assign(fields.begin(), fields.end());
    for (Index record = 0; record < count(); ++record)
        put_in(index, record);
    return index;
}

void HeldRecords::put_in(KeyIndex& index, Index record)
{
    std::uint64_t hash = 0;
    for (const auto field : index.fields) {
        const auto held = text(record, field);
        if (held.empty())
            return;
        hash = with(hash, field, held);
    }
    index.records.add(hash, record);
}

std::uint64_t HeldRecords::keep(const Record& record)
{
    const auto start = texts_.size();
    const auto put = [this](const std::string& text) {
        put_length(texts_, text.size());
        texts_ += text;
    };
    for (const auto& value : record.values)
        if (const auto* text = std::get_if<std::string>(&value))
            put(*text);
        else if (is_empty(value))
            put_length(texts_, 0);
        else
            put(to_text(value));
    return start;
}

HeldRecords::Index HeldRecords::add(const Record& record)
{
    const auto index = count();
    starts_.push_back(keep(record));
    ids_.push_back(record.id);
    by_id_.add(HashOfId{}(record.id), index);
    for (auto& each : indices_)
        put_in(each, index);
    return index;
}

void HeldRecords::change(Index record, const Record& now)
{
    // What the indices still know of its former texts is told apart when it is found.
    starts_[record] = keep(now);
    for (auto& index : indices_)
        put_in(index, record);
}

} // namespace model
