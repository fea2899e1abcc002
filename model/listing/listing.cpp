#include "model/listing/listing.h"

#include "model/base/text.h"
#include "model/listing/collation.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace model {

namespace {

constexpr std::uint32_t last_of_all = 0xFFFFFFFF; ///< the rank of what is empty

/// The words between blanks, as folded text is looked through.
std::vector<std::string> folded_words(const std::string& typed)
{
    auto words = split(half_width(typed), ' ');
    for (auto& word : words)
        word = folded(word);
    std::erase(words, "");
    return words;
}

std::size_t place_in(std::span<const Choice> choices, const std::string& code)
{
    const auto found = std::ranges::find(choices, code, &Choice::code);
    return static_cast<std::size_t>(found - choices.begin());
}

/// A record passes on only if it passes this too.
void keep(char& passes, char this_too)
{
    passes = std::min(passes, this_too);
}

/// The values of a column in the order of their keys; equal keys get equal ranks.
template <class Keys, class Less>
std::vector<std::uint32_t> ranked(const Keys& keys, Less less)
{
    std::vector<std::uint32_t> places(keys.size());
    std::iota(places.begin(), places.end(), 0U);
    std::ranges::sort(places, [&](auto a, auto b) { return less(keys[a], keys[b]); });
    std::vector<std::uint32_t> ranks(keys.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0 && less(keys[places[i - 1]], keys[places[i]]))
            ++rank;
        ranks[places[i]] = rank;
    }
    return ranks;
}

} // namespace

bool ListingQuery::filters() const
{
    return !folded(anywhere).empty() || std::ranges::any_of(cells, [](const auto& cell) {
        return !CellFilter(*cell.first, cell.second).is_blank();
    });
}

Listing::Listing(const EntityDef& def, Translate translate, Sight sight)
    : def_(&def)
    , translate_(std::move(translate))
    , sight_(std::move(sight))
{
}

void Listing::read(RecordStore& store, std::vector<const FieldDef*> fields, std::int64_t most)
{
    const auto through = [this](const EntityDef& other) { return sight_.through(other).condition; };
    data_ = read_columns(store, *def_, fields, most, sight_.condition,
        sight_.through ? SeenThrough(through) : SeenThrough());
    look_through(fields);
    extras_.clear();
    sorted_.clear();
    for (const auto* field : fields)
        folded_of(*field); // so that the first key that is typed is as quick as any
}

void Listing::look_through(const std::vector<const FieldDef*>& fields)
{
    masks_through_.clear();
    for (const auto* field : fields)
        if (const auto* reached = reached_by(*field); reached && field->personal && sight_.through)
            if (auto masked = sight_.through(*reached->def).masked)
                masks_through_.emplace(field, std::move(masked));
}

const Masked* Listing::mask_of(const FieldDef& field) const
{
    if (!field.personal)
        return nullptr;
    if (const auto found = masks_through_.find(&field); found != masks_through_.end())
        return &found->second;
    return sight_.masked && !reached_by(field) ? &sight_.masked : nullptr;
}

std::optional<std::size_t> Listing::find(const Uuid& id) const
{
    const auto found = std::ranges::find(data_.ids, id);
    if (found == data_.ids.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - data_.ids.begin());
}

const Column& Listing::column(const FieldDef& field) const
{
    const auto found = std::ranges::find(data_.columns, &field, &Column::field);
    if (found == data_.columns.end())
        throw std::logic_error("A list asks for a field that it did not read");
    return *found;
}

const Value& Listing::value(std::size_t record, const FieldDef& field) const
{
    return column(field)[record];
}

const std::string& Listing::text(std::size_t record, const FieldDef& field)
{
    return text_at(field, column(field).cells[record]);
}

/// Sets in the order of their list, as screens show them.
std::string Listing::words(const FieldDef& field, const Value& value) const
{
    if (const auto* flag = std::get_if<bool>(&value))
        return translate_(*flag ? msgid("yes") : msgid("no"));
    const auto label = [&](const std::string& code) {
        const auto* known = label_of(field.choices, code);
        return known ? translate_(known) : code;
    };
    if (const auto* set = std::get_if<Set>(&value)) {
        auto codes = *set;
        std::ranges::stable_sort(
            codes, {}, [&](const auto& code) { return place_in(field.choices, code); });
        std::vector<std::string> labels;
        labels.reserve(codes.size());
        for (const auto& code : codes)
            labels.push_back(label(code));
        return join(labels, "、");
    }
    return field.type == Type::choice && !is_empty(value) ? label(to_text(value)) : to_text(value);
}

/// Of a text a second copy of each value would be kept.
bool Listing::shows_values(const FieldDef& field) const
{
    return field.type == Type::text && !masks(field);
}

Listing::Extra& Listing::texts_of(const FieldDef& field)
{
    auto& extra = extras_[&field];
    const auto& shown = column(field);
    if (!extra.texts.empty() || shows_values(field))
        return extra;
    if (field.type == Type::reference) {
        extra.texts = shown.titles;
    } else {
        const auto* mask = mask_of(field);
        extra.texts.reserve(shown.values.size());
        for (const auto& value : shown.values)
            extra.texts.push_back(mask ? (*mask)(field, value) : words(field, value));
    }
    return extra;
}

/// What stands for a value of the column, which has its place among them.
const std::string& Listing::text_at(const FieldDef& field, std::size_t place)
{
    static const std::string nothing;
    if (!shows_values(field))
        return texts_of(field).texts[place];
    const auto* text = std::get_if<std::string>(&column(field).values[place]);
    return text ? *text : nothing;
}

