#pragma once

#include "views/shell/sync_link.h"

#include <wx/notebook.h>

namespace views {

class CellTable;
class ScheduleSettings;
class WrappedText;

/// What lies behind the figures of the sync page: the records that wait to be sent, what came last,
/// what the county did not take and why, and when the program syncs by itself.
class SyncDetails : public wxNotebook {
public:
    SyncDetails(wxWindow* parent, const SyncLink& link);

    void refresh();

    /// Shows the next tab or the one before, round and round, and gives the keyboard to what is in
    /// it, so that Enter opens the first line.
    void step(int tabs);

    enum Tab { waiting_tab, came_tab, refused_tab, schedule_tab };

    /// As if the user had pressed Enter on that line.
    void open_waiting(std::size_t line);
    void open_refused(std::size_t line);

    /// The user wants to see a record; with the field that was refused, that one.
    std::function<void(const model::EntityDef&, const model::Uuid&, const model::FieldDef*)>
        on_open;

    /// The user wants to see a refusal whose record is not in this file.
    std::function<void(const model::Hash128&)> on_open_refusal;

    /// Another schedule was set.
    std::function<void()> on_schedule;

private:
    wxWindow* add_page(
        CellTable*& table, WrappedText*& text, const char* name, const wxString& spoken);
    void show_waiting();
    void show_came();
    void show_refused();
    wxString waiting_text(std::size_t row, std::size_t column) const;
    wxString refused_text(std::size_t row, std::size_t column) const;
    void wrap();
    void focus();

    const SyncLink& link_;
    std::vector<model::WaitingRecord> waiting_;
    std::vector<wxString> heads_; ///< of the register, in the first line of each
    std::vector<model::Came> came_;
    std::vector<model::InboxItem> refused_;
    CellTable* waiting_table_ = nullptr;
    CellTable* came_table_ = nullptr;
    CellTable* refused_table_ = nullptr;
    WrappedText* waiting_said_ = nullptr;
    WrappedText* came_said_ = nullptr;
    WrappedText* refused_said_ = nullptr;
    ScheduleSettings* schedule_ = nullptr;
};

} // namespace views
