#pragma once

#include "model/base/error.h"
#include "model/store/file_sum.h"

#include <functional>
#include <string>

namespace model {

/// Told how many pages of how many are copied; false gives the copy up.
using OnCopy = std::function<bool(int done, int all)>;

/// Where a copy goes, and the key of both.
struct CopyWish {
    std::string to;
    const DataKey& key;
    std::string vfs = {}; ///< as of DatabaseOptions
    OnCopy on_copy = {};
};

/// Thrown where the user gave it up; nothing is left of the copy.
class CopyGivenUp : public StoreError {
public:
    CopyGivenUp();
};

/// Copies one state of an open data file, whatever others write to it meanwhile: encrypted with its
/// key from the first byte, on the disk when the call returns, and one file without a log beside
/// it, so that it opens on a write-protected disk too. Gives what the file said its records add up
/// to. No transaction may be open on `from`. Throws StoreError, and leaves no file, where the disk
/// fails or is full or there is a file of that name; `from` is never written.
FileSum copy_state(SQLite::Database& from, const CopyWish& wish);

/// Opens a copy and looks whether every page is sound and its rows add up to what they should.
/// Throws StoreError with one sentence where they do not. Of any schema.
void expect_sound(const std::string& path, const DataKey& key, const FileSum& sum,
    const std::string& vfs = {});

/// The schema, size and sums of a copy, without looking at all of it. Throws StoreError where it cannot be
/// opened with that key.
struct CopyFacts {
    int schema = 0;
    std::int64_t bytes = 0;
    FileSum kept;
};
CopyFacts facts_of(const std::string& path, const DataKey& key, const std::string& vfs = {});

} // namespace model
