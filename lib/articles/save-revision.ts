import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Context } from "#lib/context.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import { textHash } from "#lib/text/hash.ts";
import { codePointLength } from "#lib/text/offsets.ts";
import { saveSignature } from "./save-signature.ts";

/** How the bytes came: `name` is the file's name or the address; null for a paste. */
export type Origin = {
  readonly kind: "file" | "paste" | "api" | "address" | "feed" | "table";
  readonly name: string | null;
};

export type NewRevision = {
  readonly articleId: string;
  readonly projectId: string;
  /** From 1; the article's own number is moved by the caller. */
  readonly number: number;
  readonly extracted: Extracted;
  /** Exactly as they came. */
  readonly original: Uint8Array;
  readonly origin: Origin;
  /** When the bytes were got from an address; null for what was brought. */
  readonly retrievedAt: Date | null;
};

/**
 * Write down one state of an article: its original bytes (once, whoever else brought them), its text,
 * its blocks, and the signature by which texts like it are found. Called in a transaction; answers with
 * the revision's id.
 */
export async function saveRevision(ctx: Context, revision: NewRevision): Promise<string> {
  const { articleId, projectId, number, extracted, origin, retrievedAt } = revision;
  const revisionId = v7();
  const originalHash = await saveOriginal(ctx, revision.original);
  await ctx.db.revision.create({
    data: {
      id: revisionId,
      articleId,
      projectId,
      number,
      text: extracted.text,
      hash: textHash(extracted.text),
      length: codePointLength(extracted.text),
      originalHash,
      encoding: extracted.encoding ?? "utf-8",
      originKind: origin.kind,
      originName: origin.name,
      extractor: extracted.extractor,
      extractorVersion: extracted.extractorVersion,
      retrievedAt,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  // One statement and one parameter, however many blocks a long text has.
  await ctx.db.$executeRaw`
    INSERT INTO "block" ("revision_id", "index", "kind", "start", "end", "boilerplate", "found")
    SELECT ${revisionId}::uuid, b."index" - 1, b.value->>'kind', (b.value->>'start')::int, (b.value->>'end')::int,
           b.value->>'boilerplate', b.value->>'boilerplate'
    FROM json_array_elements(${JSON.stringify(extracted.blocks)}::json) WITH ORDINALITY AS b (value, "index")`;
  await saveSignature(ctx, { articleId, projectId, revisionId, bodyText: extracted.bodyText });
  return revisionId;
}

/** Keep bytes as they came, once, named by their hash. Answers with the hash. */
export async function saveOriginal(ctx: Context, bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  await ctx.db.original.createMany({
    data: { hash, bytes: Uint8Array.from(bytes), createdAt: ctx.now },
    skipDuplicates: true,
  });
  return hash;
}
