-- Tokens and shapes of what comes in, of revisions and of likenesses.

ALTER TABLE "revision" ADD CONSTRAINT "revision_origin_token"
  CHECK ("origin_kind" IN ('file', 'paste', 'api', 'address', 'feed', 'table'));
ALTER TABLE "article" ADD CONSTRAINT "article_not_merged_into_itself" CHECK ("merged_into_id" <> "id");

ALTER TABLE "carry" ADD CONSTRAINT "carry_status_token" CHECK ("status" IN ('exact', 'moved', 'changed', 'lost'));
ALTER TABLE "carry" ADD CONSTRAINT "carry_of_one" CHECK (num_nonnulls("annotation_id", "evidence_id") = 1);
ALTER TABLE "carry" ADD CONSTRAINT "carry_settlement"
  CHECK (("settlement" IS NULL) = ("settled_at" IS NULL) AND "settlement" IN ('placed', 'marked', 'left', 'superseded'));

ALTER TABLE "watch" ADD CONSTRAINT "watch_kind" CHECK (("kind" = 'page' AND "article_id" IS NOT NULL) OR ("kind" = 'feed' AND "article_id" IS NULL));
ALTER TABLE "watch" ADD CONSTRAINT "watch_outcome_token" CHECK ("outcome" IN ('same', 'changed', 'new-entries', 'failed'));
ALTER TABLE "watch" ADD CONSTRAINT "watch_every" CHECK ("every_minutes" BETWEEN 5 AND 525600);

ALTER TABLE "ingestion" ADD CONSTRAINT "ingestion_kind_token"
  CHECK ("kind" IN ('files', 'addresses', 'table', 'feed', 'watch', 'share'));
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_state_token"
  CHECK ("state" IN ('waiting', 'running', 'added', 'duplicate', 'near-duplicate', 'revision', 'unpacked', 'failed', 'cancelled'));
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_says_why" CHECK ("state" <> 'failed' OR "problem" IS NOT NULL);
ALTER TABLE "ingestion_item" ADD CONSTRAINT "ingestion_item_has_its_article"
  CHECK ("state" NOT IN ('added', 'duplicate', 'near-duplicate', 'revision') OR "article_id" IS NOT NULL);

ALTER TABLE "likeness" ADD CONSTRAINT "likeness_of_two" CHECK ("first_id" <> "second_id");
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_similarity" CHECK ("similarity" BETWEEN 0 AND 1);
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_decision"
  CHECK (("decision" IS NULL) = ("decided_at" IS NULL) AND "decision" IN ('kept', 'merged', 'tied'));
CREATE UNIQUE INDEX "likeness_once_either_way" ON "likeness" (least("first_id", "second_id"), greatest("first_id", "second_id"));
