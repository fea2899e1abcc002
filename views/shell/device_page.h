#pragma once

#include "views/shell/device_link.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;
class wxStaticText;

namespace model {
class RecordStore;
}

namespace views {

class CellTable;
class WrappedText;

/// The computers of the county, as its server knows them, and what is to be done where one is lost:
/// shut out, reported lost and purged, or taken back while it has not called.
class DevicePage : public wxPanel {
public:
    /// `store` knows the names of places; all outlive the page.
    DevicePage(
        wxWindow* parent, model::RecordStore& store, const DeviceLink& link, Background& thread);

    /// Asks the county's server anew.
    void refresh();

    void focus();

    /// Asks why, and does it to the chosen computer.
    void change(model::DeviceChange change);

    std::size_t count() const { return devices_.size(); }

    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    void show(std::vector<model::CountyDevice> devices);
    void tell(const wxString& sentence);
    void tell_trouble(const std::exception_ptr& error);
    const model::CountyDevice* chosen() const;
    void update();
    wxString text_of(const model::CountyDevice& device, std::size_t column) const;

    model::RecordStore& store_;
    const DeviceLink& link_;
    Background& thread_;
    std::vector<model::CountyDevice> devices_;
    bool is_asking_ = false;
    bool is_troubled_ = false; ///< what is told is why the county did not answer
    wxStaticText* count_;
    WrappedText* steps_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* refresh_;
    std::vector<std::pair<model::DeviceChange, wxButton*>> changes_;
};

} // namespace views
