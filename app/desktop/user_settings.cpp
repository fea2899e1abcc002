#include "app/desktop/user_settings.h"

#include "views/widgets/tr.h"

#include <wx/config.h>

namespace app {

views::Settings user_settings()
{
    views::Settings settings;
    settings.read = [](const std::string& name) {
        return views::from_wx(wxConfigBase::Get()->Read('/' + views::to_wx(name)));
    };
    settings.write = [](const std::string& name, const std::string& text) {
        wxConfigBase::Get()->Write('/' + views::to_wx(name), views::to_wx(text));
        wxConfigBase::Get()->Flush();
    };
    return settings;
}

} // namespace app
