import { z } from "zod";

export const STANCES = ["supports", "refutes", "context", "insufficient"] as const;
export const Stance = z.enum(STANCES);
export type Stance = z.infer<typeof Stance>;

const every = {
  annotationId: z.uuid().toLowerCase(),
  stance: Stance,
  reason: z.string().trim().max(4000).default(""),
  confidential: z.boolean().default(false),
  /** Members who may see a confidential item, besides its author. */
  viewers: z.array(z.uuid().toLowerCase()).max(200).default([]),
};

/** What a PUT sends. Offsets are code points of the passage's article. */
export const EvidenceInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("passage"),
    ...every,
    articleId: z.uuid().toLowerCase(),
    revision: z.int().min(1).optional(),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().optional(),
  }),
  z.object({
    kind: z.literal("web"),
    ...every,
    url: z
      .url({ protocol: /^https?$/, error: "Give a full address that begins with http or https." })
      .max(4000),
    quotation: z.string().trim().max(10_000).nullable().default(null),
  }),
  z.object({ kind: z.literal("note"), ...every, note: z.string().trim().min(1).max(10_000) }),
]);
export type EvidenceInput = z.infer<typeof EvidenceInput>;

type EvidenceBase = {
  id: string;
  projectId: string;
  annotationId: string;
  stance: Stance;
  reason: string;
  confidential: boolean;
  viewers: string[];
  version: number;
  author: { id: string; name: string };
  createdAt: string;
  updatedAt: string;
};

export type Evidence =
  | (EvidenceBase & {
      kind: "passage";
      articleId: string;
      articleTitle: string;
      revision: number;
      start: number;
      end: number;
      exact: string;
    })
  | (EvidenceBase & { kind: "web"; url: string; quotation: string | null })
  | (EvidenceBase & { kind: "note"; note: string });
