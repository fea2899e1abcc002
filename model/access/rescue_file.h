#pragma once

#include "model/access/restore.h"
#include "model/store/rescue.h"

namespace model {

struct RescuedFile {
    Rescued rescued;
    std::string kept_as; ///< the damaged file with its key file
};

/// The newest copy of the file in the folder beside it, whose list of tables serves where that of
/// the file is damaged; empty for none.
std::string copy_for_rescue(Files& files, const DataKey& key, const std::string& file);

/// Puts what can still be read of a damaged data file in its place, as restore_file() puts a copy
/// there: the damaged file is kept beside it. Nobody may have the file open. Tells `on_table` as
/// salvage() does. Throws Error where nothing can be read, the file is in use, or the disk fails
/// or is full; the file is as it was then.
RescuedFile rescue_file(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const Catalog& catalog,
    const std::function<void(int done, int all)>& on_table = {});

} // namespace model
