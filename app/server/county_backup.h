#pragma once

#include "app/server/county.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace app {

/// A copy of everything a county server is made of: a folder that a server can start from.
struct CountyCopy {
    std::string folder;
    model::BackupNote note;
};

/// Copies the county, which may be running, into the new folder `out`: one state of its data as the
/// model copies any data file, opened and compared, and the keys. A server that starts from it
/// tells its devices by a new epoch that its data went back in time. Notes it in the county's log.
/// Throws Error in one sentence where the disk fails or is full, the copy comes out different, or
/// `out` is there already; nothing is left under that name then.
CountyCopy copy_county(
    const DataFolder& from, const World& world, const std::string& out, model::BackupReason reason);

/// Opens the data of such a folder with the key that lies in it and looks at all of it. Throws
/// Error with one sentence where it is of no use.
CountyCopy verified_copy(const World& world, const std::string& folder);

/// Throws UsageError for a place within the data's own folder, with which it would be lost, and for
/// one that holds that folder, which would be thinned out with the copies.
void expect_elsewhere(const std::string& out, const std::string& data);

/// A copy that a server works in is a copy no more, and says so no more. Throws Error where the
/// disk will not.
void begin_to_work_in(model::Files& files, const DataFolder& folder);

/// How far the copies in a folder are behind.
struct CopiesState {
    std::string folder;
    model::Instant last = 0; ///< of the newest copy of this county; 0 for none
    bool is_current = false; ///< nothing changed since
    bool is_late = false;    ///< something did, and the copy is older than two days
};

/// By the notes in the folder; throws StoreError where the county's data fails.
CopiesState copies_state(
    County& county, const World& world, const model::DataKey& key, const std::string& folder);

/// While it lives, copies the county into a new folder within `folder` every day on which something
/// changed, and deletes there what the usual rule does not keep. What becomes of it is told from a
/// thread of its own; a copy that failed is tried again after an hour.
class DailyCopies {
public:
    using Tell = std::function<void(const model::Message& line, bool is_trouble)>;

    DailyCopies(const DataFolder& from, const World& world, std::string folder, Tell tell);
    ~DailyCopies();

    DailyCopies(const DailyCopies&) = delete;
    DailyCopies& operator=(const DailyCopies&) = delete;

private:
    void run();
    void copy_if_due();

    const DataFolder& from_;
    World world_;
    std::string folder_;
    Tell tell_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool is_stopping_ = false;
    std::thread thread_;
};

/// The folder of daily copies that the running server was given; empty for none.
std::string remembered_copies(County& county);
void remember_copies(County& county, const std::string& folder);

} // namespace app
