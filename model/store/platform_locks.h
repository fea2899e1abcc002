#pragma once

namespace model::detail {

/// Lets SQLite's file system of this machine lock in a way that lasts. POSIX takes every lock of a
/// process off a file as soon as anything in the process closes it, be it the system's file dialog
/// that looks at each file to tell its kind; another program then takes the database for unused and
/// removes the log that is being written. Where the system knows locks of open files (Linux), one
/// opening of our own per file holds them instead. Once for the process, before a database is open.
void keep_locks();

} // namespace model::detail
