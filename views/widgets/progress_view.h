#pragma once

class wxGauge;
class wxStaticText;

namespace views {

struct Progress;

/// Shows how far the work has come: its step in words, and the share done where it is known.
void show_progress(const Progress& progress, wxStaticText& state, wxGauge& gauge);

} // namespace views
