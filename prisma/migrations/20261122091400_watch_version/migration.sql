-- What people change of a watch is numbered; what its fetches note is not.
ALTER TABLE "watch" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
