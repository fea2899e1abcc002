-- What became of a device that the county shut out: reported lost, purged, and why.
ALTER TABLE hub_device ADD COLUMN lost_at INTEGER;    -- reported lost: to be purged when it calls
ALTER TABLE hub_device ADD COLUMN purge_nonce TEXT;   -- of the order, which its answer names
ALTER TABLE hub_device ADD COLUMN purged_at INTEGER;  -- it said so
ALTER TABLE hub_device ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE hub_device ADD COLUMN joined_by TEXT NOT NULL DEFAULT ''; -- the account that used the code
