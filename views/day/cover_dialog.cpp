#include "views/day/cover_dialog.h"

#include "views/day/field_dialog.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

std::optional<model::Value> ask(wxWindow* parent, model::Editor& editor, std::string_view field,
    const wxString& title, const wxString& question, const model::Value& before)
{
    return ask_field(parent, editor,
        {.def = model::def_of<model::AttendanceDay>(),
            .field = field,
            .window = "attendance_dialog",
            .topic = "morning",
            .title = title,
            .question = question,
            .before = before});
}

} // namespace

std::optional<CoverChoice> ask_cover(
    wxWindow* parent, model::Editor& editor, const model::MorningRow& row)
{
    const auto question = row.number.empty()
        ? tr("Who covers for {1}?", {row.name})
        : tr("Who is at window {1} instead of {2}?", {row.number, row.name});
    const auto entered = ask(parent, editor, "cover", tr("Who covers"), question,
        row.mark.cover ? model::Value{*row.mark.cover} : model::Value{});
    if (!entered)
        return std::nullopt;
    const auto* person = std::get_if<model::Uuid>(&*entered);
    return person ? CoverChoice{*person, editor.store().title_of(*person)} : CoverChoice{};
}

std::optional<MinutesChoice> ask_minutes(
    wxWindow* parent, model::Editor& editor, const model::MorningRow& row)
{
    const auto entered = ask(parent, editor, "minutes", tr("Minutes"),
        tr("How many minutes late is {1}?", {row.name}),
        row.mark.minutes ? model::Value{*row.mark.minutes} : model::Value{});
    if (!entered)
        return std::nullopt;
    const auto* minutes = std::get_if<std::int64_t>(&*entered);
    return minutes ? MinutesChoice{*minutes} : MinutesChoice{};
}

} // namespace views
