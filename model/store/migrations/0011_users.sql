-- Who works with the program, as what and where. See model/entities/user.h.
CREATE TABLE "user" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "person" BLOB,
    "roles" TEXT,
    "place" BLOB,
    "unit" BLOB,
    "state" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX user_name ON "user" (name);
