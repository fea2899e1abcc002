#pragma once

#include "model/commands/attachments.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxButton;
class wxDataViewListCtrl;
class wxImage;

namespace views {

class WrappedText;

/// The files that are kept with a record: photos as small pictures, all by name, kind, size, day
/// and who entered them. Files are added from a dialog, dropped onto it, or pasted as a picture.
/// Enter opens one, F2 renames it, Del puts it into the recycle bin.
class RecordAttachments : public wxPanel {
public:
    RecordAttachments(wxWindow* parent, model::Editor& editor);

    void show(const model::Uuid& record);

    /// How many files the record has, without showing them.
    std::int64_t count_of(const model::Uuid& record);

    std::size_t count() const { return all_.size(); }
    void choose(std::size_t line);

    /// Whether the line shows a small picture of its content by now.
    bool has_picture(std::size_t line) const;

    /// From now on nothing can be added or changed, for that reason.
    void freeze(const model::Message& why);

    /// Adds the files of these names. What cannot be kept is told.
    void add(const std::vector<std::string>& paths);

    /// Adds what the clipboard holds: a picture, or copied files.
    void paste();
    void add_picture(const wxImage& picture);

    /// The chosen one: shows it by the program the system has for it, saves it under that name,
    /// calls it something else, puts it into the recycle bin.
    void open();
    void save(const std::string& path);
    void rename(const std::string& title);
    void remove();

    /// Shows a copy of the content by the program the system has for it.
    std::function<void(const std::string& name, const std::string& bytes)> on_open;

    /// Why the content of that attachment is to be read; nothing where the user thinks better of
    /// it. `read` may throw, which is told there.
    using Read = std::function<void(const std::string& reason)>;
    std::function<bool(const wxString& title, const Read& read)> ask_reason;

    /// A step was taken, or something was noted in the log.
    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;

private:
    void add_list();
    void fill();
    wxSizer* make_buttons();
    wxButton* button(const wxString& label, const char* name, std::function<void()> work);
    void update();
    void wrap();
    void on_key(wxKeyEvent& event);
    void choose_files();
    void choose_target();
    void ask_name();
    void draw_next();
    void put(const model::NewAttachment& file);
    bool is_done(const model::Outcome& outcome, const wxString& done);
    std::optional<std::string> content(const model::KeptAttachment& kept, model::ContentUse use);
    const model::KeptAttachment* chosen() const;
    std::optional<model::Message> why_not();

    model::Editor& editor_;
    model::Attachments attachments_;
    model::Uuid record_;
    std::optional<model::Message> frozen_;
    std::vector<model::KeptAttachment> all_;
    std::vector<bool> pictured_; ///< of each, whether its picture was drawn
    WrappedText* said_;
    wxDataViewListCtrl* list_;
    wxButton* add_ = nullptr;
    wxButton* paste_ = nullptr;
    wxButton* open_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* rename_ = nullptr;
    wxButton* remove_ = nullptr;
    wxTimer drawing_; ///< one picture after the other, while keys are taken
};

/// "1.2 MB" or "350 KB".
wxString size_text(std::int64_t bytes);

} // namespace views
