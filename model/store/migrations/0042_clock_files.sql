-- What the clock and what people said of a day, beside what counts.
ALTER TABLE "attendance_day" ADD COLUMN "punches" TEXT;
ALTER TABLE "attendance_day" ADD COLUMN "clock_state" TEXT;
ALTER TABLE "attendance_day" ADD COLUMN "clock_minutes" INTEGER;
ALTER TABLE "attendance_day" ADD COLUMN "call_state" TEXT;
ALTER TABLE "attendance_day" ADD COLUMN "call_minutes" INTEGER;
ALTER TABLE "attendance_day" ADD COLUMN "call_source" TEXT;
ALTER TABLE "attendance_day" ADD COLUMN "decided" TEXT;
