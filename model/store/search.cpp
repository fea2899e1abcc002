#include "model/store/search.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

namespace {

std::vector<std::string> words_of(const std::string& text)
{
    auto words = split(half_width(text), ' ');
    std::erase(words, "");
    return words;
}

/// The word as a pattern of LIKE that finds it anywhere.
std::string pattern(const std::string& word)
{
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

/// Letters as full-width forms, as some people type them.
std::string full_width(const std::string& word)
{
    auto text = to_utf32(word);
    for (auto& c : text)
        if (c > ' ' && c < 0x7F)
            c += 0xFEE0;
    return to_utf8(text);
}

Query query_for(const EntityDef& def, const std::vector<std::string>& words)
{
    Query query{.def = &def};
    for (const auto& word : words) {
        std::string any;
        for (const auto& field : def.fields) {
            if (field.type != Type::text)
                continue;
            for (const auto& form : {word, full_width(word)}) {
                any.append(any.empty() ? "" : " OR ")
                    .append("t." + quoted(field.name) + " LIKE ? ESCAPE '\\'");
                query.arguments.emplace_back(pattern(form));
            }
        }
        query.where.append(query.where.empty() ? "(" : " AND (").append(any).append(")");
    }
    return query;
}

const FieldDef* field_with(const Record& record, const std::string& word)
{
    const auto wanted = folded(word);
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (record.def->fields[i].type == Type::text
            && folded(to_text(record.values[i])).find(wanted) != std::string::npos)
            return &record.def->fields[i];
    return record.def->find(record.def->title);
}

} // namespace

std::vector<Hit> search(RecordStore& store, const std::string& text, std::int64_t limit)
{
    const auto words = words_of(text);
    std::vector<Hit> hits;
    if (words.empty())
        return hits;
    for (const auto* def : store.catalog().all()) {
        auto query = query_for(*def, words);
        query.limit = limit;
        for (auto& record : store.select(query)) {
            const auto* field = field_with(record, words[0]);
            hits.push_back({std::move(record), field});
        }
    }
    return hits;
}

} // namespace model
