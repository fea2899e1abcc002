#include "views/shell/backup_words.h"

#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

namespace views {

wxString words_of(const model::BackupPlace& place)
{
    const auto away = place.is_there
        ? wxString()
        : ' ' + tr("(the folder does not exist; if it is on a USB disk, plug that in)");
    if (place.last == 0)
        return tr("There is no backup yet") + away;
    const auto when = from_wx(display(place.last));
    const auto days = std::to_string(place.days);
    if (place.is_current)
        return tr("Last backup: {1}; nothing changed since", {when}) + away;
    return (place.days == 0 ? tr("Last backup: {1}", {when})
                            : tr("Last backup: {1}, {2} days ago", {when, days}))
        + away;
}

wxString warning_of(const model::BackupState& state)
{
    wxString all;
    const auto add = [&](const model::BackupPlace& place, const char* none, const char* old) {
        if (!place.is_late)
            return;
        all += all.empty() ? wxString() : wxString(' ');
        all += place.last == 0
            ? tr(none, {place.folder})
            : tr(old, {std::to_string(place.days), from_wx(display(place.last))});
    };
    add(state.first, model::msgid("The folder {1} holds no backup of this file yet."),
        model::msgid("For {1} days there was no backup; the last one is of {2}."));
    if (state.second)
        add(*state.second, model::msgid("The second folder {1} holds no backup of this file yet."),
            model::msgid("For {1} days nothing was backed up to the second folder (USB disk); the "
                         "last one is of {2}. Plug it in."));
    return all;
}

wxString size_words(std::int64_t bytes)
{
    constexpr double mega = 1024.0 * 1024.0;
    return wxString::Format("%.1f MB", static_cast<double>(bytes) / mega);
}

} // namespace views
