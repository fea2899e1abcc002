// The picture under a hall plan.
#include "model/day/hall_plan.h"
#include "model/rules/media_types.h"
#include "model/store/contents.h"

namespace model {

namespace {

constexpr std::int64_t million = 1'000'000;

std::optional<Message> why_no_picture(const NewAttachment& file)
{
    const auto media = media_of(file.bytes, file.file_name);
    const auto dots = media && media->is_image ? dots_of_image(file.bytes) : std::nullopt;
    if (!dots)
        return Message{msgid("“{1}” is no PNG or JPG picture: scan or draw the floor, save it as "
                             "one of these, and choose it then"),
            {file.file_name}};
    if (*dots > most_dots_of_image)
        return Message{msgid("“{1}” has {2} million dots, and a picture of the floor may have {3}: "
                             "make it smaller"),
            {file.file_name, std::to_string(*dots / million),
                std::to_string(most_dots_of_image / million)}};
    return std::nullopt;
}

} // namespace

std::optional<std::string> plan_picture(RecordStore& store, const HallPlan& plan)
{
    return plan.picture ? Contents(store).read(plan.picture->hash) : std::nullopt;
}

Outcome lay_picture(Editor& editor, const HallPlan& plan, const NewAttachment& file)
{
    if (auto why = why_no_picture(file))
        return {.id = plan.place,
            .findings = {{.rule = "attachment", .field = "title", .message = std::move(*why)}}};
    auto picture = file;
    picture.kind = AttachmentKind::plan;
    return Attachments(editor).add_only(
        plan.place, picture, {msgid("Picture under the plan of {1}"), {plan.name}});
}

Outcome take_picture_away(Editor& editor, const HallPlan& plan)
{
    return Attachments(editor).make_usual(plan.place, AttachmentKind::plan,
        {msgid("Picture under the plan of {1} taken away"), {plan.name}});
}

} // namespace model
