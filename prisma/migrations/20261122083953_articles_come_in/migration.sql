-- AlterTable
ALTER TABLE "annotation_version" ADD COLUMN     "carried_from" INTEGER;

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "details_from" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "honours_robots" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "extractor" TEXT,
ADD COLUMN     "extractor_version" TEXT,
ADD COLUMN     "retrieved_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ingestion" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "ingestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingestion_item" (
    "id" UUID NOT NULL,
    "ingestion_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "original_hash" TEXT,
    "url" TEXT,
    "media_type" TEXT,
    "charset" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "article_id" UUID,
    "problem" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ingestion_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_signature" (
    "revision_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "minima" BYTEA NOT NULL,
    "shingles" INTEGER NOT NULL,

    CONSTRAINT "revision_signature_pkey" PRIMARY KEY ("revision_id")
);

-- CreateTable
CREATE TABLE "signature_band" (
    "project_id" UUID NOT NULL,
    "band" INTEGER NOT NULL,
    "hash" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,

    CONSTRAINT "signature_band_pkey" PRIMARY KEY ("project_id","band","hash","revision_id")
);

-- CreateTable
CREATE TABLE "likeness" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "similarity" DOUBLE PRECISION NOT NULL,
    "decision" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "likeness_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carry" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "annotation_id" UUID,
    "evidence_id" UUID,
    "status" TEXT NOT NULL,
    "segments" JSONB NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "settlement" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "carry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "article_id" UUID,
    "title" TEXT,
    "every_minutes" INTEGER,
    "next_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "last_modified" TEXT,
    "fetched_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_entry" (
    "watch_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_entry_pkey" PRIMARY KEY ("watch_id","key")
);

-- CreateIndex
CREATE INDEX "ingestion_project_id_created_at_idx" ON "ingestion"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "ingestion_item_ingestion_id_state_idx" ON "ingestion_item"("ingestion_id", "state");

-- CreateIndex
CREATE INDEX "ingestion_item_parent_id_idx" ON "ingestion_item"("parent_id");

-- CreateIndex
CREATE INDEX "ingestion_item_article_id_idx" ON "ingestion_item"("article_id");

-- CreateIndex
CREATE INDEX "ingestion_item_original_hash_idx" ON "ingestion_item"("original_hash");

-- CreateIndex
CREATE UNIQUE INDEX "ingestion_item_ingestion_id_index_key" ON "ingestion_item"("ingestion_id", "index");

-- CreateIndex
CREATE INDEX "revision_signature_project_id_idx" ON "revision_signature"("project_id");

-- CreateIndex
CREATE INDEX "signature_band_revision_id_idx" ON "signature_band"("revision_id");

-- CreateIndex
CREATE INDEX "likeness_second_id_idx" ON "likeness"("second_id");

-- CreateIndex
CREATE INDEX "likeness_project_id_decision_idx" ON "likeness"("project_id", "decision");

-- CreateIndex
CREATE UNIQUE INDEX "likeness_first_id_second_id_key" ON "likeness"("first_id", "second_id");

-- CreateIndex
CREATE INDEX "carry_annotation_id_idx" ON "carry"("annotation_id");

-- CreateIndex
CREATE INDEX "carry_evidence_id_idx" ON "carry"("evidence_id");

-- CreateIndex
CREATE INDEX "carry_project_id_settled_at_idx" ON "carry"("project_id", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "carry_revision_id_annotation_id_key" ON "carry"("revision_id", "annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "carry_revision_id_evidence_id_key" ON "carry"("revision_id", "evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_article_id_key" ON "watch"("article_id");

-- CreateIndex
CREATE INDEX "watch_next_at_idx" ON "watch"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "watch_project_id_kind_url_key" ON "watch"("project_id", "kind", "url");

-- CreateIndex
CREATE INDEX "article_project_id_url_idx" ON "article"("project_id", "url");

-- CreateIndex
CREATE INDEX "article_merged_into_id_idx" ON "article"("merged_into_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion" ADD CONSTRAINT "ingestion_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_ingestion_id_fkey" FOREIGN KEY ("ingestion_id") REFERENCES "ingestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_original_hash_fkey" FOREIGN KEY ("original_hash") REFERENCES "original"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "ingestion_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_signature" ADD CONSTRAINT "revision_signature_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature_band" ADD CONSTRAINT "signature_band_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision_signature"("revision_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry" ADD CONSTRAINT "carry_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry" ADD CONSTRAINT "carry_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry" ADD CONSTRAINT "carry_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_entry" ADD CONSTRAINT "feed_entry_watch_id_fkey" FOREIGN KEY ("watch_id") REFERENCES "watch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
