-- What must never be false, held by the database itself, whoever writes to it.
-- Violations that people can cause carry SQLSTATE 23514 and a constraint name, as a CHECK would.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ── Tokens ──────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "installation" ADD CONSTRAINT "installation_is_one" CHECK ("id" = 1);
ALTER TABLE "user_account" ADD CONSTRAINT "user_email_form" CHECK ("email" = lower(btrim("email")) AND position('@' IN "email") > 1);
CREATE UNIQUE INDEX "user_one_owner" ON "user_account" ("is_owner") WHERE "is_owner";
ALTER TABLE "member" ADD CONSTRAINT "member_role_token" CHECK ("role" IN ('reader', 'annotator', 'reviewer', 'manager'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_aim"
  CHECK (("as_owner" AND "project_id" IS NULL AND "role" IS NULL)
      OR (NOT "as_owner" AND "project_id" IS NOT NULL AND "role" IN ('reader', 'annotator', 'reviewer', 'manager')));
ALTER TABLE "work" ADD CONSTRAINT "work_state_token" CHECK ("state" IN ('not-begun', 'begun', 'finished', 'reopened'));
ALTER TABLE "block" ADD CONSTRAINT "block_kind_token"
  CHECK ("kind" IN ('title', 'heading', 'paragraph', 'list-item', 'quotation', 'caption', 'update'));
ALTER TABLE "block" ADD CONSTRAINT "block_boilerplate_token"
  CHECK ("boilerplate" IN ('styles', 'navigation', 'teaser', 'appeal', 'byline', 'credit', 'biography', 'comments', 'repeated', 'other'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_tag_token" CHECK ("tag" IN ('claim', 'denial', 'attribution'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_state_token"
  CHECK ("state" IN ('draft', 'submitted', 'approved', 'rejected', 'withdrawn'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_absent_token"
  CHECK ("absent" <@ ARRAY['content', 'source', 'cue'] AND ("tag" = 'attribution' OR "absent" = '{}'));
ALTER TABLE "segment" ADD CONSTRAINT "segment_role_token" CHECK ("role" IN ('content', 'source', 'cue'));
ALTER TABLE "link" ADD CONSTRAINT "link_type_token"
  CHECK ("type" IN ('denies', 'attributes', 'same-claim', 'narrows', 'contradicts'));
ALTER TABLE "link" ADD CONSTRAINT "link_not_to_itself" CHECK ("from_id" <> "to_id");
CREATE UNIQUE INDEX "link_once_either_way" ON "link" ("type", least("from_id", "to_id"), greatest("from_id", "to_id"))
  WHERE "type" IN ('same-claim', 'contradicts');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_stance_token"
  CHECK ("stance" IN ('supports', 'refutes', 'context', 'insufficient'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind_shape" CHECK (
  CASE "kind"
    WHEN 'passage' THEN num_nonnulls("article_id", "revision_id", "revision", "start", "end", "exact") = 6
                        AND num_nonnulls("url", "quotation", "note") = 0
    WHEN 'web' THEN "url" IS NOT NULL AND num_nonnulls("article_id", "revision_id", "revision", "start", "end", "exact", "note") = 0
    WHEN 'note' THEN "note" IS NOT NULL
                     AND num_nonnulls("article_id", "revision_id", "revision", "start", "end", "exact", "url", "quotation") = 0
    ELSE false
  END);
ALTER TABLE "review" ADD CONSTRAINT "review_decision_token" CHECK ("decision" IN ('approve', 'reject'));
ALTER TABLE "review" ADD CONSTRAINT "review_reason_token" CHECK (
  ("decision" = 'approve' AND "reason" IS NULL)
  OR ("decision" = 'reject' AND "corrected_version" IS NULL AND "reason" IS NOT NULL AND "reason" IN
      ('wrong-tag', 'wrong-boundary', 'wrong-attribute', 'wrong-link', 'missing-source', 'weak-evidence',
       'not-checkable', 'out-of-scope', 'duplicate', 'other')));
ALTER TABLE "review" ADD CONSTRAINT "review_correction_follows" CHECK ("corrected_version" = "version" + 1);

-- Nobody marks the same words the same way twice.
CREATE UNIQUE INDEX "annotation_once" ON "annotation" ("author_id", "revision_id", "signature") WHERE "state" <> 'withdrawn';

-- ── What is kept as it was ──────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are kept as they were written.', TG_TABLE_NAME
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_kept', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER "audit_event_is_kept" BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_event_is_not_emptied" BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_is_kept" BEFORE UPDATE OR DELETE ON "revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_is_not_emptied" BEFORE TRUNCATE ON "revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_chunk_is_kept" BEFORE UPDATE OR DELETE ON "revision_chunk" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_chunk_is_not_emptied" BEFORE TRUNCATE ON "revision_chunk" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "original_is_kept" BEFORE UPDATE OR DELETE ON "original" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "original_is_not_emptied" BEFORE TRUNCATE ON "original" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "annotation_version_is_kept" BEFORE UPDATE OR DELETE ON "annotation_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "annotation_version_is_not_emptied" BEFORE TRUNCATE ON "annotation_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "guidelines_is_kept" BEFORE UPDATE OR DELETE ON "guidelines" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "guidelines_is_not_emptied" BEFORE TRUNCATE ON "guidelines" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "block_is_not_removed" BEFORE DELETE ON "block" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "block_is_not_emptied" BEFORE TRUNCATE ON "block" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "review_is_not_emptied" BEFORE TRUNCATE ON "review" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION review_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."undone_at" IS NOT NULL
     OR to_jsonb(NEW) - 'undone_at' <> to_jsonb(OLD) - 'undone_at' THEN
    RAISE EXCEPTION 'A review is kept as it was written; it can be taken back once.'
      USING ERRCODE = '23514', CONSTRAINT = 'review_is_kept', TABLE = 'review';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_is_kept" BEFORE UPDATE OR DELETE ON "review" FOR EACH ROW EXECUTE FUNCTION review_keeps_its_words();

CREATE FUNCTION block_keeps_its_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['boilerplate', 'corrected_by_id', 'corrected_at']
     <> to_jsonb(OLD) - ARRAY['boilerplate', 'corrected_by_id', 'corrected_at'] THEN
    RAISE EXCEPTION 'A block keeps its place; only whether it is boilerplate can change.'
      USING ERRCODE = '23514', CONSTRAINT = 'block_is_kept', TABLE = 'block';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "block_is_kept" BEFORE UPDATE ON "block" FOR EACH ROW EXECUTE FUNCTION block_keeps_its_place();

CREATE FUNCTION article_keeps_its_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An article keeps its project.'
    USING ERRCODE = '23514', CONSTRAINT = 'article_place', TABLE = 'article';
END $$;
CREATE TRIGGER "article_place" BEFORE UPDATE ON "article" FOR EACH ROW
  WHEN (OLD."project_id" IS DISTINCT FROM NEW."project_id" OR OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION article_keeps_its_project();

-- ── Text ────────────────────────────────────────────────────────────────────────────────────────

-- 2,000 code points a chunk. The text is halved again and again: walking it from its start once for
-- each chunk would cost the square of its length.
CREATE FUNCTION put_revision_chunks(of_revision uuid, first_index int, piece text, piece_length int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  chunks int := (piece_length + 1999) / 2000;
  half int := (chunks / 2) * 2000;
BEGIN
  IF chunks <= 1 THEN
    INSERT INTO "revision_chunk" ("revision_id", "index", "text") VALUES (of_revision, first_index, piece);
  ELSE
    PERFORM put_revision_chunks(of_revision, first_index, left(piece, half), half);
    PERFORM put_revision_chunks(of_revision, first_index + chunks / 2, substring(piece FROM half + 1), piece_length - half);
  END IF;
END $$;

CREATE FUNCTION revision_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."length" <> char_length(NEW."text") OR NEW."length" = 0 THEN
    RAISE EXCEPTION 'The length of a revision is that of its text, and no text is empty.'
      USING ERRCODE = '23514', CONSTRAINT = 'revision_length', TABLE = 'revision';
  END IF;
  IF NEW."hash" <> encode(sha256(convert_to(NEW."text", 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'The hash of a revision is that of its text.'
      USING ERRCODE = '23514', CONSTRAINT = 'revision_hash', TABLE = 'revision';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "article" a WHERE a."id" = NEW."article_id" AND a."project_id" = NEW."project_id") THEN
    RAISE EXCEPTION 'A revision belongs to its article''s project.'
      USING ERRCODE = '23514', CONSTRAINT = 'revision_place', TABLE = 'revision';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revision_is_true" BEFORE INSERT ON "revision" FOR EACH ROW EXECUTE FUNCTION revision_is_true();

CREATE FUNCTION revision_is_chunked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM put_revision_chunks(NEW."id", 0, NEW."text", NEW."length");
  RETURN NULL;
END $$;
CREATE TRIGGER "revision_is_chunked" AFTER INSERT ON "revision" FOR EACH ROW EXECUTE FUNCTION revision_is_chunked();

CREATE FUNCTION chunk_comes_from_its_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'The database itself divides a text into chunks.'
      USING ERRCODE = '23514', CONSTRAINT = 'revision_chunk_is_kept', TABLE = 'revision_chunk';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revision_chunk_comes_from_its_revision" BEFORE INSERT ON "revision_chunk" FOR EACH ROW EXECUTE FUNCTION chunk_comes_from_its_revision();

-- The words of a revision from a code point to another, both counted from 0, the second excluded.
CREATE FUNCTION words_at(of_revision uuid, first_point int, past_point int) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT substring(string_agg(c."text", '' ORDER BY c."index") FROM first_point % 2000 + 1 FOR past_point - first_point)
  FROM "revision_chunk" c
  WHERE c."revision_id" = of_revision AND c."index" BETWEEN first_point / 2000 AND (past_point - 1) / 2000
$$;

CREATE FUNCTION refuse_other_words(of_revision uuid, first_point int, past_point int, said text, of_table text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF first_point < 0 OR past_point <= first_point
     OR words_at(of_revision, first_point, past_point) IS DISTINCT FROM said
     OR char_length(said) <> past_point - first_point THEN
    RAISE EXCEPTION 'The words do not stand at these offsets.'
      USING ERRCODE = '23514', CONSTRAINT = of_table || '_exact', TABLE = of_table;
  END IF;
END $$;

ALTER TABLE "block" ADD CONSTRAINT "block_span" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "block" ADD CONSTRAINT "block_apart" EXCLUDE USING gist ("revision_id" WITH =, int4range("start", "end") WITH &&);

CREATE FUNCTION block_lies_inside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end" > (SELECT r."length" FROM "revision" r WHERE r."id" = NEW."revision_id") THEN
    RAISE EXCEPTION 'A block lies inside its text.'
      USING ERRCODE = '23514', CONSTRAINT = 'block_inside', TABLE = 'block';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "block_inside" BEFORE INSERT ON "block" FOR EACH ROW EXECUTE FUNCTION block_lies_inside();

-- ── Annotations ─────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_other_place(of_revision uuid, of_article uuid, of_project uuid, of_number int, of_table text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "revision" r WHERE r."id" = of_revision AND r."article_id" = of_article
                 AND r."project_id" = of_project AND r."number" = of_number) THEN
    RAISE EXCEPTION 'The revision is not one of this article in this project.'
      USING ERRCODE = '23514', CONSTRAINT = of_table || '_place', TABLE = of_table;
  END IF;
END $$;

CREATE FUNCTION annotation_has_its_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."id", NEW."project_id", NEW."article_id", NEW."author_id")
                          IS DISTINCT FROM (OLD."id", OLD."project_id", OLD."article_id", OLD."author_id") THEN
    RAISE EXCEPTION 'An annotation keeps its article and its author.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_place', TABLE = 'annotation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."version" <> OLD."version" + 1
     AND (NEW."version" <> OLD."version"
          OR (NEW."revision_id", NEW."tag", NEW."state", NEW."absent", NEW."attributes", NEW."doubt", NEW."signature")
             IS DISTINCT FROM
             (OLD."revision_id", OLD."tag", OLD."state", OLD."absent", OLD."attributes", OLD."doubt", OLD."signature")) THEN
    RAISE EXCEPTION 'An annotation''s version goes up by one with every change of it.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_version_step', TABLE = 'annotation';
  END IF;
  PERFORM refuse_other_place(NEW."revision_id", NEW."article_id", NEW."project_id", NEW."revision", 'annotation');
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_place" BEFORE INSERT OR UPDATE ON "annotation" FOR EACH ROW EXECUTE FUNCTION annotation_has_its_place();

ALTER TABLE "segment" ADD CONSTRAINT "segment_span" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "segment" ADD CONSTRAINT "segment_has_ink" CHECK ("exact" ~ '[^[:space:]]');
ALTER TABLE "segment" ADD CONSTRAINT "segment_apart" EXCLUDE USING gist ("annotation_id" WITH =, int4range("start", "end") WITH &&);
CREATE UNIQUE INDEX "segment_one_cue" ON "segment" ("annotation_id") WHERE "role" = 'cue';

CREATE FUNCTION segment_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  host "annotation"%ROWTYPE;
BEGIN
  -- Held, so that it keeps its tag until this segment is there.
  SELECT * INTO host FROM "annotation" a WHERE a."id" = NEW."annotation_id" FOR SHARE;
  IF NEW."role" <> 'content' AND host."tag" <> 'attribution' THEN
    RAISE EXCEPTION 'Only an attribution has a source and a cue.'
      USING ERRCODE = '23514', CONSTRAINT = 'segment_role_of_tag', TABLE = 'segment';
  END IF;
  PERFORM refuse_other_words(host."revision_id", NEW."start", NEW."end", NEW."exact", 'segment');
  RETURN NEW;
END $$;
CREATE TRIGGER "segment_exact" BEFORE INSERT OR UPDATE ON "segment" FOR EACH ROW EXECUTE FUNCTION segment_is_true();

-- When an annotation's tag or revision changes, its segments are looked at again as they stand at commit.
CREATE FUNCTION segments_still_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  piece "segment"%ROWTYPE;
BEGIN
  FOR piece IN SELECT s.* FROM "segment" s JOIN "annotation" a ON a."id" = s."annotation_id" WHERE a."id" = NEW."id" LOOP
    IF piece."role" <> 'content' AND (SELECT a."tag" FROM "annotation" a WHERE a."id" = NEW."id") <> 'attribution' THEN
      RAISE EXCEPTION 'Only an attribution has a source and a cue.'
        USING ERRCODE = '23514', CONSTRAINT = 'segment_role_of_tag', TABLE = 'segment';
    END IF;
    PERFORM refuse_other_words((SELECT a."revision_id" FROM "annotation" a WHERE a."id" = NEW."id"),
                               piece."start", piece."end", piece."exact", 'segment');
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "segments_still_true" AFTER UPDATE OF "tag", "revision_id" ON "annotation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."tag" IS DISTINCT FROM NEW."tag" OR OLD."revision_id" IS DISTINCT FROM NEW."revision_id")
  EXECUTE FUNCTION segments_still_true();

-- A version is written for the annotation as it now is, never for its past.
CREATE FUNCTION version_is_current() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."version" IS DISTINCT FROM (SELECT a."version" FROM "annotation" a WHERE a."id" = NEW."annotation_id") THEN
    RAISE EXCEPTION 'A version is written once, when its content begins to hold.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_version_is_kept', TABLE = 'annotation_version';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_version_is_current" BEFORE INSERT ON "annotation_version" FOR EACH ROW EXECUTE FUNCTION version_is_current();

-- Who wrote what is known for every content that an annotation has had: four eyes stand on it.
CREATE FUNCTION content_has_its_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "annotation_version" v WHERE v."annotation_id" = NEW."id" AND v."version" = NEW."version") THEN
    RAISE EXCEPTION 'Every content of an annotation is written down as a version, with its writer.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_version_written', TABLE = 'annotation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotation_begins_with_a_version" AFTER INSERT ON "annotation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_has_its_version();
CREATE CONSTRAINT TRIGGER "annotation_changes_with_a_version" AFTER UPDATE ON "annotation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD."revision_id", OLD."tag", OLD."absent", OLD."attributes", OLD."doubt", OLD."signature")
        IS DISTINCT FROM
        (NEW."revision_id", NEW."tag", NEW."absent", NEW."attributes", NEW."doubt", NEW."signature"))
  EXECUTE FUNCTION content_has_its_version();

-- ── Links and evidence ──────────────────────────────────────────────────────────────────────────

CREATE FUNCTION link_stays_in_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "annotation" a WHERE a."id" IN (NEW."from_id", NEW."to_id") AND a."project_id" = NEW."project_id") <> 2 THEN
    RAISE EXCEPTION 'A link ties two annotations of one project.'
      USING ERRCODE = '23514', CONSTRAINT = 'link_place', TABLE = 'link';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "link_place" BEFORE INSERT OR UPDATE ON "link" FOR EACH ROW EXECUTE FUNCTION link_stays_in_project();

CREATE FUNCTION evidence_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "annotation" a WHERE a."id" = NEW."annotation_id" AND a."project_id" = NEW."project_id") THEN
    RAISE EXCEPTION 'Evidence belongs to its annotation''s project.'
      USING ERRCODE = '23514', CONSTRAINT = 'evidence_place', TABLE = 'evidence';
  END IF;
  IF NEW."kind" = 'passage' THEN
    PERFORM refuse_other_place(NEW."revision_id", NEW."article_id", NEW."project_id", NEW."revision", 'evidence');
    PERFORM refuse_other_words(NEW."revision_id", NEW."start", NEW."end", NEW."exact", 'evidence');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_exact" BEFORE INSERT OR UPDATE ON "evidence" FOR EACH ROW EXECUTE FUNCTION evidence_is_true();

-- ── Review ──────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION missed_passage_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_other_place(NEW."revision_id", NEW."article_id", NEW."project_id", NEW."revision", 'missed_passage');
  PERFORM refuse_other_words(NEW."revision_id", NEW."start", NEW."end", NEW."exact", 'missed_passage');
  RETURN NEW;
END $$;
CREATE TRIGGER "missed_passage_exact" BEFORE INSERT OR UPDATE ON "missed_passage" FOR EACH ROW EXECUTE FUNCTION missed_passage_is_true();

-- Four eyes. A decision is written before the annotation changes, on the version that it judges.
-- A correction that was taken back with its decision does not count as having written it.
CREATE FUNCTION review_by_other_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
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
       WHERE v."annotation_id" = NEW."annotation_id" AND v."writer_id" = NEW."reviewer_id"
         AND NOT EXISTS (SELECT 1 FROM "review" r WHERE r."annotation_id" = v."annotation_id"
                         AND r."reviewer_id" = v."writer_id" AND r."corrected_version" = v."version" AND r."undone_at" IS NOT NULL)) THEN
    RAISE EXCEPTION 'Nobody reviews an annotation of which they wrote a version.'
      USING ERRCODE = '23514', CONSTRAINT = 'review_by_other_eyes', TABLE = 'review';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_by_other_eyes" BEFORE INSERT ON "review" FOR EACH ROW EXECUTE FUNCTION review_by_other_eyes();

-- Nothing is approved or rejected but by a standing review: an approval of exactly the version before.
CREATE FUNCTION refuse_undecided(of_annotation uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now_is "annotation"%ROWTYPE;
BEGIN
  SELECT * INTO now_is FROM "annotation" a WHERE a."id" = of_annotation;
  IF (now_is."state" = 'approved' AND NOT EXISTS (
        SELECT 1 FROM "review" r WHERE r."annotation_id" = now_is."id" AND r."decision" = 'approve'
        AND r."undone_at" IS NULL AND r."version" + 1 = now_is."version"))
     OR (now_is."state" = 'rejected' AND NOT EXISTS (
        SELECT 1 FROM "review" r WHERE r."annotation_id" = now_is."id" AND r."decision" = 'reject'
        AND r."undone_at" IS NULL AND r."version" < now_is."version")) THEN
    RAISE EXCEPTION 'An annotation is approved or rejected by a review only.'
      USING ERRCODE = '23514', CONSTRAINT = 'annotation_was_decided', TABLE = 'annotation';
  END IF;
END $$;

CREATE FUNCTION annotation_was_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_undecided(NEW."id");
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotation_was_decided" AFTER INSERT OR UPDATE ON "annotation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."state" IN ('approved', 'rejected'))
  EXECUTE FUNCTION annotation_was_decided();

-- A decision is not taken back behind the annotation's back.
CREATE FUNCTION review_leaves_nothing_undecided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_undecided(NEW."annotation_id");
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "review_leaves_nothing_undecided" AFTER UPDATE OF "undone_at" ON "review"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION review_leaves_nothing_undecided();
