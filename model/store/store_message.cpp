#include "model/store/store_message.h"

#include "model/store/checked_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace model {

Message wrong_key_message(const std::string& path)
{
    return {msgid("{1} is no data file of Hallkeeper, or its key does not fit and belongs to "
                  "another data file: put this file's own .keys file beside it"),
        {path}};
}

Message damaged_message(const std::string& path)
{
    return {
        msgid("{1} is damaged: go back to the last backup, or save what can still be read (page "
              "Backup and restore, or hallctl rescue)"),
        {path}};
}

bool tells_damage(const Message& message)
{
    return std::string_view(message.id) == damaged_message({}).id;
}

namespace {

Message unreadable_disk(const std::string& path, int code)
{
    return {msgid("The disk with {1} could not be read or written ({2}): check the disk or the "
                  "network drive"),
        {path, std::to_string(code)}};
}

} // namespace

Message store_message(const SQLite::Exception& error, const std::string& path)
{
    // A page that could not even be read is no damage: the file may be sound.
    const int unread = detail::last_read_error();
    const int code = error.getErrorCode() & 0xFF;
    if (unread != SQLITE_OK && (code == SQLITE_NOTADB || code == SQLITE_CORRUPT))
        return unreadable_disk(path, unread);
    switch (code) {
    case SQLITE_NOTADB:
        return wrong_key_message(path);
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return damaged_message(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return {file_in_use, {path}};
    case SQLITE_FULL:
        return {disk_full, {path}};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {msgid("{1} is write-protected: allow writing to the file and its folder"), {path}};
    case SQLITE_CANTOPEN:
        return {msgid("{1} cannot be opened: check that its folder is there and may be written to"),
            {path}};
    case SQLITE_IOERR:
        return unreadable_disk(path, std::max(error.getExtendedErrorCode(), error.getErrorCode()));
    case SQLITE_NOMEM:
        return {msgid("There is not enough memory to work with {1}: close other programs"), {path}};
    default:
        return {msgid("The data in {1} could not be read or changed ({2})"), {path, error.what()}};
    }
}

} // namespace model
