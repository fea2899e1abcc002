#include "views/widgets/errors.h"

#include "model/base/error.h"
#include "model/store/store_message.h"
#include "views/widgets/tr.h"

#include <wx/msgdlg.h>

#include <utility>

namespace views {

wxString describe(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return to_wx(model::describe(known, language()));
    } catch (...) {
        return tr("An error of an unknown kind");
    }
}

namespace {

struct Mending {
    std::function<void()> offer;
    bool is_offered = false;
};

Mending& mending()
{
    static Mending one;
    return one;
}

bool is_damage(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const model::StoreError& known) {
        return model::tells_damage(known.message());
    } catch (...) {
        return false;
    }
}

} // namespace

void on_damage(std::function<void()> mend)
{
    mending() = {std::move(mend), false};
}

void show_error(wxWindow* parent, const std::exception_ptr& error)
{
    if (mending().offer && is_damage(error)) {
        if (!std::exchange(mending().is_offered, true))
            mending().offer();
        return;
    }
    wxMessageDialog dialog(
        parent, tr("This could not be done."), tr("Hallkeeper"), wxOK | wxICON_ERROR);
    dialog.SetExtendedMessage(describe(error));
    dialog.SetOKLabel(tr("OK"));
    dialog.ShowModal();
}

} // namespace views
