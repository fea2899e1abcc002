#pragma once

#include "model/exchange/import.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"
#include "tests/support/where.h"

#include <boost/test/unit_test.hpp>

#include "i18n/translations.h"
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// "row/column/value" of each error, and the English reason apart.
inline std::vector<std::string> places_of(const ImportResult& result)
{
    std::vector<std::string> places;
    for (const auto& error : result.errors)
        places.push_back(std::to_string(error.row) + "/" + error.column + "/" + error.value);
    return places;
}

/// "1 new, 0 changed, 0 same, 0 wrong".
inline std::string counts_of(const ImportResult& result)
{
    return std::to_string(result.new_) + " new, " + std::to_string(result.changed) + " changed, "
        + std::to_string(result.same) + " same, " + std::to_string(result.wrong) + " wrong";
}

/// The file of the shared test data, or an empty path where this machine has none.
inline std::filesystem::path shared_data(const std::string& name)
{
    const char* elsewhere = std::getenv("HALLKEEPER_SHARED");
    const std::filesystem::path folder =
        elsewhere ? std::string(elsewhere) : source_dir() + "/../shared";
    const auto path = folder / "data" / name;
    return std::filesystem::exists(path) ? path : std::filesystem::path();
}

/// An office with a folder of sheets to take in.
struct Importing : Office {
    TempFolder folder;
    ImportOptions options{.languages = {i18n::translator("zh_CN"), i18n::translator("en")}};

    std::filesystem::path sheet(std::string_view bytes, const std::string& name = "sheet.csv")
    {
        return write_file(folder.file(name), bytes);
    }

    ImportResult take(std::string_view entity, const std::filesystem::path& path)
    {
        return import_sheet(store, clerk, def(entity), path, options);
    }

    /// Takes in a sheet of these lines.
    ImportResult take_text(std::string_view entity, std::string_view lines)
    {
        return take(entity, sheet(lines));
    }

    /// The one record whose field holds the text.
    Record one(std::string_view entity, std::string_view field, const std::string& text)
    {
        const auto records = store.where(def(entity), field, Value{text});
        BOOST_REQUIRE_MESSAGE(records.size() == 1,
            records.size() << " records of " << entity << " with " << field << " " << text);
        return records.front();
    }

    std::int64_t count(std::string_view entity) { return store.count({.def = &def(entity)}); }
};

} // namespace tests
