// What is done with the files of a record: adding, opening, saving, renaming, deleting.
#include "views/form/attachment_picture.h"
#include "views/form/record_attachments.h"
#include "views/shell/questions.h"
#include "views/widgets/errors.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/image.h>
#include <wx/mstream.h>
#include <wx/textdlg.h>

namespace views {

void RecordAttachments::choose_files()
{
    wxFileDialog dialog(this, tr("Files to be kept with the record"), {}, {},
        tr("Files that are kept|*.jpg;*.jpeg;*.png;*.pdf;*.docx;*.xlsx;*.wps;*.et;*.txt;*.ofd|All "
           "files|*"),
        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
    if (dialog.ShowModal() != wxID_OK)
        return;
    wxArrayString names;
    dialog.GetPaths(names);
    std::vector<std::string> paths;
    for (const auto& name : names)
        paths.push_back(from_wx(name));
    add(paths);
}

void RecordAttachments::add(const std::vector<std::string>& paths)
{
    for (const auto& path : paths)
        guarded(this, [&] {
            if (const auto why = why_not())
                throw model::Error(*why);
            model::SystemFiles files;
            put(attachments_.read(files, path));
        });
}

void RecordAttachments::paste()
{
    if (const auto why = why_not())
        throw model::Error(*why);
    const wxClipboardLocker lock;
    auto& clipboard = *wxTheClipboard;
    if (wxFileDataObject files; clipboard.IsSupported(wxDF_FILENAME) && clipboard.GetData(files)) {
        std::vector<std::string> paths;
        for (const auto& name : files.GetFilenames())
            paths.push_back(from_wx(name));
        return add(paths);
    }
    wxBitmapDataObject drawing;
    if (!clipboard.IsSupported(wxDF_BITMAP) || !clipboard.GetData(drawing))
        throw model::Error({model::msgid("The clipboard holds no picture: copy one first, or add "
                                         "the file")});
    add_picture(drawing.GetBitmap().ConvertToImage());
}

void RecordAttachments::add_picture(const wxImage& picture)
{
    know_pictures();
    wxMemoryOutputStream out;
    picture.SaveFile(out, wxBITMAP_TYPE_PNG);
    std::string bytes(static_cast<std::size_t>(out.GetSize()), '\0');
    out.CopyTo(bytes.data(), bytes.size());
    const auto name = tr("Picture of {1}",
        {from_wx(display(editor_.store().clock().now()))}); // two of one minute are told by the eye
    put({.file_name = from_wx(name) + ".png", .bytes = std::move(bytes)});
}

void RecordAttachments::put(const model::NewAttachment& file)
{
    if (!is_done(
            attachments_.add(record_, file), tr("“{1}” is kept with the record", {file.file_name})))
        return;
    choose(all_.size() - 1);
}

bool RecordAttachments::is_done(const model::Outcome& outcome, const wxString& done)
{
    if (!outcome.done) {
        for (const auto& finding : outcome.findings)
            if (finding.level == model::Level::refuse)
                tell(this, tr(finding.message));
        return false;
    }
    show(record_);
    if (on_written)
        on_written();
    if (on_say)
        on_say(done);
    return true;
}

/// Personal contents are given for a reason alone.
std::optional<std::string> RecordAttachments::content(
    const model::KeptAttachment& kept, model::ContentUse use)
{
    std::optional<std::string> bytes;
    const auto read = [&](const std::string& reason) {
        bytes = attachments_.content(kept.file.id, use, reason);
    };
    if (!attachments_.is_personal(kept.file.id))
        read({});
    else if (!ask_reason || !ask_reason(to_wx(kept.file.title), read))
        return std::nullopt;
    if (bytes && on_written)
        on_written();
    return bytes;
}

void RecordAttachments::open()
{
    const auto* kept = chosen();
    if (!kept)
        return;
    guarded(this, [this, one = *kept] {
        if (!one.is_here)
            return tell(this,
                tr("The content of “{1}” has not come to this computer yet: sync, "
                   "and try again then",
                    {one.file.title}));
        if (const auto bytes = content(one, model::ContentUse::open); bytes && on_open)
            on_open(model::file_name_of(one.file), *bytes);
    });
}

void RecordAttachments::choose_target()
{
    const auto* kept = chosen();
    if (!kept)
        return;
    wxFileDialog dialog(this, tr("Save the attachment as"), {},
        to_wx(model::file_name_of(kept->file)), tr("All files|*"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK)
        save(from_wx(dialog.GetPath()));
}

void RecordAttachments::save(const std::string& path)
{
    const auto* kept = chosen();
    if (!kept)
        return;
    guarded(this, [&, one = *kept] {
        const auto bytes = content(one, model::ContentUse::save);
        if (!bytes)
            return;
        model::SystemFiles().write(path, *bytes, model::Readers::owner);
        if (on_say)
            on_say(tr("“{1}” was written to {2}", {one.file.title, path}));
    });
}

void RecordAttachments::ask_name()
{
    const auto* kept = chosen();
    if (!kept || why_not())
        return;
    wxTextEntryDialog dialog(this, tr("What is the attachment called?"), tr("Rename"),
        kept->is_masked ? wxString() : to_wx(kept->file.title));
    if (dialog.ShowModal() == wxID_OK)
        rename(from_wx(dialog.GetValue()));
}

void RecordAttachments::rename(const std::string& title)
{
    const auto* kept = chosen();
    if (!kept)
        return;
    guarded(this, [&, id = kept->file.id] {
        is_done(attachments_.rename(id, title), tr("The attachment is called “{1}” now", {title}));
    });
}

void RecordAttachments::remove()
{
    const auto* kept = chosen();
    if (!kept || why_not() || !ask_remove(this, to_wx(kept->file.title)))
        return;
    guarded(this, [&, one = kept->file] {
        is_done(attachments_.remove(one.id),
            tr("“{1}” is in the recycle bin; Ctrl+Z brings it back", {one.title}));
    });
}

} // namespace views
