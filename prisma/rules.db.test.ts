import { createHash } from "node:crypto";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { findRefusal } from "#lib/db/conflicts.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { undoReview } from "#lib/review/undo-review.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import {
  makeAnnotation,
  makeArticle,
  makeEvidence,
  makeLink,
  type UserContext,
} from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";

/*
 * Tries to make false, by raw SQL, what the database says can never be false. Every attempt is a
 * transaction of its own that is rolled back, so that what it leaves behind is nothing.
 */

const TEXT = "🚢 Minister Ansa Kreel denied on Monday that the ferry was late.";

let client: TestClient;
let team: SmallTeam;
let sql: pg.Client;
let article: Awaited<ReturnType<typeof makeArticle>>;
let draft: StoredAnnotation;
let submitted: StoredAnnotation;
let attribution: StoredAnnotation;
let approved: StoredAnnotation;
let rejected: StoredAnnotation;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
  const { annotator: author, reviewer } = team;
  article = await makeArticle(client.db, { projectId: team.project.id, text: TEXT });
  const make = (given: Parameters<typeof makeAnnotation>[2]) =>
    makeAnnotation(client.db, article, { author, reviewer, ...given });
  draft = await make({ quote: "the ferry was late" });
  submitted = await make({ quote: "late", state: "submitted" });
  attribution = await make({
    tag: "attribution",
    segments: [
      { role: "source", quote: "Ansa Kreel" },
      { role: "cue", quote: "denied" },
      { role: "content", quote: "the ferry was late" },
    ],
  });
  approved = await make({ quote: "Monday", state: "approved" });
  rejected = await make({ quote: "ferry", state: "rejected" });
  sql = new pg.Client({ connectionString: client.url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await client.close();
});
beforeEach(() => sql.query("BEGIN"));
afterEach(() => sql.query("ROLLBACK"));

/** What refuses these statements, by the time they would be committed; null when nothing does. */
async function refusalOf(...statements: [string, unknown[]?][]): Promise<string | null> {
  try {
    for (const [text, values] of statements) await sql.query(text, values);
    await sql.query("SET CONSTRAINTS ALL IMMEDIATE");
    return null;
  } catch (error) {
    return findRefusal(error)?.constraint ?? String(error);
  }
}

function userId(who: UserContext): string {
  return who.actor.userId;
}

const SEGMENT = `INSERT INTO segment (id, annotation_id, role, start, "end", exact) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`;
const REVIEW = `INSERT INTO review (id, project_id, annotation_id, reviewer_id, decision, reason, version, corrected_version, undone_at)
  VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)`;

