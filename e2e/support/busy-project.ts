import type { Article } from "#lib/articles/model.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { makeAnnotation, makeEvidence, makeLink, type MadeMember } from "#prisma/factories.ts";
import type { Installation } from "./installation.ts";
import type { Newsroom } from "./newsroom.ts";

/** A project in the middle of its work: something of everything, in every state. */
export type BusyProject = {
  people: Record<"reader" | "annotator" | "reviewer" | "manager", MadeMember>;
  article: Article;
  annotations: Record<
    "draft" | "submitted" | "approved" | "rejected" | "denial" | "attribution",
    StoredAnnotation
  >;
};

const TEXT = `Ferry left at nine, minister insists

The ferry left at nine, said Ansa Kreel, who has run the ministry since spring. Nobody on the quay had seen it.

“We have never kept a ferry back,” a spokesman of the harbour office told reporters on Monday. He denied that the pilots were asked to wait.

Two hundred passengers spent the night at the quay 🙁. The company will pay for their rooms, according to a letter from the owner.
`;

/** Fill the test's project: an annotator's work, and a reviewer's decisions on it. */
export async function makeBusyProject(
  newsroom: Newsroom,
  { db }: Installation,
): Promise<BusyProject> {
  const people = {
    reader: await newsroom.member("reader", "Ida Voss"),
    annotator: await newsroom.member("annotator", "Tove Oakes"),
    reviewer: await newsroom.member("reviewer", "Lena Kask"),
    manager: await newsroom.member("manager", "Marek Anlund"),
  };
  const article = await newsroom.article({ title: "Ferry left at nine", text: TEXT });
  await newsroom.article({ title: "The barge that stayed" });
  const by = { author: people.annotator.ctx, reviewer: people.reviewer.ctx };
  const annotations = {
    draft: await makeAnnotation(db, article, {
      ...by,
      quote: "Nobody on the quay had seen it",
      doubt: "Is this a claim of the paper's own?",
    }),
    submitted: await makeAnnotation(db, article, {
      ...by,
      state: "submitted",
      quote: "Two hundred passengers spent the night at the quay",
      attributes: { kind: "number" },
    }),
    approved: await makeAnnotation(db, article, {
      ...by,
      state: "approved",
      quote: "The ferry left at nine",
      attributes: { kind: "event", worthChecking: "yes" },
    }),
    rejected: await makeAnnotation(db, article, {
      ...by,
      state: "rejected",
      quote: "The company will pay for their rooms",
    }),
    denial: await makeAnnotation(db, article, {
      ...by,
      state: "submitted",
      tag: "denial",
      quote: "We have never kept a ferry back",
      attributes: { form: "flat" },
    }),
    attribution: await makeAnnotation(db, article, {
      ...by,
      state: "submitted",
      tag: "attribution",
      segments: [
        { role: "content", quote: "The ferry left at nine" },
        { role: "cue", quote: "said" },
        { role: "source", quote: "Ansa Kreel" },
      ],
      attributes: { sourceType: "named-person", who: "Ansa Kreel", manner: "indirect" },
    }),
  };
  await makeLink(by.author, { type: "denies", from: annotations.denial, to: annotations.approved });
  await makeEvidence(by.author, annotations.approved);
  await makeEvidence(by.author, annotations.submitted, { confidential: true, stance: "context" });
  return { people, article, annotations };
}
