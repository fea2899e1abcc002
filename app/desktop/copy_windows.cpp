#include "app/desktop/copy_windows.h"

#include "app/desktop/user_settings.h"
#include "model/access/copy_look.h"
#include "views/shell/main_frame.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/app.h>
#include <wx/filename.h>
#include <wx/weakref.h>

namespace app {

struct CopyWindows::Window {
    Window(const model::Backup& copy, const model::KeyFile::Unlocked& unlocked)
        : look(files, clock, random, copy.path, unlocked.key)
        , editor(look.store(), {unlocked.account, unlocked.name})
    {
        const auto when = copy.note
            ? views::from_wx(views::display(copy.note->at))
            : views::from_wx(wxFileName(views::to_wx(copy.path)).GetFullName());
        views::Desk desk{.editor = editor, .file = copy.path, .copy_of = when};
        desk.settings = user_settings();
        frame = new views::MainFrame(std::move(desk));
        frame->Show();
    }
    ~Window()
    {
        if (frame)
            delete frame.get();
    }

    model::SystemFiles files;
    model::SystemClock clock;
    model::SystemRandom random;
    model::CopyLook look;
    model::Editor editor;
    wxWeakRef<views::MainFrame> frame;
};

CopyWindows::CopyWindows() = default;
CopyWindows::~CopyWindows() = default;

void CopyWindows::open(const model::Backup& copy, const model::KeyFile::Unlocked& unlocked)
{
    windows_.push_back(std::make_unique<Window>(copy, unlocked));
    // A closed window keeps no disk busy: the copy is let go once wxWidgets is done with it.
    windows_.back()->frame->Bind(wxEVT_DESTROY, [this](wxWindowDestroyEvent& event) {
        event.Skip();
        if (const auto* frame = dynamic_cast<wxFrame*>(event.GetEventObject()); frame && wxTheApp)
            wxTheApp->CallAfter([this] { forget_closed(); });
    });
}

void CopyWindows::close()
{
    windows_.clear();
}

void CopyWindows::forget_closed()
{
    std::erase_if(windows_, [](const auto& window) { return !window->frame; });
}

} // namespace app
