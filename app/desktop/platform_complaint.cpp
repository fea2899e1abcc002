#include "app/desktop/platform_complaint.h"

#ifdef _WIN32
#include "views/widgets/tr.h"

#include <wx/msgdlg.h>

#include <cstdio>
#include <io.h>
#endif

#include <iostream>

namespace app {

void complain(const std::string& sentence)
{
#ifdef _WIN32
    if (_fileno(stderr) < 0) {
        wxMessageBox(views::to_wx(sentence), views::tr("Hallkeeper"), wxOK | wxICON_ERROR);
        return;
    }
#endif
    std::cerr << sentence << '\n';
}

} // namespace app
