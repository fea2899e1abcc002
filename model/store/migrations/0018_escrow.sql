-- What a county server keeps in escrow: its keys, of which the newest counts, and the data key of
-- each device that has it deposited, sealed to one of them.
CREATE TABLE hub_escrow_key (
    id INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL,
    sealed BLOB NOT NULL,     -- the secret half, sealed with a key made from the keeper's passphrase
    salt BLOB NOT NULL,
    nonce BLOB NOT NULL,
    passes INTEGER NOT NULL,  -- of Argon2id
    memory INTEGER NOT NULL,
    keeper TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE hub_escrow (
    device INTEGER PRIMARY KEY,
    escrow_key INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
