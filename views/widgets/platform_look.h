#pragma once

namespace views {

/// Light or dark windows, or as the desktop has them.
enum class Look { system, light, dark };

/// Whether the toolkit of this system can be told.
bool can_choose_look();

/// For the windows made from now on.
void apply_look(Look look);

/// Nothing fades or slides any more: on an old computer or a far display it takes time from the
/// work. For toolkits that would.
void stand_still();

/// Shows all letters at so many per cent of what the desktop has set, in the windows made from now
/// on.
void apply_letter_size(int percent);

/// How large the letters are, of those of a screen of 96 to the inch: 1.5 are half as large again.
double letter_ratio();

} // namespace views
