-- CreateTable
CREATE TABLE "announcement" (
    "project_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "articles" UUID[],
    "actor_id" UUID,
    "is_held" BOOLEAN NOT NULL DEFAULT false,
    "audience" UUID[],

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("project_id","number")
);

-- CreateTable
CREATE TABLE "announcement_counter" (
    "project_id" UUID NOT NULL,
    "last" BIGINT NOT NULL,

    CONSTRAINT "announcement_counter_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "place" INTEGER,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("article_id","user_id","tab")
);

-- CreateIndex
CREATE INDEX "announcement_at_idx" ON "announcement"("at");

-- CreateIndex
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");

-- Who is here is worth nothing after a crash, and is not written to the log of the database.
ALTER TABLE "presence" SET UNLOGGED;

-- Everything that is recorded in a project is announced there, and nothing else: no operation can
-- forget it. The trigger fires as the transaction commits, when all other locks are taken; the
-- counter's row is then held until the commit is done, so that whoever has read up to a number never
-- meets a smaller one later.
CREATE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sides jsonb[] := array_remove(ARRAY[NEW."before", NEW."after"], NULL);
  touched uuid[];
  held boolean := false;
  listeners uuid[] := '{}';
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
  INSERT INTO "announcement_counter" AS c ("project_id", "last") VALUES (NEW."project_id", 1)
    ON CONFLICT ("project_id") DO UPDATE SET "last" = c."last" + 1
    RETURNING c."last" INTO numbered;
  INSERT INTO "announcement" ("project_id", "number", "at", "type", "topic", "subject_id", "articles", "actor_id", "is_held", "audience")
  VALUES (NEW."project_id", numbered, NEW."at", NEW."type", NEW."subject_type", NEW."subject_id", touched, NEW."actor_id", held, listeners);
  PERFORM pg_notify('onrecord', NEW."project_id"::text);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "audit_event_is_announced" AFTER INSERT ON "audit_event"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."project_id" IS NOT NULL)
  EXECUTE FUNCTION announce_event();
