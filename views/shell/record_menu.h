#pragma once

#include "model/schema/entity.h"

#include <wx/string.h>

#include <functional>

class wxEvtHandler;
class wxMenu;
class wxMenuBar;

namespace views {

class RecordPage;

/// Adds the way from record to record and between the sides of one to a menu.
void append_record_menu(wxMenu& menu);

/// Lets the window do what they ask for; `page` is the register that is shown, or nullptr.
void bind_record_menu(wxEvtHandler& window, const std::function<RecordPage*()>& page);

/// Leaves looking from record to record.
void forbid_record_changes(wxMenuBar& bar, const wxString& why);

/// What can be done with the records of the register that is shown, if one is.
void enable_record_menu(wxMenuBar& bar, const model::EntityDef* shown);

} // namespace views
