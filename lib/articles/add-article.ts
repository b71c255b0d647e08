import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { clean, type Cleaned } from "#lib/cleanup/clean.ts";
import { actorId, type Context } from "#lib/context.ts";
import { textHash } from "#lib/text/hash.ts";
import { codePointLength } from "#lib/text/offsets.ts";
import { inTransaction } from "#lib/transaction.ts";
import { articleAdded } from "./events.ts";
import type { Article, ArticleDetails, TextMediaType } from "./model.ts";
import { getArticle } from "./queries.ts";
import { titleFromWords } from "./title-from-words.ts";

/** A text that comes in, exactly as it came. */
export type NewArticle = {
  readonly content:
    | {
        readonly bytes: Uint8Array;
        /** What the sender says it is; looked at by name and content when left out. */
        readonly mediaType?: string | undefined;
        /** The encoding that the sender declares. */
        readonly charset?: string | undefined;
      }
    | { readonly text: string; readonly mediaType: TextMediaType };
  readonly origin: { readonly kind: "file" | "paste" | "api"; readonly name: string | null };
  /** What the sender knows of it; goes before what the text itself says. */
  readonly details?: ArticleDetails | undefined;
};

export type AddedArticle = { article: Article; isNew: boolean };

/**
 * Take a text into a project: cleaned once, its bytes kept, divided into blocks. The very same text
 * again gives the article that is there, also when both come at once. Refused: what clean() refuses
 * (nothing to read, no text at all, more than its limit).
 */
export async function addArticle(
  ctx: Context,
  projectId: string,
  input: NewArticle,
): Promise<AddedArticle> {
  authorize(ctx.actor, "article.add", { projectId });
  const cleaned = clean({ name: input.origin.name ?? undefined, ...input.content });
  const hash = textHash(cleaned.text);
  return inTransaction(ctx, async (ctx) => {
    const there = await findSameText(ctx, projectId, hash);
    if (there !== null) return { article: await getArticle(ctx, there), isNew: false };
    const id = await save(ctx, projectId, input, cleaned, hash);
    const article = await getArticle(ctx, id);
    await record(ctx, articleAdded(article, input.origin));
    return { article, isNew: true };
  });
}

/** Two that bring the same text to one project wait for each other here, until the first has committed. */
async function findSameText(ctx: Context, projectId: string, hash: string): Promise<string | null> {
  await ctx.db
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`article ${projectId} ${hash}`}, 0))`;
  const revision = await ctx.db.revision.findFirst({
    where: { projectId, hash },
    select: { articleId: true },
    orderBy: { createdAt: "asc" },
  });
  return revision?.articleId ?? null;
}

async function save(
  ctx: Context,
  projectId: string,
  input: NewArticle,
  cleaned: Cleaned,
  hash: string,
): Promise<string> {
  const [articleId, revisionId] = [v7(), v7()];
  const bytes = Uint8Array.from(
    "bytes" in input.content ? input.content.bytes : Buffer.from(input.content.text),
  );
  const originalHash = createHash("sha256").update(bytes).digest("hex");
  await ctx.db.original.createMany({
    data: { hash: originalHash, bytes, createdAt: ctx.now },
    skipDuplicates: true,
  });
  const given = input.details ?? {};
  await ctx.db.article.create({
    data: {
      id: articleId,
      projectId,
      title: given.title ?? labelFrom(cleaned),
      url: given.url ?? null,
      mediaType: cleaned.mediaType,
      publisher: given.publisher || cleaned.publisher,
      byline: given.byline || cleaned.byline,
      published: given.published || cleaned.published,
      language: given.language || cleaned.language,
      createdById: actorId(ctx.actor),
      createdAt: ctx.now,
    },
  });
  await ctx.db.revision.create({
    data: {
      id: revisionId,
      articleId,
      projectId,
      number: 1,
      text: cleaned.text,
      hash,
      length: codePointLength(cleaned.text),
      originalHash,
      encoding: cleaned.encoding ?? "utf-8",
      originKind: input.origin.kind,
      originName: input.origin.name,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  // One statement and one parameter, however many blocks a long text has.
  await ctx.db.$executeRaw`
    INSERT INTO "block" ("revision_id", "index", "kind", "start", "end", "boilerplate", "found")
    SELECT ${revisionId}::uuid, b."index" - 1, b.value->>'kind', (b.value->>'start')::int, (b.value->>'end')::int,
           b.value->>'boilerplate', b.value->>'boilerplate'
    FROM json_array_elements(${JSON.stringify(cleaned.blocks)}::json) WITH ORDINALITY AS b (value, "index")`;
  return articleId;
}

/** Up to a thousand characters, as any label. */
function labelFrom(cleaned: Cleaned): string {
  const stated = cleaned.title?.trim().replace(/\s+/gu, " ").slice(0, 1_000).toWellFormed();
  return stated || titleFromWords(cleaned.bodyText || cleaned.text);
}
