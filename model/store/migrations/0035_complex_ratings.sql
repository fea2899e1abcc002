-- A complex bad rating is corrected within a deadline of its own.
ALTER TABLE "bad_rating" ADD COLUMN "complex" INTEGER;
