-- What became of a posting's status, how long, and on whose word.
ALTER TABLE "posting_change" ADD COLUMN "status_from" TEXT;
ALTER TABLE "posting_change" ADD COLUMN "status_to" TEXT;
ALTER TABLE "posting_change" ADD COLUMN "until" TEXT;
ALTER TABLE "posting_change" ADD COLUMN "approver" TEXT;
