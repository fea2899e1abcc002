#pragma once

#include "model/base/files.h"
#include "model/commands/editor.h"
#include "model/entities/attachment.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// A file that is to be kept with a record.
struct NewAttachment {
    std::string file_name; ///< without folders
    std::string bytes;
    std::string title = {};                  ///< empty: the file's name
    std::optional<AttachmentKind> kind = {}; ///< none: by what the content is
    std::optional<Date> day = {};            ///< none: today
    std::string remark = {};
};

/// A file that is kept with a record.
struct KeptAttachment {
    AttachedFile file;
    std::string by;          ///< who entered it
    Instant at = 0;          ///< and when; 0: not known
    bool is_here = false;    ///< its content has come to this computer
    bool is_damaged = false; ///< it came, and was found to be another than it was
    bool is_masked = false;  ///< title and remark are, for the account may not read them whole
};

/// What somebody wants of a content.
enum class ContentUse { open, save };

/// Files kept with records (entities/attachment.h), for the editor's account: whoever may see a
/// record sees which files it has, and whoever may enter it adds, renames and deletes them, each as
/// an undoable step. The content of a register with personal values is itself one: it takes the
/// right to read them whole, and is told in the audit log. So are title and remark there, which may
/// name the person: who may not read them whole reads them masked.
class Attachments {
public:
    explicit Attachments(Editor& editor) : editor_(editor), store_(editor.store()) {}

    /// Those of the record, or those of it in the recycle bin, in the order in which they were
    /// entered. Throws Error where the account may not see it.
    std::vector<KeptAttachment> of(const Uuid& record, bool deleted = false);
    std::int64_t count(const Uuid& record);

    /// The one of that id. Throws UsageError where there is none, Error as of() does.
    KeptAttachment find(const Uuid& id);

    /// What that one is called, be it in the recycle bin, as the account may read it; empty where
    /// it may not see it, or there is none.
    std::string title_of(const Uuid& id);

    /// Why no file may be added to the record, or changed there, by this account and office.
    std::optional<Message> why_not(const Uuid& record);

    /// The file of that name. Throws Error where there is none, or it is larger than is kept.
    NewAttachment read(Files& files, const std::string& path);

    /// Refused (rule "attachment") where the content is none of the kinds that are kept
    /// (rules/media_types.h), is larger than the limit attachment_megabytes, or is there already.
    Outcome add(const Uuid& record, const NewAttachment& file);

    /// The same, as the only file of `file.kind` that the record has, as one step: one of the same
    /// content that is there already is made so, and others of that kind become what they are by
    /// their content.
    Outcome add_only(const Uuid& record, const NewAttachment& file, const Message& label);

    /// All files of that kind become what they are by their content, as one step.
    Outcome make_usual(const Uuid& record, AttachmentKind kind, const Message& label);

    Outcome rename(const Uuid& id, const std::string& title);

    /// Into the recycle bin.
    Outcome remove(const Uuid& id);
    Outcome restore(const Uuid& id);

    /// Whether the content counts as a personal value.
    bool is_personal(const Uuid& id);

    /// The content, noted in the audit log with the reason where it is personal or leaves the
    /// program. Throws Error where the account may not, where it has not come here yet, and where
    /// what is to be opened is not of the kind that is said of it: it could be a program.
    std::string content(const Uuid& id, ContentUse use, const std::string& reason = {});

    /// A small picture may be made of it without a word: an image, here, and nothing personal.
    bool may_preview(const KeptAttachment& attachment);

    /// The same content for a preview; empty where there is none to show.
    std::string preview(const KeptAttachment& attachment);

private:
    Meta record_of(const AttachedFile& file);
    std::int64_t most_megabytes();
    Message too_large(const std::string& name, std::uint64_t bytes);
    Outcome refused(const Uuid& record, Message why);
    std::optional<Message> why_not_record(const Uuid& record);
    std::optional<Message> why_not_content(const NewAttachment& file);
    std::optional<Message> why_not_twice(const Uuid& record, const NewAttachment& file);
    Record put(const Uuid& record, const NewAttachment& file);
    KeptAttachment kept(const Record& record);

    Editor& editor_;
    RecordStore& store_;
};

/// Whether its content is here, as a msgid: here, not come yet, or damaged and to be fetched again.
const char* content_state(const KeptAttachment& attachment);

/// What the file is called when it is saved: its title, with the ending of its content, and with
/// "bin" where that is of no kind that is kept.
std::string file_name_of(const AttachedFile& file);

/// Whether records of that register have values that not everybody reads whole.
bool holds_personal(const EntityDef& def);

/// Attachments of what is kept about that person alone: of the person, and of postings, leave,
/// certificates, training and changes of posting; also of those, and those, in the recycle bin.
std::vector<Uuid> attachments_about(RecordStore& store, const Uuid& person);

} // namespace model
