#include "app/desktop/recent_files.h"

#include "views/widgets/tr.h"

#include <wx/config.h>
#include <wx/filename.h>
#include <wx/stdpaths.h>

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t most_kept = 8;

wxString key(std::size_t i)
{
    return wxString::Format("/recent/%zu", i);
}

} // namespace

std::vector<std::string> recent_files()
{
    std::vector<std::string> files;
    for (std::size_t i = 0; i < most_kept; ++i)
        if (const auto file = wxConfigBase::Get()->Read(key(i)); wxFileName::FileExists(file))
            files.push_back(views::from_wx(file));
    return files;
}

std::vector<std::string> all_recent_files()
{
    std::vector<std::string> files;
    for (std::size_t i = 0; i < most_kept; ++i)
        if (const auto file = wxConfigBase::Get()->Read(key(i)); !file.empty())
            files.push_back(views::from_wx(file));
    return files;
}

void add_recent_file(const std::string& file)
{
    wxFileName name(views::to_wx(file));
    name.MakeAbsolute();
    auto files = recent_files();
    std::erase(files, views::from_wx(name.GetFullPath()));
    files.insert(files.begin(), views::from_wx(name.GetFullPath()));
    wxFileName::Mkdir(
        wxStandardPaths::Get().GetUserConfigDir(), wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
    files.resize(most_kept); // places that came free are empty
    for (std::size_t i = 0; i < most_kept; ++i)
        wxConfigBase::Get()->Write(key(i), views::to_wx(files[i]));
    wxConfigBase::Get()->Flush();
}

} // namespace app
