-- Whether the articles that are like a revision have been looked for, so that what was broken off is taken up again.
ALTER TABLE "revision_signature" ADD COLUMN "compared_at" TIMESTAMPTZ(3);
CREATE INDEX "revision_signature_to_compare" ON "revision_signature" ("project_id", "revision_id") WHERE "compared_at" IS NULL;
