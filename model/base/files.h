#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A path as the standard library wants it, and back as UTF-8.
std::filesystem::path path_of(const std::string& utf8);
std::string text_of(const std::filesystem::path& path);

bool is_folder(const std::string& path);

/// Who may read a file besides the one who writes it, where the system knows owners.
enum class Readers { everyone, owner };

/// Ordinary files, injected so that tests and the simulation can fail a disk. Paths are UTF-8.
/// Every function throws Error with one sentence when the disk will not.
class Files {
public:
    virtual ~Files() = default;

    /// The whole content; nothing if there is no such file.
    virtual std::optional<std::string> read(const std::string& path) = 0;

    /// Puts the content in place whole or not at all, also when power fails; when this returns it
    /// is on the disk. What stood there before is replaced.
    virtual void write(
        const std::string& path, std::string_view bytes, Readers readers = Readers::everyone) = 0;

    virtual bool exists(const std::string& path) = 0;

    /// Makes an empty file of that name unless there is one; of several who try at once only one is
    /// told true.
    virtual bool claim(const std::string& path) = 0;

    /// True if there was one to remove.
    virtual bool remove(const std::string& path) = 0;

    /// Overwrites the file where it lies, and removes it then; false if there was none. What a
    /// flash disk keeps of overwritten blocks is out of reach of any program.
    virtual bool destroy(const std::string& path) = 0;

    /// Copies a file of any size as write() writes one. Throws where `from` is not there.
    virtual void copy(const std::string& from, const std::string& to) = 0;

    /// Gives a file another name in the same folder, also when power fails; what bore that name is
    /// replaced. What it holds must be on the disk already.
    virtual void rename(const std::string& from, const std::string& to) = 0;

    /// The names of the files in a folder, without the folder, sorted; none if it is not there.
    virtual std::vector<std::string> list(const std::string& folder) = 0;
};

class SystemFiles : public Files {
public:
    std::optional<std::string> read(const std::string& path) override;
    void write(const std::string& path, std::string_view bytes,
        Readers readers = Readers::everyone) override;
    bool exists(const std::string& path) override;
    bool claim(const std::string& path) override;
    bool remove(const std::string& path) override;
    bool destroy(const std::string& path) override;
    void copy(const std::string& from, const std::string& to) override;
    void rename(const std::string& from, const std::string& to) override;
    std::vector<std::string> list(const std::string& folder) override;
};

} // namespace model