describe("a segment", () => {
  const add = (of: StoredAnnotation, role: string, start: number, end: number, exact: string) =>
    refusalOf([SEGMENT, [of.id, role, start, end, exact]]);

  it("says what the text says at its offsets, in code points", async () => {
    expect(await add(draft, "content", 0, 10, "🚢 Minister")).toBeNull();
  });
  it.each([
    ["other words", 2, 10, "Minyster"],
    ["words counted in UTF-16", 3, 11, "Minister"],
    ["fewer words than offsets", 2, 11, "Minister"],
    ["more words than offsets", 2, 9, "Minister"],
    ["an end outside the text", 60, 9000, "late."],
    ["a place outside the text", 9000, 9004, "late"],
  ])("is refused with %s", async (_, start, end, exact) => {
    expect(await add(draft, "content", start, end, exact)).toBe("segment_exact");
  });
  it("is refused with a start before the text, or an end before its start", async () => {
    expect(await add(draft, "content", -1, 1, "🚢")).toMatch(/^segment_(exact|span)$/);
    await sql.query("ROLLBACK; BEGIN");
    expect(await add(draft, "content", 4, 4, "")).toMatch(/^segment_(exact|span|has_ink)$/);
    await sql.query("ROLLBACK; BEGIN");
    expect(await add(draft, "content", 6, 4, "ni")).toMatch(/^segment_(exact|span)$/);
  });
  it("holds more than white space", async () => {
    expect(await add(draft, "content", 1, 2, " ")).toBe("segment_has_ink");
  });
  it("does not overlap another of its annotation, whatever their roles", async () => {
    const start = attribution.segments[0]?.start ?? 0;
    expect(await add(attribution, "content", start, start + 4, "Ansa")).toBe("segment_apart");
  });
  it("may overlap one of another annotation", async () => {
    const [first] = draft.segments;
    expect(
      first && (await add(submitted, "content", first.start, first.start + 3, "the")),
    ).toBeNull();
  });
  it("is a cue once, and only of an attribution", async () => {
    expect(await add(attribution, "cue", 2, 10, "Minister")).toBe("segment_one_cue");
    await sql.query("ROLLBACK; BEGIN");
    expect(await add(draft, "cue", 2, 10, "Minister")).toBe("segment_role_of_tag");
    await sql.query("ROLLBACK; BEGIN");
    expect(await add(draft, "source", 2, 10, "Minister")).toBe("segment_role_of_tag");
  });
  it("has a role that there is", async () => {
    expect(await add(attribution, "speaker", 2, 10, "Minister")).toBe("segment_role_token");
  });
  it("cannot be moved, reworded or handed to another annotation afterwards", async () => {
    expect(
      await refusalOf([
        `UPDATE segment SET exact = 'soon' WHERE annotation_id = $1`,
        [submitted.id],
      ]),
    ).toBe("segment_exact");
    await sql.query("ROLLBACK; BEGIN");
    expect(
      await refusalOf([
        `UPDATE segment SET start = start - 1 WHERE annotation_id = $1`,
        [submitted.id],
      ]),
    ).toBe("segment_exact");
    await sql.query("ROLLBACK; BEGIN");
    expect(
      await refusalOf([
        `UPDATE segment SET annotation_id = $1 WHERE annotation_id = $2 AND role = 'cue'`,
        [draft.id, attribution.id],
      ]),
    ).toBe("segment_role_of_tag");
  });
});

describe("an annotation", () => {
  const change = (set: string, of = draft, values: unknown[] = []) =>
    refusalOf([`UPDATE annotation SET ${set} WHERE id = $1`, [of.id, ...values]]);

  it("goes up one version with every change, and never down or further", async () => {
    for (const set of [
      "doubt = 'why'",
      "version = version + 2",
      "version = version - 1",
      "state = 'submitted'",
      "tag = 'denial', version = version + 2",
    ]) {
      expect(await change(set)).toBe("annotation_version_step");
      await sql.query("ROLLBACK; BEGIN");
    }
    expect(await change("updated_at = now()")).toBeNull();
  });
  it("has every content written down with its writer", async () => {
    expect(await change("doubt = 'why', version = version + 1")).toBe("annotation_version_written");
    await sql.query("ROLLBACK; BEGIN");
    const insert = `INSERT INTO annotation (id, project_id, article_id, revision_id, revision, author_id, tag, absent, attributes, signature, updated_at)
      SELECT $1, project_id, article_id, revision_id, revision, author_id, tag, absent, attributes, 'new', now() FROM annotation WHERE id = $2`;
    expect(await refusalOf([insert, [uuidv7(), draft.id]])).toBe("annotation_version_written");
  });
  it("keeps project, article and author, and stays on a revision of its article", async () => {
    const foreign = await makeArticle(client.db, { projectId: team.elsewhere.id });
    const sibling = await makeArticle(client.db, { projectId: team.project.id });
    for (const [set, value] of [
      ["project_id = $2", team.elsewhere.id],
      ["article_id = $2", sibling.id],
      ["author_id = $2", userId(team.reviewer)],
      ["id = $2", uuidv7()],
      ["version = version + 1, revision_id = $2", foreign.revisionId],
      ["version = version + 1, revision_id = $2", sibling.revisionId],
    ]) {
      expect(await change(set ?? "", draft, [value])).toBe("annotation_place");
      await sql.query("ROLLBACK; BEGIN");
    }
    expect(await change("revision = 7")).toBe("annotation_place");
  });
  it("cannot turn into a claim with a cue", async () => {
    const version = `INSERT INTO annotation_version (annotation_id, version, writer_id, content) SELECT id, version, author_id, '{}' FROM annotation WHERE id = $1`;
    expect(
      await refusalOf(
        [
          `UPDATE annotation SET tag = 'claim', version = version + 1 WHERE id = $1`,
          [attribution.id],
        ],
        [version, [attribution.id]],
      ),
    ).toBe("segment_role_of_tag");
  });
  it("states absent roles on an attribution only", async () => {
    expect(await change("absent = '{cue}', version = version + 1")).toBe("annotation_absent_token");
  });
  it("has a tag and a state that there are", async () => {
    expect(await change("tag = 'opinion', version = version + 1")).toBe("annotation_tag_token");
    await sql.query("ROLLBACK; BEGIN");
    expect(await change("state = 'published', version = version + 1")).toBe(
      "annotation_state_token",
    );
  });
  it("is made once by one author, unless withdrawn", async () => {
    expect(
      await change(
        "version = version + 1, signature = (SELECT signature FROM annotation WHERE id = $2)",
        draft,
        [submitted.id],
      ),
    ).toBe("annotation_once");
  });
  it("cannot be deleted with its history", async () => {
    expect(await refusalOf([`DELETE FROM annotation WHERE id = $1`, [draft.id]])).toBe(
      "annotation_version_annotation_id_fkey",
    );
  });
});

