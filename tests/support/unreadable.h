#pragma once

#include "model/base/hash.h"
#include "model/exchange/encoding.h"
#include "model/store/data_key.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// That nothing of the text, in the letters of this and of other systems, and nothing of the key
/// stands in those bytes.
inline void expect_unreadable(
    const std::string& bytes, std::string_view secret, const model::DataKey& key)
{
    std::vector<std::string> missing;
    for (const auto encoding : {model::Encoding::utf8, model::Encoding::utf16le})
        BOOST_TEST(bytes.find(model::encode(secret, encoding, missing)) == std::string::npos);
    const std::string_view raw(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
    BOOST_TEST(bytes.find(raw) == std::string::npos);
    BOOST_TEST(bytes.find(model::to_hex(raw)) == std::string::npos);
}

/// Nor do the words by which a data file would be known.
inline void expect_no_word_of_a_file(const std::string& bytes)
{
    for (const auto* word : {"SQLite format", "CREATE TABLE", "person", "李文员"})
        BOOST_TEST(bytes.find(word) == std::string::npos, word);
}

} // namespace tests
