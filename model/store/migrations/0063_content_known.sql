-- What is asked of contents at each sync is answered without their rows, one of which a disk may
-- have damaged.
CREATE INDEX content_known ON content (hash, whole, size, told, owed);