describe("a version", () => {
  const write = (of: StoredAnnotation, version: number) =>
    refusalOf([
      `INSERT INTO annotation_version (annotation_id, version, writer_id, content) VALUES ($1, $2, $3, '{}')`,
      [of.id, version, userId(team.annotator2)],
    ]);

  it("is never changed, deleted, or written for another time than now", async () => {
    expect(
      await refusalOf([`UPDATE annotation_version SET writer_id = $1`, [userId(team.annotator2)]]),
    ).toBe("annotation_version_is_kept");
    await sql.query("ROLLBACK; BEGIN");
    expect(await refusalOf([`DELETE FROM annotation_version`])).toBe("annotation_version_is_kept");
    await sql.query("ROLLBACK; BEGIN");
    expect(await refusalOf([`TRUNCATE annotation_version`])).toBe("annotation_version_is_kept");
    await sql.query("ROLLBACK; BEGIN");
    expect(await write(approved, 2)).toBe("annotation_version_is_kept");
    await sql.query("ROLLBACK; BEGIN");
    expect(await write(approved, 9)).toBe("annotation_version_is_kept");
  });
});

describe("four eyes", () => {
  const decide = (
    of: StoredAnnotation,
    who: UserContext,
    version = of.version,
    projectId = of.projectId,
  ): [string, unknown[]] => [
    REVIEW,
    [projectId, of.id, userId(who), "approve", null, version, null, null],
  ];

  it("lets another person decide", async () => {
    expect(
      await refusalOf(decide(submitted, team.reviewer), [
        `UPDATE annotation SET state = 'approved', version = version + 1 WHERE id = $1`,
        [submitted.id],
      ]),
    ).toBeNull();
  });
  it("does not let the author decide", async () => {
    expect(await refusalOf(decide(submitted, team.annotator))).toBe("review_by_other_eyes");
  });
  it("does not let the writer of any earlier version decide, unless it was taken back with its decision", async () => {
    await sql.query("COMMIT; BEGIN");
    const own = await makeArticle(client.db, { projectId: team.project.id, text: TEXT + uuidv7() });
    const make = async () => {
      const { id } = await makeAnnotation(client.db, own, {
        author: team.annotator,
        quote: "Minister",
        state: "submitted",
      });
      const correction = annotationInput(own, { quote: "Minister Ansa Kreel" });
      return await approveAnnotation(team.reviewer, id, { annotation: correction }, null);
    };
    const corrected = await make();
    const reopen: [string, unknown[]] = [
      `UPDATE annotation SET state = 'submitted', version = version + 1 WHERE id = $1`,
      [corrected.id],
    ];
    const now = corrected.version + 1;
    expect(await refusalOf(reopen, decide(corrected, team.reviewer, now))).toBe(
      "review_by_other_eyes",
    );
    await sql.query("ROLLBACK; BEGIN");
    expect(await refusalOf(reopen, decide(corrected, team.reviewer2, now))).toBeNull();
    await sql.query("ROLLBACK; BEGIN");
    const undone = await undoReview(team.reviewer, corrected.id, null);
    expect(await refusalOf(decide(undone, team.reviewer))).toBeNull();
  });
  it("judge a submitted annotation as it now is, in its own project", async () => {
    for (const statement of [
      decide(draft, team.reviewer),
      decide(approved, team.reviewer2),
      decide(submitted, team.reviewer, submitted.version - 1),
      decide(submitted, team.reviewer, submitted.version + 1),
      decide(submitted, team.reviewer, submitted.version, team.elsewhere.id),
    ]) {
      expect(await refusalOf(statement)).toBe("review_of_submitted");
      await sql.query("ROLLBACK; BEGIN");
    }
  });
  it("are needed for every approval and every rejection", async () => {
    for (const state of ["approved", "rejected"]) {
      expect(
        await refusalOf([
          `UPDATE annotation SET state = $2, version = version + 1 WHERE id = $1`,
          [submitted.id, state],
        ]),
      ).toBe("annotation_was_decided");
      await sql.query("ROLLBACK; BEGIN");
    }
    // A rejection does not approve, and an approval of an older version does not hold for a newer one.
    expect(
      await refusalOf([
        `UPDATE annotation SET state = 'approved', version = version + 1 WHERE id = $1`,
        [rejected.id],
      ]),
    ).toBe("annotation_was_decided");
    await sql.query("ROLLBACK; BEGIN");
    expect(
      await refusalOf([`UPDATE annotation SET version = version + 1 WHERE id = $1`, [approved.id]]),
    ).toBe("annotation_was_decided");
    await sql.query("ROLLBACK; BEGIN");
    // A decision that was born taken back does not count.
    expect(
      await refusalOf(
        [
          REVIEW,
          [
            submitted.projectId,
            submitted.id,
            userId(team.reviewer),
            "approve",
            null,
            submitted.version,
            null,
            new Date(),
          ],
        ],
        [
          `UPDATE annotation SET state = 'approved', version = version + 1 WHERE id = $1`,
          [submitted.id],
        ],
      ),
    ).toBe("annotation_was_decided");
  });
  it("are not closed behind the annotation's back", async () => {
    expect(
      await refusalOf([
        `UPDATE review SET undone_at = now() WHERE annotation_id = $1`,
        [approved.id],
      ]),
    ).toBe("annotation_was_decided");
  });
});

