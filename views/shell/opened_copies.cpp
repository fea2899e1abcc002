#include "views/shell/opened_copies.h"

#include "model/base/error.h"
#include "model/base/files.h"
#include "model/base/hash.h"
#include "model/base/random.h"
#include "views/widgets/tr.h"

#include <wx/utils.h>

#include <array>
#include <filesystem>

namespace views {

namespace {

namespace fs = std::filesystem;

std::string new_folder()
{
    std::array<std::uint8_t, 16> chance{};
    model::SystemRandom().fill(chance);
    return model::text_of(fs::temp_directory_path()
        / ("hallkeeper-"
            + model::to_hex({reinterpret_cast<const char*>(chance.data()), chance.size()})));
}

/// Empty, and nobody else's to look into, before anything lies in it.
void make_private(const fs::path& folder)
{
    fs::create_directories(folder);
    std::error_code ignored; // where the system knows no owners
    fs::permissions(folder, fs::perms::owner_all, ignored);
}

} // namespace

OpenedCopies::OpenedCopies(std::string folder) : folder_(std::move(folder))
{
    launch = [](const wxString& path) { return wxLaunchDefaultApplication(path); };
    remove_all(); // what a program that ended badly left
}

OpenedCopies::~OpenedCopies()
{
    remove_all();
}

void OpenedCopies::open(const std::string& name, const std::string& bytes)
{
    if (folder_.empty())
        folder_ = new_folder();
    // Each in a folder of its own, so that two of one name keep it.
    const auto own = model::path_of(folder_) / std::to_string(++opened_);
    try {
        make_private(model::path_of(folder_));
        make_private(own);
    } catch (const fs::filesystem_error&) {
        throw model::Error({model::msgid("No copy can be put into {1}: see whether the disk is "
                                         "full"),
            {folder_}});
    }
    const auto path = model::text_of(own / model::path_of(name));
    model::SystemFiles().write(path, bytes, model::Readers::owner);
    if (!launch(to_wx(path)))
        throw model::Error({model::msgid("This computer has no program that opens “{1}”: save it "
                                         "as a file, and open it elsewhere"),
            {name}});
}

void OpenedCopies::remove_all()
{
    if (folder_.empty())
        return;
    std::error_code trouble;
    model::SystemFiles files;
    fs::recursive_directory_iterator entry(model::path_of(folder_), trouble);
    for (; !trouble && entry != fs::recursive_directory_iterator(); entry.increment(trouble))
        if (entry->is_regular_file(trouble))
            try {
                files.destroy(model::text_of(entry->path()));
            } catch (const model::Error&) { // NOLINT(bugprone-empty-catch): another program has it
            }                               // open; it goes the next time
    fs::remove_all(model::path_of(folder_), trouble);
}

} // namespace views