Listing::Extra& Listing::folded_of(const FieldDef& field)
{
    auto& extra = texts_of(field);
    if (!extra.starts.empty())
        return extra;
    const auto count = column(field).values.size();
    extra.starts.reserve(count + 1);
    for (std::size_t i = 0; i < count; ++i) {
        extra.starts.push_back(static_cast<std::uint32_t>(extra.folded.size()));
        extra.folded += folded(text_at(field, i));
        extra.folded += '\n';
    }
    extra.starts.push_back(static_cast<std::uint32_t>(extra.folded.size()));
    return extra;
}

const std::vector<std::uint32_t>& Listing::ranks_of(const FieldDef& field)
{
    auto& extra = texts_of(field);
    if (!extra.ranks.empty())
        return extra.ranks;
    const auto& values = column(field).values;
    switch (masks(field) ? Type::text : field.type) {
    case Type::integer:
    case Type::decimal:
    case Type::boolean: {
        std::vector<std::int64_t> numbers;
        numbers.reserve(values.size());
        for (const auto& value : values)
            numbers.push_back(CellFilter::number(value));
        extra.ranks = ranked(numbers, std::less<>());
        break;
    }
    case Type::date:
    case Type::month:
    case Type::time_of_day:
        extra.ranks = ranked(extra.texts, std::less<>());
        break;
    case Type::choice: {
        std::vector<std::size_t> places;
        places.reserve(values.size());
        for (const auto& value : values)
            places.push_back(place_in(field.choices, to_text(value)));
        extra.ranks = ranked(places, std::less<>());
        break;
    }
    default: {
        std::vector<std::string> keys;
        keys.reserve(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            keys.push_back(sort_key(text_at(field, i)));
        extra.ranks = ranked(keys, std::less<>());
    }
    }
    extra.ranks[0] = last_of_all;
    return extra.ranks;
}

/// One search through the texts of all values, rather than one for each.
Listing::Matches Listing::holding(const FieldDef& field, const std::string& words)
{
    const auto& extra = folded_of(field);
    Matches matches(column(field).values.size());
    std::size_t value = 0;
    for (auto at = extra.folded.find(words); at != std::string::npos;
         at = extra.folded.find(words, extra.starts[value + 1])) {
        while (extra.starts[value + 1] <= at)
            ++value;
        matches[value] = 1;
    }
    return matches;
}

Listing::Matches Listing::passing(const FieldDef& field, const CellFilter& filter)
{
    if (filter.asks_for_words())
        return holding(field, filter.words());
    const auto& extra = folded_of(field);
    const auto& values = column(field).values;
    Matches matches(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto length = extra.starts[i + 1] - extra.starts[i] - 1;
        const auto shown = std::string_view(extra.folded).substr(extra.starts[i], length);
        const auto& text = text_at(field, i);
        const auto seen = !masks(field) || text.empty() ? values[i] : Value{text};
        matches[i] = static_cast<char>(filter.passes(seen, shown));
    }
    return matches;
}

void Listing::narrow(std::vector<char>& passes, const ListingQuery& query)
{
    for (const auto& [field, typed] : query.cells) {
        const CellFilter filter(*field, typed);
        if (filter.is_blank())
            continue;
        const auto matches = passing(*field, filter);
        const auto& cells = column(*field).cells;
        for (std::size_t i = 0; i < passes.size(); ++i)
            keep(passes[i], matches[cells[i]]);
    }
}

void Listing::narrow_to_words(std::vector<char>& passes, const ListingQuery& query)
{
    for (const auto& word : folded_words(query.anywhere)) {
        std::vector<char> found(passes.size());
        for (const auto* field : query.searched) {
            const auto matches = holding(*field, word);
            const auto& cells = column(*field).cells;
            for (std::size_t i = 0; i < found.size(); ++i)
                found[i] = std::max(found[i], matches[cells[i]]);
        }
        for (std::size_t i = 0; i < passes.size(); ++i)
            keep(passes[i], found[i]);
    }
}

const std::vector<std::uint32_t>& Listing::ordered(const std::vector<ListingQuery::SortKey>& order)
{
    if (sorted_.size() == size() && order == order_)
        return sorted_;
    order_ = order;
    sorted_.resize(size());
    std::iota(sorted_.begin(), sorted_.end(), 0U);
    // From the key that counts least; each pass keeps what the ones before it did among equals.
    for (const auto& key : std::vector(order.rbegin(), order.rend())) {
        const auto& ranks = ranks_of(*key.field);
        const auto& cells = column(*key.field).cells;
        const auto rank = [&](std::uint32_t record) {
            const auto at = ranks[cells[record]];
            return key.descending && at != last_of_all ? last_of_all - 1 - at : at;
        };
        std::ranges::stable_sort(sorted_, {}, rank);
    }
    return sorted_;
}

std::vector<std::uint32_t> Listing::select(const ListingQuery& query)
{
    std::vector<char> passes(size(), 1);
    narrow(passes, query);
    narrow_to_words(passes, query);
    std::vector<std::uint32_t> found;
    found.reserve(size());
    for (const auto record : ordered(query.order))
        if (passes[record])
            found.push_back(record);
    return found;
}

std::vector<std::size_t> Listing::runs(
    std::span<const std::uint32_t> records, const FieldDef& field)
{
    const auto& ranks = ranks_of(field);
    const auto& cells = column(field).cells;
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < records.size(); ++i)
        if (i == 0 || ranks[cells[records[i]]] != ranks[cells[records[i - 1]]])
            starts.push_back(i);
    return starts;
}

} // namespace model
