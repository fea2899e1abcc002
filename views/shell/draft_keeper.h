#pragma once

#include "model/store/drafts.h"
#include "views/form/record_form.h"

#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string>

namespace views {

/// Writes what is half typed in a form into the file within a second, so that it comes back after a
/// crash or a power cut.
class DraftKeeper {
public:
    /// `record` tells what the form shows: nil for a new record, nothing where it shows none.
    using Shown = std::function<std::optional<model::Uuid>()>;
    using Document = std::function<std::string()>;

    DraftKeeper(model::Drafts drafts, const model::EntityDef& def, RecordForm& form, Shown shown,
        Document document);

    /// Something was typed.
    void typed();

    /// What is shown now is saved or given up.
    void drop();

    /// What stays with the draft of what is shown now, until it is dropped: words typed into fields
    /// that ended.
    void hold(std::vector<model::Draft::Ended> ended) { held_ = std::move(ended); }
    const std::vector<model::Draft::Ended>& held() const { return held_; }

    /// Writes at once what waits to be written: the form is about to show something else.
    void flush();

    model::Drafts& drafts() { return drafts_; }

private:
    void write();

    model::Drafts drafts_;
    const model::EntityDef& def_;
    RecordForm& form_;
    Shown shown_;
    Document document_;
    std::vector<model::Draft::Ended> held_;
    wxTimer wait_;
};

} // namespace views
