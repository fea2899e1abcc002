// The county's own audit log.
#include "app/server/command.h"
#include "app/terminal/text_table.h"
#include "model/access/audit_log.h"

#include <boost/json/array.hpp>

namespace app {

Exit list_audit(const Call& call)
{
    constexpr std::int64_t most_listed = 500;
    constexpr int room_for_words = 80;
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    County county(folder, call.world);
    boost::json::array list;
    TextTable table({call.translate(model::msgid("Number")), call.translate(model::msgid("When")),
                        call.translate(model::msgid("Device")),
                        call.translate(model::msgid("Kind")), call.translate(model::msgid("What"))},
        room_for_words);
    for (const auto& entry : model::audit_entries(county.store, {.limit = most_listed})) {
        const auto sentence = model::sentence_of(entry, call.translate);
        list.push_back({{"number", entry.id}, {"at", model::to_iso_time(entry.at)},
            {"device", entry.device}, {"what", entry.what}, {"sentence", sentence}});
        table.add({std::to_string(entry.id), moment(entry.at), entry.device,
            call.translate(model::label_of_audited(entry.what)), sentence});
    }
    call.answer({{"entries", list}},
        table.empty() ? call.translate(model::msgid("The audit log has no such entry")) + '\n'
                      : table.text());
    return Exit::done;
}

} // namespace app
