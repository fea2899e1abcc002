#pragma once

#include "views/list/list_layout.h"

#include <optional>

class wxDialog;
class wxSizer;
class wxWindow;

namespace views {

/// The two buttons at the foot of a dialog.
wxSizer* ok_and_cancel(wxDialog& dialog);

/// Asks which columns a list shows and in which order; nothing if the user thinks better of it. The
/// `reachable` ones (reached_field.h) can be added to the register's own.
std::optional<ListLayout> ask_columns(wxWindow* parent, const model::EntityDef& def,
    const ListLayout& layout, const std::vector<const model::FieldDef*>& reachable = {});

/// Asks by which of the shown columns to sort.
std::optional<std::vector<model::ListingQuery::SortKey>> ask_order(
    wxWindow* parent, const ListLayout& layout);

} // namespace views
