-- Annotations that are carried to a new revision of their article: the same words, written by nobody anew.

-- A version that was carried says what the version before said, word for word, in the name of the same
-- writer, and comes from an older revision than the one on which the annotation now stands.
CREATE FUNCTION carried_version_is_the_same() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  earlier "annotation_version"%ROWTYPE;
BEGIN
  SELECT * INTO earlier FROM "annotation_version" v
   WHERE v."annotation_id" = NEW."annotation_id" AND v."version" < NEW."version" ORDER BY v."version" DESC LIMIT 1;
  IF earlier."writer_id" IS DISTINCT FROM NEW."writer_id"
     OR NEW."carried_from" >= (SELECT a."revision" FROM "annotation" a WHERE a."id" = NEW."annotation_id")
     OR earlier."content" - 'segments' IS DISTINCT FROM NEW."content" - 'segments'
     OR (SELECT jsonb_agg(jsonb_build_array(s->'role', s->'exact') ORDER BY s->>'role', s->>'exact')
           FROM jsonb_array_elements(earlier."content"->'segments') s)
        IS DISTINCT FROM
        (SELECT jsonb_agg(jsonb_build_array(s->'role', s->'exact') ORDER BY s->>'role', s->>'exact')
           FROM jsonb_array_elements(NEW."content"->'segments') s) THEN
    RAISE EXCEPTION 'What is carried to another revision keeps its words, its roles and its writer.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_version_carried', TABLE = 'annotation_version';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_version_carried" BEFORE INSERT ON "annotation_version" FOR EACH ROW
  WHEN (NEW."carried_from" IS NOT NULL) EXECUTE FUNCTION carried_version_is_the_same();

-- The versions that an annotation has got by being carried since a version of it.
CREATE FUNCTION carried_since(of_annotation uuid, since int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM "annotation_version" v
   WHERE v."annotation_id" = of_annotation AND v."version" > since AND v."carried_from" IS NOT NULL
$$;

-- Nothing is approved or rejected but by a standing review: an approval of exactly the version before,
-- and all that has come since is carried.
CREATE OR REPLACE FUNCTION refuse_undecided(of_annotation uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now_is "annotation"%ROWTYPE;
BEGIN
  SELECT * INTO now_is FROM "annotation" a WHERE a."id" = of_annotation;
  IF (now_is."state" = 'approved' AND NOT EXISTS (
        SELECT 1 FROM "review" r WHERE r."annotation_id" = now_is."id" AND r."decision" = 'approve'
        AND r."undone_at" IS NULL
        AND r."version" + 1 + carried_since(now_is."id", r."version" + 1) = now_is."version"))
     OR (now_is."state" = 'rejected' AND NOT EXISTS (
        SELECT 1 FROM "review" r WHERE r."annotation_id" = now_is."id" AND r."decision" = 'reject'
        AND r."undone_at" IS NULL AND r."version" < now_is."version")) THEN
    RAISE EXCEPTION 'An annotation is approved or rejected by a review only.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_was_decided', TABLE = 'annotation';
  END IF;
END $$;

-- Four eyes, as before; carrying a version is not writing it.
CREATE OR REPLACE FUNCTION review_by_other_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  judged "annotation"%ROWTYPE;
BEGIN
  -- Held, so that nobody writes or decides meanwhile.
  SELECT * INTO judged FROM "annotation" a WHERE a."id" = NEW."annotation_id" FOR NO KEY UPDATE;
  IF judged."project_id" IS DISTINCT FROM NEW."project_id" OR judged."version" IS DISTINCT FROM NEW."version"
     OR judged."state" IS DISTINCT FROM 'submitted' THEN
    RAISE EXCEPTION 'A review judges a submitted annotation as it now is.'
      USING ERRCODE = '23514', CONSTRAINT = 'review_of_submitted', TABLE = 'review';
  END IF;
  IF judged."author_id" = NEW."reviewer_id" OR EXISTS (
       SELECT 1 FROM "annotation_version" v
       WHERE v."annotation_id" = NEW."annotation_id" AND v."writer_id" = NEW."reviewer_id" AND v."carried_from" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "review" r WHERE r."annotation_id" = v."annotation_id"
                         AND r."reviewer_id" = v."writer_id" AND r."corrected_version" = v."version" AND r."undone_at" IS NOT NULL)) THEN
    RAISE EXCEPTION 'Nobody reviews an annotation of which they wrote a version.'
      USING ERRCODE = '23514', CONSTRAINT = 'review_by_other_eyes', TABLE = 'review';
  END IF;
  RETURN NEW;
END $$;

-- What is newly marked, or marked anew, stands on the article's current revision. Whoever makes a new
-- revision holds the article; whoever marks meanwhile waits here, and is told.
CREATE FUNCTION stands_on_current_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "article" a WHERE a."id" = NEW."article_id" AND a."revision" = NEW."revision" FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The article has a newer revision by now.'
      USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_revision', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_begins_on_current_revision" BEFORE INSERT ON "annotation"
  FOR EACH ROW EXECUTE FUNCTION stands_on_current_revision();
CREATE TRIGGER "annotation_goes_to_current_revision" BEFORE UPDATE OF "revision_id" ON "annotation"
  FOR EACH ROW WHEN (OLD."revision_id" IS DISTINCT FROM NEW."revision_id") EXECUTE FUNCTION stands_on_current_revision();
CREATE TRIGGER "evidence_begins_on_current_revision" BEFORE INSERT ON "evidence"
  FOR EACH ROW WHEN (NEW."kind" = 'passage') EXECUTE FUNCTION stands_on_current_revision();
CREATE TRIGGER "evidence_goes_to_current_revision" BEFORE UPDATE OF "revision_id" ON "evidence"
  FOR EACH ROW WHEN (NEW."kind" = 'passage' AND OLD."revision_id" IS DISTINCT FROM NEW."revision_id")
  EXECUTE FUNCTION stands_on_current_revision();

-- A revision's numbers go up one by one, and the article's current one is the newest.
CREATE FUNCTION article_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An article goes to its next revision, never back.'
    USING ERRCODE = '23514', CONSTRAINT = 'article_revision', TABLE = 'article';
END $$;
CREATE TRIGGER "article_revision" BEFORE UPDATE OF "revision" ON "article" FOR EACH ROW
  WHEN (NEW."revision" <> OLD."revision" AND NEW."revision" <> OLD."revision" + 1)
  EXECUTE FUNCTION article_goes_forward();

-- What waits for a person, by project.
CREATE INDEX "carry_waiting" ON "carry" ("project_id", "revision_id")
  WHERE "settled_at" IS NULL AND "status" IN ('changed', 'lost');
