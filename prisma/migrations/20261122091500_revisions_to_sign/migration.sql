-- Revisions from before there were signatures: one to be made stands as -1 shingles, so that the few that
-- wait are found without looking through all articles.
INSERT INTO "revision_signature" ("revision_id", "project_id", "minima", "shingles")
SELECT r."id", r."project_id", ''::bytea, -1
FROM "revision" r JOIN "article" a ON a."id" = r."article_id" AND a."revision" = r."number"
ON CONFLICT DO NOTHING;