describe("a review", () => {
  it("is kept as it was written", async () => {
    for (const statement of [
      `UPDATE review SET comment = 'x'`,
      `UPDATE review SET reviewer_id = '${userId(team.annotator)}'`,
      `UPDATE review SET undone_at = now(), comment = 'x'`,
      `DELETE FROM review`,
      `TRUNCATE review`,
    ]) {
      expect(await refusalOf([statement])).toBe("review_is_kept");
      await sql.query("ROLLBACK; BEGIN");
    }
  });
  it("rejects with a reason that there is, and approves without", async () => {
    const write = (decision: string, reason: string | null) =>
      refusalOf([
        REVIEW,
        [
          submitted.projectId,
          submitted.id,
          userId(team.reviewer),
          decision,
          reason,
          submitted.version,
          null,
          null,
        ],
      ]);
    expect(await write("reject", null)).toBe("review_reason_token");
    await sql.query("ROLLBACK; BEGIN");
    expect(await write("reject", "boring")).toBe("review_reason_token");
    await sql.query("ROLLBACK; BEGIN");
    expect(await write("approve", "other")).toBe("review_reason_token");
    await sql.query("ROLLBACK; BEGIN");
    expect(await write("ignore", null)).toMatch(/^review_(decision|reason)_token$/);
  });
  it("names no other corrected version than the next", async () => {
    expect(
      await refusalOf([
        REVIEW,
        [
          submitted.projectId,
          submitted.id,
          userId(team.reviewer),
          "approve",
          null,
          submitted.version,
          submitted.version + 2,
          null,
        ],
      ]),
    ).toBe("review_correction_follows");
  });
});

