#include "model/exchange/audit_sheet.h"

#include "model/exchange/sheet_writer.h"

#include <algorithm>

namespace model {

namespace {

std::string moment(Instant at)
{
    constexpr std::size_t to_the_second = 19;
    auto text = to_iso_time(at).substr(0, to_the_second);
    std::ranges::replace(text, 'T', ' ');
    return text;
}

} // namespace

void write_audit(RecordStore& store, std::span<const AuditEntry> entries,
    const std::filesystem::path& path, const Translate& translate)
{
    const std::vector<SheetColumn> columns{{.head = translate(msgid("Number")), .width = 9},
        {.head = translate(msgid("When")), .width = 20},
        {.head = translate(msgid("Who")), .width = 14},
        {.head = translate(msgid("Computer")), .width = 18},
        {.head = translate(msgid("Kind")), .width = 14},
        {.head = translate(msgid("Register")), .width = 14},
        {.head = translate(msgid("What")), .width = 48},
        {.head = translate(msgid("Before → after")), .width = 60}};
    const auto writer = create_sheet(path, columns, {.sheet = translate(msgid("Audit log"))});
    for (const auto& entry : entries)
        writer->row(std::vector<std::string>{std::to_string(entry.id), moment(entry.at), entry.user,
            entry.device.empty() ? translate(msgid("This computer")) : entry.device,
            translate(label_of_audited(entry.what)),
            entry.def ? translate(entry.def->label) : std::string(), sentence_of(entry, translate),
            words_of_changes(store, entry, translate)});
    writer->finish();
}

} // namespace model
