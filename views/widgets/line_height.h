#pragma once

class wxTextCtrl;

namespace views {

/// How high a text of one line is at least. wxWidgets thinks GTK's texts lower the larger the
/// desktop's letters are set.
int line_height(const wxTextCtrl& text);

/// Makes the text at least that high in whatever sizer it stands.
void keep_line_height(wxTextCtrl& text);

} // namespace views