describe("the record of events", () => {
  it.each([
    [`UPDATE audit_event SET why = 'nothing happened'`],
    [`UPDATE audit_event SET actor_id = NULL`],
    [`DELETE FROM audit_event`],
    [`TRUNCATE audit_event`],
  ])("refuses %s", async (statement) => {
    expect(await refusalOf([statement])).toBe("audit_event_is_kept");
  });
});

describe("a revision", () => {
  it.each([
    [`UPDATE revision SET text = text`, "revision_is_kept"],
    [`UPDATE revision SET hash = 'x'`, "revision_is_kept"],
    [`DELETE FROM revision`, "revision_is_kept"],
    [`TRUNCATE revision CASCADE`, "revision_is_kept"],
    [`TRUNCATE article CASCADE`, /_is_kept$/],
    [`UPDATE revision_chunk SET text = 'x'`, "revision_chunk_is_kept"],
    [`DELETE FROM revision_chunk`, "revision_chunk_is_kept"],
    [`TRUNCATE revision_chunk`, "revision_chunk_is_kept"],
    [
      `INSERT INTO revision_chunk SELECT revision_id, index + 100, text FROM revision_chunk`,
      "revision_chunk_is_kept",
    ],
    [`UPDATE original SET bytes = ''`, "original_is_kept"],
    [`DELETE FROM original`, "original_is_kept"],
    [`UPDATE block SET "end" = "end" - 1`, "block_is_kept"],
    [`UPDATE block SET kind = 'heading'`, "block_is_kept"],
    [`DELETE FROM block`, "block_is_kept"],
    [`UPDATE article SET project_id = '${uuidv7()}'`, "article_place"],
    [`DELETE FROM article`, /_fkey$/],
    [`UPDATE guidelines SET document = '{}'`, "guidelines_is_kept"],
  ])("refuses %s", async (statement, constraint) => {
    expect(await refusalOf([statement])).toMatch(constraint);
  });

  const insert = (change: {
    length?: number;
    hash?: string;
    projectId?: string;
    text?: string;
  }) => {
    const text = change.text ?? "Veldora 🚢";
    const hash = change.hash ?? createHash("sha256").update(text).digest("hex");
    return refusalOf([
      `INSERT INTO revision (id, article_id, project_id, number, text, hash, length, original_hash, encoding, origin_kind)
       SELECT gen_random_uuid(), article_id, $1, 2, $2, $3, $4, original_hash, 'utf-8', 'paste' FROM revision WHERE id = $5`,
      [
        change.projectId ?? team.project.id,
        text,
        hash,
        change.length ?? [...text].length,
        article.revisionId,
      ],
    ]);
  };
  it("has the length, the hash and the project that are its own", async () => {
    expect(await insert({})).toBeNull();
    await sql.query("ROLLBACK; BEGIN");
    expect(await insert({ length: "Veldora 🚢".length })).toBe("revision_length");
    await sql.query("ROLLBACK; BEGIN");
    expect(await insert({ text: "", length: 0 })).toBe("revision_length");
    await sql.query("ROLLBACK; BEGIN");
    expect(await insert({ hash: "0".repeat(64) })).toBe("revision_hash");
    await sql.query("ROLLBACK; BEGIN");
    expect(await insert({ projectId: team.elsewhere.id })).toBe("revision_place");
  });
  it("has chunks that give every word back, wherever it stands", async () => {
    const text = `${"Ä🚢b ".repeat(2_600)}end`;
    expect(await insert({ text })).toBeNull();
    const points = [...text];
    for (const [start, end] of [
      [0, 1],
      [1_998, 2_003],
      [1_999, 2_000],
      [2_000, 2_001],
      [3_990, 8_010],
      [0, points.length],
    ] as const) {
      const { rows } = await sql.query<{ words: string }>(
        `SELECT words_at(id, $1, $2) AS words FROM revision WHERE article_id = $3 AND number = 2`,
        [start, end, article.id],
      );
      expect(rows[0]?.words).toBe(points.slice(start, end).join(""));
    }
  });
  it("has blocks that lie inside and apart", async () => {
    const block = (start: number, end: number) =>
      refusalOf([
        `INSERT INTO block (revision_id, index, kind, start, "end") VALUES ($1, 99, 'paragraph', $2, $3)`,
        [article.revisionId, start, end],
      ]);
    expect(await block(0, 3)).toBe("block_apart");
    await sql.query("ROLLBACK; BEGIN");
    expect(await block(5000, 6000)).toBe("block_inside");
    await sql.query("ROLLBACK; BEGIN");
    expect(await block(7, 7)).toBe("block_span");
  });
});

