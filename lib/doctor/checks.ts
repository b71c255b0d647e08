/** One thing that must never be: a statement that gives the ids of whatever is so all the same. */
export type Check = { readonly what: string; readonly message: string; readonly sql: string };

/** What is checked in SQL. Texts and the words in them are read and compared outside: examine-texts.ts. */
export const CHECKS: readonly Check[] = [
  {
    what: "article",
    message: "It has no revision of the number that it calls current.",
    sql: `SELECT a."id" FROM "article" a WHERE NOT EXISTS
      (SELECT 1 FROM "revision" r WHERE r."article_id" = a."id" AND r."number" = a."revision")`,
  },
  {
    what: "article",
    message: "It is merged into an article of another project, or in a circle.",
    sql: `SELECT a."id" FROM "article" a JOIN "article" t ON t."id" = a."merged_into_id"
      WHERE t."project_id" <> a."project_id" OR EXISTS (
        WITH RECURSIVE chain ("id") AS (
          SELECT a."merged_into_id" UNION SELECT n."merged_into_id" FROM chain c JOIN "article" n ON n."id" = c."id"
          WHERE n."merged_into_id" IS NOT NULL
        ) SELECT 1 FROM chain WHERE chain."id" = a."id")`,
  },
  {
    what: "revision",
    message: "It is counted to another project than its article.",
    sql: `SELECT r."id" FROM "revision" r JOIN "article" a ON a."id" = r."article_id" WHERE r."project_id" <> a."project_id"`,
  },
  {
    what: "original",
    message: "Its bytes are not those that its hash names.",
    sql: `SELECT o."hash" FROM "original" o WHERE encode(sha256(o."bytes"), 'hex') <> o."hash"`,
  },
  {
    what: "original",
    message: "Nothing came from it.",
    sql: `SELECT o."hash" FROM "original" o WHERE NOT EXISTS (SELECT 1 FROM "revision" r WHERE r."original_hash" = o."hash")
      AND NOT EXISTS (SELECT 1 FROM "ingestion_item" t WHERE t."original_hash" = o."hash")`,
  },
  {
    what: "annotation",
    message: "Its revision is not one of its article in its project.",
    sql: `SELECT n."id" FROM "annotation" n LEFT JOIN "revision" r ON r."id" = n."revision_id"
      WHERE (r."article_id", r."project_id", r."number") IS DISTINCT FROM (n."article_id", n."project_id", n."revision")`,
  },
  {
    what: "annotation",
    message: "It has no segment.",
    sql: `SELECT n."id" FROM "annotation" n WHERE NOT EXISTS (SELECT 1 FROM "segment" s WHERE s."annotation_id" = n."id")`,
  },
  {
    what: "annotation",
    message: "It is with the reviewers, or decided, without any content.",
    sql: `SELECT n."id" FROM "annotation" n WHERE n."state" IN ('submitted', 'approved')
      AND NOT ('content' = ANY(coalesce(n."absent", '{}')))
      AND NOT EXISTS (SELECT 1 FROM "segment" s WHERE s."annotation_id" = n."id" AND s."role" = 'content')`,
  },
  {
    what: "annotation",
    message: "Two of its segments overlap.",
    sql: `SELECT s."annotation_id" FROM
      (SELECT "annotation_id", "start", lag("end") OVER (PARTITION BY "annotation_id" ORDER BY "start") AS before FROM "segment") s
      WHERE s."start" < s.before`,
  },
  {
    what: "annotation",
    message: "It has more than one cue.",
    sql: `SELECT s."annotation_id" FROM "segment" s WHERE s."role" = 'cue' GROUP BY 1 HAVING count(*) > 1`,
  },
  {
    what: "annotation",
    message: "It has a source or a cue, or says that something is absent, and is no attribution.",
    sql: `SELECT n."id" FROM "annotation" n WHERE n."tag" <> 'attribution' AND (coalesce(cardinality(n."absent"), 0) > 0
      OR EXISTS (SELECT 1 FROM "segment" s WHERE s."annotation_id" = n."id" AND s."role" <> 'content'))`,
  },
  {
    what: "annotation",
    message: "It says that something is absent which it marks.",
    sql: `SELECT s."annotation_id" FROM "segment" s JOIN "annotation" n ON n."id" = s."annotation_id" WHERE s."role" = ANY(n."absent")`,
  },
  {
    what: "annotation",
    message: "Its first writer is not its author, or its first version was not kept.",
    sql: `SELECT n."id" FROM "annotation" n LEFT JOIN LATERAL
      (SELECT v."writer_id" FROM "annotation_version" v WHERE v."annotation_id" = n."id" ORDER BY v."version" LIMIT 1) v ON true
      WHERE v."writer_id" IS DISTINCT FROM n."author_id"`,
  },
  {
    what: "annotation",
    message: "A version of it is kept that is newer than itself.",
    sql: `SELECT v."annotation_id" FROM "annotation_version" v JOIN "annotation" n ON n."id" = v."annotation_id" WHERE v."version" > n."version"`,
  },
  {
    what: "annotation",
    message: "It is not as its last kept version says.",
    sql: `SELECT n."id" FROM "annotation" n JOIN LATERAL
      (SELECT v."content" FROM "annotation_version" v WHERE v."annotation_id" = n."id" ORDER BY v."version" DESC LIMIT 1) v ON true
      WHERE (v."content"->>'tag', (v."content"->'attributes')::jsonb, nullif(v."content"->>'doubt', ''))
        IS DISTINCT FROM (n."tag", n."attributes"::jsonb, nullif(n."doubt", ''))
      OR (SELECT jsonb_agg(jsonb_build_array(s."role", s."start", s."end", s."exact") ORDER BY s."start")
          FROM "segment" s WHERE s."annotation_id" = n."id")
        IS DISTINCT FROM
         (SELECT jsonb_agg(jsonb_build_array(k->'role', k->'start', k->'end', k->'exact') ORDER BY (k->>'start')::int)
          FROM jsonb_array_elements((v."content"->'segments')::jsonb) k)`,
  },
  {
    what: "annotation",
    message: "It is approved without an approval of the version before.",
    sql: `SELECT n."id" FROM "annotation" n WHERE n."state" = 'approved' AND NOT EXISTS
      (SELECT 1 FROM "review" r WHERE r."annotation_id" = n."id" AND r."decision" = 'approve'
       AND r."undone_at" IS NULL AND n."version" = r."version" + 1 +
         (SELECT count(*) FROM "annotation_version" v WHERE v."annotation_id" = n."id"
            AND v."version" > r."version" + 1 AND v."carried_from" IS NOT NULL))`,
  },
  {
    what: "annotation",
    message: "It was carried to another revision with other words than it had.",
    sql: `SELECT v."annotation_id" FROM "annotation_version" v
      JOIN LATERAL (SELECT p."content", p."writer_id" FROM "annotation_version" p
        WHERE p."annotation_id" = v."annotation_id" AND p."version" < v."version" ORDER BY p."version" DESC LIMIT 1) p ON true
      WHERE v."carried_from" IS NOT NULL AND (v."writer_id" <> p."writer_id"
        OR (SELECT jsonb_agg(jsonb_build_array(k->'role', k->'exact') ORDER BY k->>'role', k->>'exact')
              FROM jsonb_array_elements((v."content"->'segments')::jsonb) k)
          IS DISTINCT FROM
           (SELECT jsonb_agg(jsonb_build_array(k->'role', k->'exact') ORDER BY k->>'role', k->>'exact')
              FROM jsonb_array_elements((p."content"->'segments')::jsonb) k))`,
  },
  {
    what: "annotation",
    message: "It stands on an older revision, and nothing says what is to become of it.",
    sql: `SELECT n."id" FROM "annotation" n JOIN "article" a ON a."id" = n."article_id"
      WHERE n."state" <> 'withdrawn' AND n."revision" < a."revision" AND NOT EXISTS
      (SELECT 1 FROM "carry" c WHERE c."annotation_id" = n."id" AND c."status" IN ('changed', 'lost'))`,
  },
  {
    what: "annotation",
    message: "It is rejected without a rejection that stands.",
    sql: `SELECT n."id" FROM "annotation" n WHERE n."state" = 'rejected' AND NOT EXISTS
      (SELECT 1 FROM "review" r WHERE r."annotation_id" = n."id" AND r."decision" = 'reject'
       AND r."undone_at" IS NULL AND r."version" < n."version")`,
  },
  {
    what: "annotation",
    message: "Its author has marked the same words in the same way twice.",
    sql: `SELECT n."id" FROM "annotation" n JOIN "annotation" o
      ON o."author_id" = n."author_id" AND o."revision_id" = n."revision_id" AND o."signature" = n."signature" AND o."id" < n."id"
      WHERE n."state" <> 'withdrawn' AND o."state" <> 'withdrawn'`,
  },
  {
    what: "review",
    message: "Its reviewer wrote an earlier version of the annotation.",
    sql: `SELECT r."id" FROM "review" r JOIN "annotation" n ON n."id" = r."annotation_id"
      WHERE n."author_id" = r."reviewer_id" OR EXISTS (
        SELECT 1 FROM "annotation_version" v
        WHERE v."annotation_id" = r."annotation_id" AND v."writer_id" = r."reviewer_id" AND v."version" <= r."version"
        AND v."carried_from" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "review" u WHERE u."annotation_id" = v."annotation_id" AND u."reviewer_id" = v."writer_id"
                        AND u."corrected_version" = v."version" AND u."undone_at" IS NOT NULL))`,
  },
  {
    what: "review",
    message:
      "It is counted to another project than its annotation, or judges a version that never was.",
    sql: `SELECT r."id" FROM "review" r JOIN "annotation" n ON n."id" = r."annotation_id"
      WHERE r."project_id" <> n."project_id" OR r."version" >= n."version"`,
  },
  {
    what: "link",
    message: "Its two ends are not both in its project.",
    sql: `SELECT l."id" FROM "link" l JOIN "annotation" f ON f."id" = l."from_id" JOIN "annotation" t ON t."id" = l."to_id"
      WHERE f."project_id" <> l."project_id" OR t."project_id" <> l."project_id"`,
  },
  {
    what: "link",
    message: "The same two annotations are tied in the same way twice.",
    sql: `SELECT l."id" FROM "link" l JOIN "link" o ON o."type" = l."type" AND o."from_id" = l."to_id" AND o."to_id" = l."from_id"
      WHERE l."type" IN ('same-claim', 'contradicts') AND o."id" < l."id"`,
  },
  {
    what: "evidence",
    message: "It is not of its annotation's project.",
    sql: `SELECT e."id" FROM "evidence" e JOIN "annotation" n ON n."id" = e."annotation_id" WHERE n."project_id" <> e."project_id"`,
  },
  {
    what: "evidence",
    message: "Its passage is of another project, or of a revision that is not its article's.",
    sql: `SELECT e."id" FROM "evidence" e LEFT JOIN "revision" r ON r."id" = e."revision_id"
      WHERE e."kind" = 'passage'
      AND (r."article_id", r."project_id", r."number") IS DISTINCT FROM (e."article_id", e."project_id", e."revision")`,
  },
  {
    what: "project",
    message: "It has no guidelines.",
    sql: `SELECT p."id" FROM "project" p WHERE NOT EXISTS (SELECT 1 FROM "guidelines" g WHERE g."project_id" = p."id")`,
  },
  {
    what: "user",
    message: "More than one user owns the installation.",
    sql: `SELECT u."id" FROM "user_account" u WHERE u."is_owner" AND (SELECT count(*) FROM "user_account" WHERE "is_owner") > 1`,
  },
];
