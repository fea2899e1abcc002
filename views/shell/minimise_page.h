#pragma once

#include "model/commands/minimise.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;
class wxStaticText;

namespace views {

class CellTable;
class WrappedText;

/// Who left longer ago than personal information is kept: what would be dropped, and dropping it
/// for those who are chosen.
class MinimisePage : public wxPanel {
public:
    /// Where the registers are read and the values dropped: on that thread, with the file opened
    /// once more. Without them the page does it itself.
    struct Work {
        Background* thread = nullptr;
        std::function<void(const std::function<void(model::RecordStore&)>&)> with_file = {};
    };

    MinimisePage(wxWindow* parent, model::Editor& editor, Work work);

    /// Reads anew who is due, unless nothing in the file was written since. What was shown stays
    /// until that is done.
    void refresh();
    void focus();

    /// Asks, and drops what the chosen ones hold.
    void clean_up();

    std::size_t count() const { return due_.size(); }

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;

    /// Whether to do it to so many people; a dialog asks the user.
    std::function<bool(std::size_t people)> on_ask;

private:
    using Due = std::vector<model::DueForMinimising>;
    struct Read {
        Due due;
        std::int64_t months = 0;
    };

    static Read read(model::RecordStore& store, const model::Permission& permission);

    /// Does it over there or here, then `then` with what came of it.
    template <class Result>
    void run(
        std::function<Result(model::RecordStore&)> work, std::function<void(const Result&)> then);

    void lay_out();
    void take(const Read& read, model::RecordStore::State state);
    void take(const model::Outcome& outcome, std::size_t asked);
    void update();
    wxString text_of(const model::DueForMinimising& due, std::size_t column) const;
    std::vector<model::Uuid> chosen_ids() const;
    bool ask(std::size_t people);

    model::Editor& editor_;
    Work work_;
    Due due_;
    model::RecordStore::State state_{-1, -1}; ///< of the file before they were read
    bool is_working_ = false;
    wxStaticText* count_;
    WrappedText* kept_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* clean_up_;
    wxButton* open_;
    wxButton* times_;
};

} // namespace views
