import { refuseMerged } from "#lib/articles/refuse-merged.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { checkWords, type Faults, type PlainContent } from "./check-content.ts";
import { findPlace, type Place } from "./find-place.ts";
import type { AnnotationContent } from "./model.ts";
import { signatureOf } from "./signature.ts";

export type Fitted = { place: Place; content: AnnotationContent };

/**
 * Hold content against the article's current revision. Refused: another revision (409), words that
 * do not stand there (422), the same marking by the same author under another id (409), an article that
 * is merged into another (409).
 * `admit` is asked as soon as the article's project is known, before anything else is told of it.
 */
export async function fitContent(
  ctx: Context,
  sent: {
    id: string;
    articleId: string;
    revision: number | undefined;
    authorId: string;
    content: PlainContent;
  },
  admit: (place: Place) => void,
): Promise<Fitted> {
  const place = await findPlace(ctx, sent.articleId, {
    spans: sent.content.segments,
    annotationId: sent.id,
    authorId: sent.authorId,
    signature: signatureOf(sent.content),
  });
  admit(place);
  refuseMerged(place);
  if (sent.revision !== undefined && sent.revision !== place.revision) {
    throw new DomainError("revision", `The article is at revision ${place.revision} by now.`, {
      detail: { revision: place.revision },
    });
  }
  const checked = checkWords(sent.content, place.words);
  if ("fields" in checked) throw misfit(checked);
  if (place.duplicateId !== null) {
    throw new DomainError(
      "duplicate",
      "The same words are marked the same way already, by the same person.",
      {
        detail: { id: place.duplicateId },
      },
    );
  }
  return { place, content: checked.content };
}

/** The refusal that tells each fault. */
export function misfit({ fields }: Faults): DomainError {
  const [first = "This does not fit the text."] = Object.values(fields);
  return new DomainError("invalid", first, { fields });
}
