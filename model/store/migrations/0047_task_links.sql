-- What a task is about, so that one that comes of any record leads back to it.
ALTER TABLE "task" ADD COLUMN "window" BLOB;
ALTER TABLE "task" ADD COLUMN "person" BLOB;
ALTER TABLE "task" ADD COLUMN "item" BLOB;
CREATE INDEX task_window ON "task" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX task_person ON "task" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX task_item ON "task" ("item") WHERE "item" IS NOT NULL;
