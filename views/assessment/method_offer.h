#pragma once

namespace model {
class Editor;
}

namespace views {

class RecordPage;

/// Over the register of assessment methods: takes a method in, from a file or one of those that
/// come along, and writes the file of the chosen one, to be changed and taken in again. Over the
/// ledger: enters events by rule and name. Other registers get nothing.
void offer_methods(RecordPage& page, model::Editor& editor);

} // namespace views
