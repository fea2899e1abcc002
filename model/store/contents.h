#pragma once

#include "model/store/record_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// How much of a content goes into one row, and into one message.
constexpr std::int64_t piece_of_content = 256 << 10;

/// How many bytes a content may have: no setting allows more, and an attachment of any device that
/// says so is neither fetched nor taken.
constexpr std::int64_t largest_content = 64 << 20;

/// A content by what attachments say of it.
struct ContentName {
    std::string hash; ///< SHA-256, 64 hex digits
    std::int64_t size = 0;

    bool operator==(const ContentName&) const = default;
};

/// An attachment whose content is not what its hash says.
struct DamagedContent {
    std::string hash;
    Uuid attachment; ///< one that names it; nil where none does
    std::string title;
};

/// The contents of attachments (entities/attachment.h) as this file keeps them: each once by its
/// hash, in pieces, and never in history or edits. A content is whole only after its hash was
/// compared. Each call is a transaction, or part of the caller's. Throws StoreError where the file
/// fails.
class Contents {
public:
    explicit Contents(RecordStore& store) : store_(store), rows_(store.rows()) {}

    /// Keeps the bytes, once however often they come, and gives their name.
    ContentName put(std::string_view bytes);

    /// Whether all of it is here.
    bool has(const std::string& hash);

    /// All bytes of a content that is whole; nothing where it is not here. Throws StoreError where
    /// they do not have that hash any more, and notes that: it is not here then, and is fetched by
    /// the next sync.
    std::optional<std::string> read(const std::string& hash);

    /// Whether its bytes were found to have another hash. They are kept until others come.
    bool is_damaged(const std::string& hash);

    /// Reads that one, or the next ones after those looked at last until so many bytes are read,
    /// and notes those that are damaged, one that cannot be read among them: it keeps nobody from
    /// the others. Gives how many were found.
    bool look_at(const std::string& hash);
    std::int64_t look_at_some(std::int64_t bytes);

    /// Contents found damaged, that attachments of the county name, by their numbers in this file.
    struct Damaged {
        std::int64_t id = 0;
        std::string hash;
    };
    std::vector<Damaged> known_damaged();

    /// How many bytes of it are here, from the first on.
    std::int64_t received(const std::string& hash);

    /// At most piece_of_content bytes from that place on; nothing where the content is not whole
    /// or ends there.
    std::optional<std::string> piece(const std::string& hash, std::int64_t start);

    /// Takes the piece that follows what is here, and says how many bytes are here then; one that
    /// does not follow changes nothing. The last piece makes it whole, unless the hash is another:
    /// then all of it is dropped, and 0 bytes are here.
    std::int64_t take(const ContentName& name, std::int64_t start, std::string_view bytes);

    /// Contents the county has not got, of attachments that it may know of: by size and hash, those
    /// that follow `after`.
    std::vector<ContentName> to_send(std::int64_t limit, const ContentName& after = {});

    /// Contents that attachments name and that are not here, in the same order.
    std::vector<ContentName> to_fetch(std::int64_t limit, const ContentName& after = {});

    /// How many of either there are.
    std::int64_t count_to_send();
    std::int64_t count_to_fetch();

    /// The county has it; it has perhaps none any more.
    void note_told(const std::string& hash);
    void forget_told(const std::string& hash);
    void forget_told();

    /// The record of the attachment in that row leaves this file: if the county lacks the content,
    /// it is owed to it, offered and not dropped; until it is told, or forgotten here.
    void note_owed(std::int64_t attachment);
    void forget_owed(const std::string& hash);

    /// Drops what no attachment names, be it in the recycle bin, and what is half here with it;
    /// what is owed to the county stays. Gives how many contents went.
    std::int64_t drop_unnamed();

    /// Reads all that was whole and compares its hash; writes nothing.
    std::vector<DamagedContent> damaged();

    /// After a rescue: what is not what its hash says is dropped, to be fetched again.
    void drop_damaged();

private:
    std::optional<std::int64_t> id_of(const std::string& hash, bool must_be_whole);
    struct Looked {
        std::int64_t id = 0;
        std::string hash;
        std::int64_t size = 0;
    };
    std::vector<Looked> whole_after(std::int64_t id);
    std::int64_t add(const ContentName& name);
    std::int64_t take_next(const ContentName& name, std::int64_t start, std::string_view bytes);
    void make_whole(std::int64_t id, std::int64_t size);
    void note_damaged(const std::string& hash);
    bool note_if_possible(const std::string& hash);
    bool is_sound(std::int64_t id, const std::string& hash);
    void begin_anew(std::int64_t id);
    void put_piece(std::int64_t id, std::int64_t start, std::string_view bytes);
    std::string joined(std::int64_t id);
    void drop_pieces(std::int64_t id);
    static std::vector<ContentName> names(
        SQLite::Statement& rows, std::int64_t limit, const ContentName& after);

    RecordStore& store_;
    Rows& rows_;
};

/// Whether that is a name of a content at all, as attachments of any device may say it.
bool is_content_name(const ContentName& name);

} // namespace model
