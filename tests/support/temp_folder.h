#pragma once

#include "model/base/files.h"
#include "model/base/random.h"
#include "model/base/uuid.h"

#include <filesystem>
#include <string>

namespace tests {

/// A folder of its own for one test, gone with everything in it at the end.
class TempFolder {
public:
    TempFolder()
    {
        model::SystemRandom random;
        model::SystemClock clock;
        path_ = std::filesystem::temp_directory_path()
            / ("hallkeeper-" + model::Uuid::make(clock, random).text());
        std::filesystem::create_directories(path_);
    }
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    /// In UTF-8, as the programs write paths.
    std::string file(const std::string& name) const
    {
        return model::text_of(path_ / model::path_of(name));
    }

private:
    std::filesystem::path path_;
};

} // namespace tests
