#pragma once

#include "model/store/damage.h"
#include "model/store/record_store.h"

#include <functional>
#include <string>
#include <vector>

namespace model {

/// What could be saved of a damaged file.
struct Rescued {
    struct Lost {
        const EntityDef* def = nullptr; ///< none where not even that is known
        Uuid id;                        ///< nil: not known
        std::string title;              ///< as the step that added it was called; may be empty
    };

    std::int64_t records = 0; ///< that are whole in the new file, those of the recycle bin too
    std::vector<Readable> registers;
    std::vector<Lost> lost;
    bool edits_lost = false;        ///< unsent edits may be among what is gone
    bool history_lost = false;      ///< some of it, or of the audit log
    std::int64_t contents_lost = 0; ///< of attachments
    bool self_lost = false;         ///< whose file this is had to be guessed from its places

    bool is_all() const
    {
        return lost.empty() && !edits_lost && !history_lost && contents_lost == 0 && !self_lost;
    }
};

/// What people call the lost record, as far as that is known.
std::string name_of(const Rescued::Lost& lost, const Translate& translate);

/// What else than records is lost, one sentence each.
std::vector<Message> losses_of(const Rescued& rescued);

/// Puts everything that can still be read of a damaged data file into a new one at `to`, with the
/// same key: records, their versions, history, the audit log, unsent edits, drafts. What has lost
/// its other half goes; where a record belongs and the sums over all of them are worked out anew. A
/// file that joined a county gets a new incarnation at its next sync and from the county whatever
/// the damage took, except edits it never sent. The damaged file is not changed. Tells `on_table`
/// and takes `like` as salvage() does. Throws StoreError as salvage() and Database do; nothing
/// stands under `to` then.
Rescued rescue(const std::string& from, const DataKey& key, const std::string& to,
    const Catalog& catalog, Clock& clock, Random& random,
    const std::function<void(int done, int all)>& on_table = {}, const std::string& like = {});

} // namespace model
