#pragma once

#include "model/store/rows.h"

namespace model {

// Of a county that was restored, devices say the same under new versions. Both sides keep which
// version says what again, so that whoever had seen one of them has seen them all.

/// The version that said it first: the version itself where it says nothing again.
Version first_said(Rows& rows, Version version);

/// Whether anything here was ever said again.
bool any_said_again(Rows& rows);

/// Those versions, and beside them what was said first of each.
std::vector<Version> with_first_said(Rows& rows, std::vector<Version> versions);

/// Keeps that `now` says `was` again.
void note_said_again(Rows& rows, Version now, Version was);

} // namespace model
