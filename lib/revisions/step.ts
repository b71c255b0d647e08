import type { Context } from "#lib/context.ts";

/** The step of an article from its revisions so far to a new one. */
export type Step = {
  readonly articleId: string;
  readonly projectId: string;
  /** The new revision. */
  readonly revisionId: string;
  readonly number: number;
  readonly text: string;
  /** The text of an older revision; read once. */
  readonly textOf: (ctx: Context, revisionId: string) => Promise<string>;
};

/** Texts of revisions, each read once. */
export function textReader(): Step["textOf"] {
  const texts = new Map<string, string>();
  return async (ctx, revisionId) => {
    const known = texts.get(revisionId);
    if (known !== undefined) return known;
    const { text } = await ctx.db.revision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { text: true },
    });
    texts.set(revisionId, text);
    return text;
  };
}
