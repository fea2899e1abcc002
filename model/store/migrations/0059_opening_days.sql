-- On which days of the week a place opens, and who is there full-time.
ALTER TABLE "place" ADD COLUMN "opening_days" TEXT;
ALTER TABLE "posting" ADD COLUMN "work_time" TEXT;
