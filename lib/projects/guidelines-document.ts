import { z } from "zod";

/** The most that one version of the guidelines may hold, in characters of its JSON. */
export const GUIDELINES_LIMIT = 500_000;
/** Lists within lists within quotations: nobody writes deeper than this. */
const DEPTH_LIMIT = 40;

const Mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["bold", "italic", "strike", "code", "underline"]) }),
  z.strictObject({
    type: z.literal("link"),
    attrs: z.strictObject({
      href: z
        .string()
        .max(4_000)
        .regex(
          /^(https?:\/\/|mailto:|#|\/(?!\/))/i,
          "A link goes to a web page or an e-mail address.",
        ),
      target: z.string().max(20).nullish(),
      rel: z.string().max(100).nullish(),
      class: z.null().optional(),
      title: z.string().max(1_000).nullish(),
    }),
  }),
]);

type Node = {
  type: string;
  attrs?: Record<string, string | number | null | undefined> | undefined;
  content?: Node[] | undefined;
  marks?: z.infer<typeof Mark>[] | undefined;
  text?: string | undefined;
};

const children = z.lazy(() => z.array(Node)).optional();

const Node: z.ZodType<Node> = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: z.string().min(1),
    marks: z.array(Mark).max(6).optional(),
  }),
  z.strictObject({ type: z.literal("paragraph"), content: children }),
  z.strictObject({
    type: z.literal("heading"),
    attrs: z.strictObject({ level: z.int().min(1).max(6) }),
    content: children,
  }),
  z.strictObject({ type: z.literal("bulletList"), content: children }),
  z.strictObject({
    type: z.literal("orderedList"),
    attrs: z
      .strictObject({
        start: z.int().min(0).max(1_000_000).optional(),
        type: z.string().max(2).nullish(),
      })
      .optional(),
    content: children,
  }),
  z.strictObject({ type: z.literal("listItem"), content: children }),
  z.strictObject({ type: z.literal("blockquote"), content: children }),
  z.strictObject({
    type: z.literal("codeBlock"),
    attrs: z.strictObject({ language: z.string().max(40).nullish() }).optional(),
    content: children,
  }),
  z.strictObject({ type: z.literal("hardBreak"), marks: z.array(Mark).max(6).optional() }),
  z.strictObject({ type: z.literal("horizontalRule") }),
]);

const Document = z.strictObject({ type: z.literal("doc"), content: z.array(Node).max(20_000) });

/**
 * The guidelines as TipTap's StarterKit writes them. Refused: nodes, marks and attributes that the
 * StarterKit does not know, links to anything but pages and letters, more than GUIDELINES_LIMIT,
 * nesting without end.
 */
export const GuidelinesDocument = z
  .unknown()
  .superRefine((value, issues) => {
    if (depthOf(value, DEPTH_LIMIT) > DEPTH_LIMIT) {
      issues.addIssue({
        code: "custom",
        message: "The guidelines are nested too deeply.",
        continue: false,
      });
    } else if ((JSON.stringify(value) ?? "").length > GUIDELINES_LIMIT) {
      issues.addIssue({
        code: "custom",
        message: `The guidelines are longer than ${GUIDELINES_LIMIT.toLocaleString("en")} characters.`,
        continue: false,
      });
    }
  })
  .pipe(Document);
export type GuidelinesDocument = z.infer<typeof Document>;

/** How deep nodes lie within nodes; stops counting just past `limit`, so that no depth is too deep to ask. */
function depthOf(value: unknown, limit: number): number {
  let level: unknown[] = [value];
  for (let depth = 1; ; depth++) {
    if (depth > limit) return depth;
    level = level.flatMap((node) => {
      const content =
        typeof node === "object" && node !== null && "content" in node ? node.content : null;
      return Array.isArray(content) ? content : [];
    });
    if (level.length === 0) return depth;
  }
}
