import { z } from "zod";
import { AnnotationContent } from "#lib/annotations/model.ts";
import { readBackground } from "#lib/review/background.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { Annotation, Person } from "./annotation-schemas.ts";
import { HistoryItem } from "./annotations.ts";
import { Evidence } from "./evidence.ts";
import { Link } from "./links.ts";
import { Review } from "./review.ts";

const Background = z
  .object({
    annotation: Annotation,
    versions: z
      .array(
        z.object({
          version: z.int().min(1),
          writer: Person,
          content: AnnotationContent,
          createdAt: z.string(),
        }),
      )
      .meta({ description: "Every content that it has had, oldest first." }),
    reviews: z.array(Review),
    history: z.array(HistoryItem),
    links: z.array(
      z.object({ link: Link, other: Annotation, otherTitle: z.string() }).meta({
        description:
          "`other` is the annotation at the link's other end, in an article of that title.",
      }),
    ),
    evidence: z.array(Evidence),
  })
  .meta({ id: "Background" });

export const getBackground = endpoint({
  method: "GET",
  path: "/annotations/{id}/background",
  summary: "What a decision on an annotation should know, in one answer",
  description:
    "Its contents so far, decisions, history (the first thousand steps), links with what they lead to, and the " +
    "evidence that the caller may see.",
  params: z.object({ id: Id }),
  answers: { 200: Background },
  handle: async (ctx, { params }) => {
    const background = await readBackground(ctx, params.id);
    return answer(200, background, { version: background.annotation.version });
  },
});
