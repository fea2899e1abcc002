#pragma once

#include "model/access/backup.h"
#include "model/access/key_file.h"

#include <memory>
#include <vector>

namespace app {

/// The windows in which copies are looked at. None outlives the window of the file.
class CopyWindows {
public:
    CopyWindows();
    ~CopyWindows();

    /// Opens one. Throws StoreError in one sentence where the copy cannot be opened.
    void open(const model::Backup& copy, const model::KeyFile::Unlocked& unlocked);

    void close();

private:
    struct Window;
    void forget_closed();

    std::vector<std::unique_ptr<Window>> windows_;
};

} // namespace app