describe("links and evidence", () => {
  it("stay in one project and tie two", async () => {
    const foreign = await makeAnnotation(
      client.db,
      await makeArticle(client.db, { projectId: team.elsewhere.id }),
    );
    const link = (from: string, to: string, type = "narrows") =>
      refusalOf([
        `INSERT INTO link (id, project_id, type, from_id, to_id, author_id, updated_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now())`,
        [team.project.id, type, from, to, userId(team.annotator)],
      ]);
    expect(await link(draft.id, foreign.id)).toBe("link_place");
    await sql.query("ROLLBACK; BEGIN");
    expect(await link(draft.id, draft.id)).toMatch(/^link_(place|not_to_itself)$/);
    await sql.query("ROLLBACK; BEGIN");
    expect(await link(draft.id, submitted.id, "likes")).toBe("link_type_token");
    await sql.query("ROLLBACK; BEGIN");
    await makeLink(team.annotator, { type: "same-claim", from: draft, to: submitted });
    expect(await link(submitted.id, draft.id, "same-claim")).toBe("link_once_either_way");
  });
  it("point at words that stand there", async () => {
    const evidence = (revision: string, exact: string) =>
      refusalOf([
        `INSERT INTO evidence (id, project_id, annotation_id, author_id, kind, stance, reason, article_id, revision_id, revision, start, "end", exact, updated_at)
         VALUES (gen_random_uuid(), $1, $2, $3, 'passage', 'supports', '', $4, $5, 1, 2, 10, $6, now())`,
        [team.project.id, draft.id, userId(team.annotator), article.id, revision, exact],
      ]);
    expect(await evidence(article.revisionId, "Minister")).toBeNull();
    await sql.query("ROLLBACK; BEGIN");
    expect(await evidence(article.revisionId, "Minyster")).toBe("evidence_exact");
    await sql.query("ROLLBACK; BEGIN");
    const foreign = await makeArticle(client.db, { projectId: team.elsewhere.id, text: TEXT });
    expect(await evidence(foreign.revisionId, "Minister")).toBe("evidence_place");
    await sql.query("ROLLBACK; BEGIN");
    const note = await makeEvidence(team.annotator, draft);
    for (const set of [
      "kind = 'passage'",
      "note = NULL",
      "url = 'https://a.example'",
      "kind = 'rumour'",
    ]) {
      expect(await refusalOf([`UPDATE evidence SET ${set} WHERE id = $1`, [note.id]])).toMatch(
        /^evidence_(kind_shape|place|exact)$/,
      );
      await sql.query("ROLLBACK; BEGIN");
    }
  });
  it("and so does a missed passage", async () => {
    const missed = (exact: string) =>
      refusalOf([
        `INSERT INTO missed_passage (id, project_id, article_id, revision_id, revision, start, "end", exact, annotator_id, reviewer_id)
         VALUES (gen_random_uuid(), $1, $2, $3, 1, 2, 10, $4, $5, $6)`,
        [
          team.project.id,
          article.id,
          article.revisionId,
          exact,
          userId(team.annotator),
          userId(team.reviewer),
        ],
      ]);
    expect(await missed("Minister")).toBeNull();
    await sql.query("ROLLBACK; BEGIN");
    expect(await missed("Minyster")).toBe("missed_passage_exact");
  });
});
