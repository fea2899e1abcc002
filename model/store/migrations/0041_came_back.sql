-- The day on which a case came back from where it was passed on to.
ALTER TABLE "complaint" ADD COLUMN "returned" TEXT;
ALTER TABLE "unable_case" ADD COLUMN "returned" TEXT;
