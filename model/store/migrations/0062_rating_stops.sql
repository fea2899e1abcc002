-- While a bad rating is with another office, or its caller is waited for, its clock stands still.
ALTER TABLE "bad_rating" ADD COLUMN "left_for" TEXT;
ALTER TABLE "bad_rating" ADD COLUMN "left" TEXT;
ALTER TABLE "bad_rating" ADD COLUMN "returned" TEXT;
ALTER TABLE "bad_rating" ADD COLUMN "awaited" TEXT;
ALTER TABLE "bad_rating" ADD COLUMN "answered" TEXT;
