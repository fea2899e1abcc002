#pragma once

#include "model/schema/entity.h"

#include <string_view>

namespace model {

/// What a file that is kept with a record is.
enum class AttachmentKind { photo, scan, document, plan, portrait };

template <>
inline constexpr std::array choices_of<AttachmentKind>{
    Choice{"photo", msgid("Photo")},
    Choice{"scan", msgid("Scan")},
    Choice{"document", msgid("Document file")},
    Choice{"plan", msgid("Background of the hall plan")},
    Choice{"portrait", msgid("Portrait")},
};

/// A file kept with a record of any register: the photo of a finding, a stamped form, a note of
/// leave. It lies where that record lies, is told to nobody who may not know of that record, and
/// says what the content is; the content itself is kept beside the records by its hash
/// (store/contents.h).
struct AttachedFile {
    Uuid id;
    std::string register_name;  ///< the name of the entity whose record it is
    std::optional<Uuid> record; ///< of any register
    std::string title;
    std::optional<AttachmentKind> kind;
    std::string media;                ///< media type of the content
    std::optional<std::int64_t> size; ///< in bytes
    std::string hash;                 ///< SHA-256 of the content, 64 hex digits
    std::optional<Date> day;          ///< taken or entered
    std::string remark;
    std::optional<Date> minimised; ///< when the content was dropped for good
};

/// Whether the records of that entity belong to records of any register, by their field "record".
inline bool belongs_to_any(const EntityDef& def)
{
    return def.name == "attachment";
}

template <>
const EntityDef& def_of<AttachedFile>();

template <>
std::span<const Field<AttachedFile>> fields_of<AttachedFile>();

} // namespace model
