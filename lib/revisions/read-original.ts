import { authorize } from "#lib/access/permissions.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";

export type OriginalBytes = {
  bytes: Uint8Array;
  /** SHA-256 in hex. */
  hash: string;
  /** What to call it on a disk: the name of the file or page that it came as. */
  fileName: string;
  /** What the article was read as when this revision came. */
  mediaType: string;
};

/** The bytes that a revision came from, exactly as they came; the current revision's when none is named. */
export async function readOriginal(
  ctx: Context,
  articleId: string,
  revision?: number,
): Promise<OriginalBytes> {
  const article = await getArticleSummary(ctx, articleId);
  authorize(ctx.actor, "revision.read", article);
  const number = revision ?? article.revision;
  const row = await ctx.db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { originKind: true, originName: true, original: true },
  });
  if (row === null) throw notFound("revision");
  const { bytes, hash } = row.original;
  const mediaType = mediaTypeOf(bytes, article.mediaType);
  return { bytes, hash, mediaType, fileName: nameOf(row.originName, article.title, mediaType) };
}

/** A revision may have come as another kind of file than the article's current one. */
function mediaTypeOf(bytes: Uint8Array, current: string): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("%PDF-")) return "application/pdf";
  if (head.startsWith("PK\u0003\u0004"))
    return ENDINGS[current] === undefined || current.startsWith("text/")
      ? "application/zip"
      : current;
  return current === "application/pdf" ? "application/octet-stream" : current;
}

function nameOf(name: string | null, title: string, mediaType: string): string {
  const ending = ENDINGS[mediaType] ?? "bin";
  const last = (name ?? "").split(/[?#]/)[0]?.split(/[\\/]/).findLast(Boolean) ?? "";
  const isFile = /^[^.].*\.[A-Za-z0-9]{1,8}$/.test(last) && !/^https?:\/\/[^/]*$/.test(name ?? "");
  const base = (isFile ? last.replace(/\.[^.]*$/, "") : title)
    .replaceAll(/[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, 100)
    .toWellFormed();
  const own = isFile ? (last.split(".").at(-1) ?? ending) : ending;
  return `${base || "original"}.${own}`;
}

const ENDINGS: Readonly<Record<string, string>> = {
  "text/plain": "txt",
  "text/markdown": "md",
  "text/html": "html",
  "application/pdf": "pdf",
  "message/rfc822": "eml",
  "multipart/related": "mhtml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/zip": "zip",
};
