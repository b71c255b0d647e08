-- AlterTable
ALTER TABLE "project" ADD COLUMN "layers" TEXT NOT NULL DEFAULT 'shared';

-- AlterTable
ALTER TABLE "announcement" ADD COLUMN "is_of_work" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "workers" UUID[];

-- AlterTable
ALTER TABLE "announcement_counter" ADD COLUMN "forgotten" BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "project" ADD CONSTRAINT "project_layers_token" CHECK ("layers" IN ('shared', 'blind'));

UPDATE "announcement_counter" c
   SET "forgotten" = coalesce((SELECT min(a."number") - 1 FROM "announcement" a WHERE a."project_id" = c."project_id"), c."last");

-- ── Blind layers ────────────────────────────────────────────────────────────────────────────────

-- What two people did in sight of one another cannot become blind afterwards.
CREATE FUNCTION layers_were_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(DISTINCT a."author_id") FROM "annotation" a WHERE a."project_id" = NEW."id") > 1 THEN
    RAISE EXCEPTION 'Two people have annotated in sight of one another: the project cannot become blind.'
      USING ERRCODE = '23514', CONSTRAINT = 'project_layers_apart', TABLE = 'project';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "project_layers_apart" BEFORE UPDATE OF "layers" ON "project" FOR EACH ROW
  WHEN (OLD."layers" <> 'blind' AND NEW."layers" = 'blind') EXECUTE FUNCTION layers_were_apart();

-- In a blind project a link belongs to one layer; a tie to another's work would tell of it.
CREATE FUNCTION link_stays_in_layer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(DISTINCT a."author_id") FROM "annotation" a
       JOIN "project" p ON p."id" = a."project_id" AND p."layers" = 'blind'
      WHERE a."id" IN (NEW."from_id", NEW."to_id")) > 1 THEN
    RAISE EXCEPTION 'In a blind project a link stays in one layer.'
      USING ERRCODE = '23514', CONSTRAINT = 'link_layer', TABLE = 'link';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "link_layer" BEFORE INSERT OR UPDATE ON "link" FOR EACH ROW EXECUTE FUNCTION link_stays_in_layer();

-- In a blind layer annotations stay submitted.
CREATE FUNCTION review_leaves_blind_layers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT p."layers" FROM "project" p WHERE p."id" = NEW."project_id") = 'blind' THEN
    RAISE EXCEPTION 'In a blind project nothing is approved or rejected.'
      USING ERRCODE = '23514', CONSTRAINT = 'review_of_blind_layer', TABLE = 'review';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_of_blind_layer" BEFORE INSERT ON "review" FOR EACH ROW EXECUTE FUNCTION review_leaves_blind_layers();

-- ── Announcements ───────────────────────────────────────────────────────────────────────────────

-- Whose work an event is of; null where it is of what all members share: articles, their texts,
-- members, settings. What is not named here is nobody's to hear in a blind project until it is.
CREATE FUNCTION workers_of_event(event "audit_event") RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  sides jsonb[] := array_remove(ARRAY[event."before", event."after"], NULL);
  authors uuid[];
  about uuid;
BEGIN
  CASE
    WHEN event."type" LIKE 'work.%' THEN
      RETURN array_remove(ARRAY[event."actor_id"], NULL);
    WHEN event."subject_type" IN ('article', 'likeness', 'ingestion', 'watch', 'project', 'user', 'invitation', 'token') THEN
      RETURN NULL;
    WHEN event."subject_type" = 'annotation' THEN
      RETURN ARRAY(SELECT a."author_id" FROM "annotation" a WHERE a."id" = event."subject_id");
    WHEN event."subject_type" = 'evidence' THEN
      RETURN ARRAY(SELECT DISTINCT a."author_id" FROM unnest(sides) AS side
                   JOIN "annotation" a ON a."id" = (side->>'annotationId')::uuid);
    WHEN event."subject_type" = 'link' THEN
      -- Of nobody, where the two ends are two people's.
      authors := ARRAY(SELECT DISTINCT a."author_id" FROM unnest(sides) AS side
                       JOIN "annotation" a ON a."id" IN ((side->>'from')::uuid, (side->>'to')::uuid));
      RETURN CASE WHEN cardinality(authors) = 1 THEN authors ELSE '{}' END;
    WHEN event."subject_type" = 'missed' THEN
      RETURN ARRAY(SELECT DISTINCT (side->'annotator'->>'id')::uuid FROM unnest(sides) AS side);
    WHEN event."subject_type" = 'thread' THEN
      SELECT t."annotation_id" INTO about FROM "thread" t WHERE t."id" = event."subject_id";
      IF about IS NOT NULL THEN
        RETURN ARRAY(SELECT a."author_id" FROM "annotation" a WHERE a."id" = about);
      END IF;
      -- About the article: who began it, who says something, who is named in this, or anywhere in it.
      RETURN ARRAY(
        SELECT t."author_id" FROM "thread" t WHERE t."id" = event."subject_id"
        UNION SELECT event."actor_id" WHERE event."actor_id" IS NOT NULL
        UNION SELECT n."user_id" FROM "message" m JOIN "mention" n ON n."message_id" = m."id"
              WHERE m."thread_id" = event."subject_id"
                AND (event."after"->>'messageId' IS NULL OR m."id" = (event."after"->>'messageId')::uuid));
    ELSE
      RETURN '{}';
  END CASE;
