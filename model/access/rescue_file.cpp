#include "model/access/rescue_file.h"

#include "model/access/backup_plan.h"

namespace model {

std::string copy_for_rescue(Files& files, const DataKey& key, const std::string& file)
{
    // Where else copies went stands in the file.
    const auto newest = newest_of(backups_in(files, default_backup_folder(file)), key);
    return newest ? newest->path : std::string();
}

RescuedFile rescue_file(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const Catalog& catalog, const std::function<void(int, int)>& on_table)
{
    const auto saved = file + ".rescued";
    tools.files.remove(saved); // of an attempt that was cut off
    RescuedFile done;
    try {
        done.rescued = rescue(file, key, saved, catalog, tools.clock, random, on_table,
            copy_for_rescue(tools.files, key, file));
        done.kept_as = restore_file(tools, {saved, {}}, key, file, KeysAfter::as_now).kept_as;
    } catch (...) {
        tools.files.remove(saved);
        throw;
    }
    tools.files.remove(saved);
    return done;
}

} // namespace model
