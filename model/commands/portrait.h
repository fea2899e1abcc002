#pragma once

#include "model/commands/attachments.h"

#include <optional>
#include <string>

namespace model {

/// The picture that shows a person: an attachment of his (AttachmentKind::portrait; of several,
/// which a sync may bring, the newest).
struct Portrait {
    Uuid attachment;
    std::string title;
    std::int64_t size = 0;
    std::string hash;
    bool is_here = false; ///< its content has come to this computer
};

/// Whether the account reads the person's personal values: nobody else sees the portrait.
bool may_see_portrait(Editor& editor, const Uuid& person);

/// Nothing where there is none, or the account may not see it.
std::optional<Portrait> portrait_of(Editor& editor, const Uuid& person);

/// Its content; nothing where that has not come here yet.
std::optional<std::string> portrait_picture(RecordStore& store, const Portrait& portrait);

/// Makes it the person's only portrait, as one undoable step; a former one stays as a photo.
/// Refused (rule "attachment") where it is no picture or one too large, where the account may not
/// read the person's personal values, and as Attachments::add_only() does.
Outcome set_portrait(Editor& editor, const Uuid& person, const NewAttachment& file);

/// Puts it into the recycle bin; of several all, as one step. Nothing is done where there is none.
Outcome remove_portrait(Editor& editor, const Uuid& person);

} // namespace model