END $$;

CREATE OR REPLACE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sides jsonb[] := array_remove(ARRAY[NEW."before", NEW."after"], NULL);
  touched uuid[];
  held boolean := false;
  listeners uuid[] := '{}';
  workers uuid[] := workers_of_event(NEW);
  is_blind boolean := coalesce((SELECT p."layers" = 'blind' FROM "project" p WHERE p."id" = NEW."project_id"), false);
  numbered bigint;
BEGIN
  touched := CASE NEW."subject_type"
    WHEN 'article' THEN ARRAY[NEW."subject_id"]
    WHEN 'annotation' THEN ARRAY(SELECT a."article_id" FROM "annotation" a WHERE a."id" = NEW."subject_id")
    WHEN 'link' THEN ARRAY(
      SELECT DISTINCT a."article_id" FROM unnest(sides) AS side
      JOIN "annotation" a ON a."id" IN ((side->>'from')::uuid, (side->>'to')::uuid))
    WHEN 'evidence' THEN ARRAY(
      SELECT DISTINCT a."article_id" FROM unnest(sides) AS side
      JOIN "annotation" a ON a."id" = (side->>'annotationId')::uuid)
    ELSE ARRAY(SELECT DISTINCT (side->>'articleId')::uuid FROM unnest(sides) AS side WHERE side->>'articleId' IS NOT NULL)
  END;
  -- What was and is for some only is told to those only.
  IF cardinality(sides) > 0 THEN
    held := (SELECT bool_and(coalesce((side->>'confidential')::boolean, false)) FROM unnest(sides) AS side);
  END IF;
  IF held THEN
    listeners := ARRAY(
      SELECT DISTINCT heard.id::uuid FROM unnest(sides) AS side,
        LATERAL (SELECT side->'author'->>'id' AS id
                 UNION ALL SELECT jsonb_array_elements_text(coalesce(side->'viewers', '[]'::jsonb))) AS heard
      WHERE heard.id IS NOT NULL);
  END IF;
  -- In a blind project the number is the time: counted by ones, it would tell everybody how much has
  -- happened since they last heard something. The clock is read when the counter's row is ours.
  INSERT INTO "announcement_counter" AS c ("project_id", "last")
  VALUES (NEW."project_id", CASE WHEN is_blind THEN (extract(epoch FROM clock_timestamp()) * 1000000)::bigint ELSE 1 END)
    ON CONFLICT ("project_id") DO UPDATE SET "last" =
      greatest(c."last" + 1, CASE WHEN is_blind THEN (extract(epoch FROM clock_timestamp()) * 1000000)::bigint ELSE 0 END)
    RETURNING c."last" INTO numbered;
  INSERT INTO "announcement" ("project_id", "number", "at", "type", "topic", "subject_id", "articles", "actor_id",
                              "is_held", "audience", "is_of_work", "workers")
  VALUES (NEW."project_id", numbered, NEW."at", NEW."type", NEW."subject_type", NEW."subject_id", touched, NEW."actor_id",
          held, listeners, workers IS NOT NULL, coalesce(workers, '{}'));
  PERFORM pg_notify('onrecord', NEW."project_id"::text);
  RETURN NULL;
END $$;
