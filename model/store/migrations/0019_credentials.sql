-- What an account's passphrase opens, on its way to the other computers of its office. See
-- model/entities/credential.h.
CREATE TABLE "credential" (
    rid INTEGER PRIMARY KEY,
    "account" BLOB,
    "sealed" TEXT
) STRICT;
CREATE INDEX credential_account ON "credential" (account);
