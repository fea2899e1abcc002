-- What a county server and its devices keep so that a server restored from a backup is noticed, and
-- what it lost comes back from the devices.

-- Hub: points of its past. A device that names one which is not here has seen more than this server.
CREATE TABLE hub_mark (
    change INTEGER PRIMARY KEY,         -- number of the change it was drawn for
    drawn INTEGER NOT NULL
) STRICT;

-- Hub: versions of a field that were overwritten by somebody who had seen them, before they came
-- here.
CREATE TABLE hub_seen (
    record BLOB NOT NULL,
    ver INTEGER NOT NULL,
    fid INTEGER NOT NULL,
    PRIMARY KEY (record, ver, fid)
) STRICT, WITHOUT ROWID;

-- Hub: what a version says again. Who had seen that has seen this.
CREATE TABLE hub_again (
    ver INTEGER PRIMARY KEY,
    was INTEGER NOT NULL
) STRICT;

-- Device: what the county told since this device compares all it has with it.
CREATE TABLE met_record (
    rid INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE met_item (
    id BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- One op may end in several records its device must hear of: its own and those that moved with it.
DROP TABLE hub_outcome;
CREATE TABLE hub_outcome (
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (device, seq, record)
) STRICT, WITHOUT ROWID;
