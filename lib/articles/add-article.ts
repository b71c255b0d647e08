import { v7 } from "uuid";
import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { extract } from "#lib/extraction/extract.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import { textHash } from "#lib/text/hash.ts";
import { inTransaction } from "#lib/transaction.ts";
import { articleAdded } from "./events.ts";
import { findSameText } from "./find-same-text.ts";
import type { Article, ArticleDetails, TextMediaType } from "./model.ts";
import { getArticle } from "./queries.ts";
import { type Origin, saveRevision } from "./save-revision.ts";
import { type DetailsSource, settleDetails } from "./settle-details.ts";

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
  /** What extract() made of this very content; extracted here when left out. */
  readonly extracted?: Extracted | undefined;
  readonly origin: Origin;
  /** When the bytes were got from an address; else what a saved page says of itself. */
  readonly retrievedAt?: Date | null | undefined;
  /** What is known of it besides; goes before what the text itself says. */
  readonly details?: ArticleDetails | undefined;
  /** Who says so; the sender, when left out. */
  readonly detailsFrom?: DetailsSource | undefined;
};

export type AddedArticle = { article: Article; isNew: boolean };

/**
 * Take a text into a project: extracted once, its bytes kept, divided into blocks. The very same text
 * again gives the article that is there, also when both come at once. Refused: what extract() refuses
 * (nothing to read, what cannot be read, more than its limit).
 */
export async function addArticle(
  ctx: Context,
  projectId: string,
  input: NewArticle,
): Promise<AddedArticle> {
  authorize(ctx.actor, "article.add", { projectId });
  const extracted =
    input.extracted ?? (await extract({ name: input.origin.name ?? undefined, ...input.content }));
  const hash = textHash(extracted.text);
  return inTransaction(ctx, async (ctx) => {
    const there = await findSameText(ctx, projectId, hash);
    if (there !== null) return { article: await getArticle(ctx, there.articleId), isNew: false };
    const id = await save(ctx, projectId, input, extracted);
    const article = await getArticle(ctx, id);
    await record(ctx, articleAdded(article, input.origin));
    return { article, isNew: true };
  });
}

async function save(
  ctx: Context,
  projectId: string,
  input: NewArticle,
  extracted: Extracted,
): Promise<string> {
  const articleId = v7();
  const { details, detailsFrom } = settleDetails(extracted, {
    details: input.details ?? {},
    from: input.detailsFrom ?? "sender",
  });
  await ctx.db.article.create({
    data: {
      id: articleId,
      projectId,
      ...details,
      detailsFrom,
      mediaType: extracted.mediaType,
      createdById: actorId(ctx.actor),
      createdAt: ctx.now,
    },
  });
  await saveRevision(ctx, {
    articleId,
    projectId,
    number: 1,
    extracted,
    original: "bytes" in input.content ? input.content.bytes : Buffer.from(input.content.text),
    origin: input.origin,
    retrievedAt: input.retrievedAt ?? timeOf(extracted.retrieved),
  });
  return articleId;
}

/** A saved page may say no more than the day: then its beginning counts. */
function timeOf(stated: string | null): Date | null {
  const time = new Date(stated ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}
