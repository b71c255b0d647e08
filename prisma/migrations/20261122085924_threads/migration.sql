-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "annotation_id" UUID,
    "author_id" UUID NOT NULL,
    "is_private" BOOLEAN NOT NULL DEFAULT false,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "message_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("message_id","user_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "user_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("user_id","message_id")
);

-- CreateIndex
CREATE INDEX "thread_article_id_id_idx" ON "thread"("article_id", "id");

-- CreateIndex
CREATE INDEX "thread_annotation_id_idx" ON "thread"("annotation_id");

-- CreateIndex
CREATE INDEX "message_thread_id_id_idx" ON "message"("thread_id", "id");

-- CreateIndex
CREATE INDEX "mention_user_id_idx" ON "mention"("user_id");

-- CreateIndex
CREATE INDEX "notice_user_id_read_at_message_id_idx" ON "notice"("user_id", "read_at", "message_id");

-- CreateIndex
CREATE INDEX "notice_mailed_at_read_at_created_at_idx" ON "notice"("mailed_at", "read_at", "created_at");

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice" ADD CONSTRAINT "notice_why_token" CHECK ("why" IN ('mention', 'reply', 'comment'));
ALTER TABLE "message" ADD CONSTRAINT "message_says_something" CHECK (("deleted_at" IS NULL) = ("body" ~ '[^[:space:]]'));
ALTER TABLE "thread" ADD CONSTRAINT "thread_resolution" CHECK (("resolved_at" IS NULL) = ("resolved_by_id" IS NULL));

-- A thread stands on its article, and on an annotation of that article.
CREATE FUNCTION thread_has_its_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - ARRAY['resolved_at', 'resolved_by_id'] <> to_jsonb(OLD) - ARRAY['resolved_at', 'resolved_by_id'] THEN
    RAISE EXCEPTION 'A thread stays where it was begun.'
      USING ERRCODE = '23514', CONSTRAINT = 'thread_place', TABLE = 'thread';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "article" a WHERE a."id" = NEW."article_id" AND a."project_id" = NEW."project_id")
     OR (NEW."annotation_id" IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM "annotation" n WHERE n."id" = NEW."annotation_id" AND n."article_id" = NEW."article_id")) THEN
    RAISE EXCEPTION 'A thread is about an article, or about an annotation of it.'
      USING ERRCODE = '23514', CONSTRAINT = 'thread_place', TABLE = 'thread';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "thread_place" BEFORE INSERT OR UPDATE ON "thread" FOR EACH ROW EXECUTE FUNCTION thread_has_its_place();
