-- AlterTable
ALTER TABLE "annotation_version" ADD COLUMN     "guidelines_version" INTEGER;

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "active_time" (
    "user_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "active_time_pkey" PRIMARY KEY ("user_id","article_id","day")
);

-- CreateIndex
CREATE INDEX "active_time_article_id_idx" ON "active_time"("article_id");

-- AddForeignKey
ALTER TABLE "active_time" ADD CONSTRAINT "active_time_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "active_time" ADD CONSTRAINT "active_time_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "active_time" ADD CONSTRAINT "active_time_within_a_day" CHECK ("seconds" BETWEEN 0 AND 86400);

-- Every version remembers the guidelines under which it was written. One that was only carried over
-- to another revision was not written anew, and keeps those of the version before.
CREATE FUNCTION version_remembers_guidelines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."guidelines_version" := CASE WHEN NEW."carried_from" IS NULL
    THEN (SELECT max(g."version") FROM "guidelines" g JOIN "annotation" a ON a."project_id" = g."project_id"
          WHERE a."id" = NEW."annotation_id")
    ELSE (SELECT v."guidelines_version" FROM "annotation_version" v
          WHERE v."annotation_id" = NEW."annotation_id" AND v."version" < NEW."version"
          ORDER BY v."version" DESC LIMIT 1)
    END;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_version_remembers_guidelines" BEFORE INSERT ON "annotation_version"
  FOR EACH ROW EXECUTE FUNCTION version_remembers_guidelines();
