#include "model/access/reveal.h"

#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/store/audit.h"

namespace model {

void reveal_personal(Editor& editor, const Uuid& record, const std::string& reason)
{
    auto& store = editor.store();
    const auto found = store.find_any(record);
    if (!found)
        throw UsageError({msgid("There is no such record: {1}"), {record.text()}});
    if (trimmed(reason).empty())
        throw UsageError({msgid("Say why the personal values are to be read whole")});
    const auto& meta = found->first;
    require(editor, Action::see, meta);
    require(editor, Action::reveal, meta, true);
    Audit(store).note({.what = audited::reveal,
        .who = editor.account(),
        .detail = {msgid("Personal values read whole: {1}"), {trimmed(reason)}},
        .kind = meta.def->id,
        .record = record});
}

} // namespace model
