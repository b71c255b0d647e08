import { z } from "zod";

const Segment = z.object({
  role: z.enum(["content", "source", "cue"]),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  startUtf16: z.int(),
  endUtf16: z.int(),
});

const Row = z.discriminatedUnion("record", [
  z.looseObject({
    record: z.literal("export"),
    format: z.literal("onrecord/1"),
    project: z.object({ id: z.string(), name: z.string() }),
  }),
  z.looseObject({
    record: z.literal("article"),
    id: z.string(),
    title: z.string(),
    text: z.string(),
  }),
  z.looseObject({
    record: z.literal("annotation"),
    id: z.string(),
    articleId: z.string(),
    tag: z.string(),
    state: z.string(),
    author: z.object({ id: z.string(), name: z.string() }),
    reviewer: z.object({ id: z.string(), name: z.string() }).nullable(),
    segments: z.array(Segment).min(1),
    evidence: z.array(z.looseObject({ id: z.string(), kind: z.string(), stance: z.string() })),
    links: z.array(
      z.looseObject({ id: z.string(), type: z.string(), from: z.string(), to: z.string() }),
    ),
  }),
]);

type Row = z.infer<typeof Row>;
export type ExportedAnnotation = Extract<Row, { record: "annotation" }>;
export type ExportedArticle = Extract<Row, { record: "article" }>;

/** An onrecord/1 file, read as a stranger would who has only its description. */
export function readExport(jsonl: string): {
  articles: ExportedArticle[];
  annotations: ExportedAnnotation[];
} {
  const lines = jsonl.split("\n");
  if (lines.pop() !== "") throw new Error("The last line of the export is not whole.");
  const rows = lines.map((line) => Row.parse(JSON.parse(line)));
  if (rows[0]?.record !== "export") throw new Error("The export does not begin with its header.");
  return {
    articles: rows.filter((row) => row.record === "article"),
    annotations: rows.filter((row) => row.record === "annotation"),
  };
}

/**
 * Where a quotation does not equal its text, by code points and by UTF-16 units, with its
 * surroundings. Empty when all is well.
 */
export function misquotations(jsonl: string): string[] {
  const { articles, annotations } = readExport(jsonl);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return annotations.flatMap(({ id, articleId, segments }) => {
    const text = texts.get(articleId);
    if (text === undefined) return [`${id}: its article is not in the export`];
    const characters = [...text];
    const cut = (start: number, end: number) => characters.slice(Math.max(0, start), end).join("");
    return segments
      .filter(
        ({ exact, prefix, suffix, start, end, startUtf16, endUtf16 }) =>
          exact === "" ||
          exact !== cut(start, end) ||
          exact !== text.slice(startUtf16, endUtf16) ||
          prefix !== cut(start - 32, start) ||
          suffix !== cut(end, end + 32),
      )
      .map(({ exact }) => `${id}: “${exact}” does not stand there`);
  });
}
