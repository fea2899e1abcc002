#pragma once

#include <filesystem>
#include <string>

namespace model {

/// A file that is written under another name beside its own and takes its place only when it is
/// whole. Left behind unfinished, it is removed.
class PendingFile {
public:
    /// Throws SheetError if nothing can be written there.
    explicit PendingFile(std::filesystem::path target);
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;
    ~PendingFile();

    const std::string& name() const { return name_; } ///< of the target, for sentences
    const std::filesystem::path& temporary() const { return temporary_; }

    /// Puts the file in its place; it must be closed. Throws SheetError.
    void commit();

    /// Ends writing with the sentence that the file cannot be written.
    [[noreturn]] void refuse() const;

private:
    std::filesystem::path target_;
    std::string name_;
    std::filesystem::path temporary_;
    bool pending_ = true;
};

} // namespace model
