import type { Annotation, SegmentRole } from "#lib/annotations/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { LinkType } from "#lib/links/model.ts";
import type { ExportAnnotation, ExportArticle, ExportHeader } from "./model.ts";

/** An annotation that is spoken of, in this article or another. */
export type Spoken = Pick<Annotation, "id" | "tag" | "segments" | "attributes" | "absent"> & {
  /** The title of its article when that is another one. */
  elsewhere: string | null;
};

export type Tie = { type: LinkType; from: string; to: string };

export type MarkdownInput = {
  header: ExportHeader;
  article: ExportArticle;
  annotations: readonly ExportAnnotation[];
  /** Those in other articles that the links lead to, and who is said to have said them. */
  others: readonly Spoken[];
  ties: readonly Tie[];
};

/**
 * One article for a colleague to read: what is claimed and denied in it, by whom, in whose words, with
 * what evidence. It is a report and drops offsets, prefixes and suffixes; `jsonl` has everything.
 */
export function toMarkdown(input: MarkdownInput): string {
  const { article, annotations } = input;
  const net = makeNet(input);
  const inOrder = annotations.toSorted((a, b) => firstStart(a) - firstStart(b));
  const claims = inOrder.filter(({ tag }) => tag === "claim");
  const denials = inOrder.filter(({ tag }) => tag === "denial");
  const lone = inOrder.filter(
    ({ tag, id }) => tag === "attribution" && net.to(id, "attributes").length === 0,
  );
  const parts = [
    `# ${plain(article.title)}`,
    about(input),
    ...section("Claims", claims, article, (claim) => claimLines(claim, net)),
    ...section("Denials", denials, article, (denial) => denialLines(denial, net)),
    ...section("Other statements", lone, article, (one) => statementLines(one, net)),
    ...(annotations.length === 0 ? ["Nothing is marked in it."] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function about({ header, article, annotations }: MarkdownInput): string {
  const facts = [article.publisher, article.byline, article.published].flatMap((fact) =>
    fact ? [plain(fact)] : [],
  );
  const count = annotations.length === 1 ? "1 annotation" : `${annotations.length} annotations`;
  const at = `${header.madeAt.slice(0, 16).replace("T", " ")} UTC`;
  return [
    ...(facts.length > 0 ? [facts.join(" · ")] : []),
    ...(article.url ? [`<${article.url.replace(/[<>\s]/g, encodeURIComponent)}>`] : []),
    `From the project ${plain(header.project.name)}, ${at}: ${count}. ` +
      `Revision ${article.revision} of the text, SHA-256 \`${article.hash}\`.`,
  ].join("\n\n");
}

function section(
  name: string,
  items: readonly ExportAnnotation[],
  { revision }: ExportArticle,
  linesOf: (item: ExportAnnotation) => string[],
): string[] {
  if (items.length === 0) return [];
  return [
    `## ${name}`,
    ...items.map((item, index) => {
      // Its outlet has changed these words since, and nobody has decided what that means.
      const older = item.revision === revision ? [] : [`In revision ${item.revision} of the text`];
      const lines = [
        ...older,
        ...linesOf(item),
        ...item.evidence.map(evidenceLine),
        standing(item),
      ];
      return [
        `### ${index + 1}. ${quoted(item, ["content"])}`,
        lines.map((line) => `- ${line}`).join("\n"),
      ].join("\n\n");
    }),
  ];
}

function claimLines(claim: ExportAnnotation, net: Net): string[] {
  const { kind, worthChecking, wording } = claim.attributes;
  return [
    ...(wording ? [`In other words: ${plain(wording)}`] : []),
    ...said("Who says so", claim.id, net),
    ...net.from(claim.id, "denies").map((denial) => `Denied: ${told(denial, net)}`),
    ...net.either(claim.id, "same-claim").map((other) => `The same claim: ${told(other, net)}`),
    ...net.to(claim.id, "narrows").map((wider) => `Narrows: ${told(wider, net)}`),
    ...net.from(claim.id, "narrows").map((narrower) => `Narrowed by: ${told(narrower, net)}`),
    ...net.either(claim.id, "contradicts").map((other) => `Contradicted by: ${told(other, net)}`),
    ...(kind ? [`Kind: ${kind}`] : []),
    ...(worthChecking ? [`Worth checking: ${worthChecking}`] : []),
  ];
}

function denialLines(denial: ExportAnnotation, net: Net): string[] {
  const { form } = denial.attributes;
  return [
    ...said("Who denies", denial.id, net),
    ...net.to(denial.id, "denies").map((target) => `What is denied: ${told(target, net)}`),
    ...(form ? [`Form: ${form}`] : []),
  ];
}

function statementLines(statement: ExportAnnotation, net: Net): string[] {
  const own = net.get(statement.id);
  return [
    ...(own ? [`Who says so: ${speaker(own)}`] : []),
    ...said("As told by", statement.id, net),
    ...net.from(statement.id, "denies").map((denial) => `Denied: ${told(denial, net)}`),
  ];
}

function said(label: string, id: string, net: Net): string[] {
  return net.from(id, "attributes").map((attribution) => `${label}: ${voices(attribution, net)}`);
}

/** A source with its cue, and who in turn is said to have told it. */
function voices(attribution: Spoken, net: Net, seen: readonly string[] = []): string {
  const outer = net
    .from(attribution.id, "attributes")
    .filter(({ id }) => id !== attribution.id && !seen.includes(id))
    .map((next) => `, as told by ${voices(next, net, [...seen, attribution.id])}`);
  return speaker(attribution) + outer.join("");
}

function speaker(attribution: Spoken): string {
  const source = wordsOf(attribution, ["source"]);
  const cue = wordsOf(attribution, ["cue"]);
  const { who, saidOn } = attribution.attributes;
  const named = source === "" ? "a source that is not named" : `**${source}**`;
  const details = [
    ...(who ? [plain(who)] : []),
    ...(cue === "" ? [] : [`“${cue}”`]),
    ...(saidOn ? [saidOn] : []),
    ...(attribution.elsewhere === null ? [] : [`in *${plain(attribution.elsewhere)}*`]),
  ];
  return details.length > 0 ? `${named} (${details.join(", ")})` : named;
}

function told(spoken: Spoken, net: Net): string {
  const where = spoken.elsewhere === null ? "" : ` (in *${plain(spoken.elsewhere)}*)`;
  const by =
    spoken.tag === "attribution"
      ? []
      : net.from(spoken.id, "attributes").map((one) => voices(one, net));
  return `${quoted(spoken, ["content"])}${where}${by.length > 0 ? `, said by ${by.join(" and ")}` : ""}`;
}

const STANCES = {
  supports: "supports it",
  refutes: "refutes it",
  context: "gives context",
  insufficient: "is not sufficient",
} as const;

function evidenceLine(evidence: Evidence): string {
  const reason = evidence.reason === "" ? "" : ` ${plain(evidence.reason)}`;
  const secret = evidence.confidential ? " **Confidential.**" : "";
  return `Evidence that ${STANCES[evidence.stance]}: ${substance(evidence)}${reason} (${plain(evidence.author.name)})${secret}`;
}

function substance(evidence: Evidence): string {
  if (evidence.kind === "passage")
    return `“${plain(evidence.exact)}” (in *${plain(evidence.articleTitle)}*).`;
  if (evidence.kind === "note") return `${plain(evidence.note)}`;
  const address = `<${evidence.url.replace(/[<>\s]/g, encodeURIComponent)}>`;
  return evidence.quotation ? `“${plain(evidence.quotation)}” (${address}).` : `${address}.`;
}

function standing({ state, author, reviewer, doubt }: ExportAnnotation): string {
  const by = reviewer ? ` by ${plain(reviewer.name)}` : "";
  const flag = doubt === null ? "" : `; in doubt: ${plain(doubt)}`;
  return `Marked by ${plain(author.name)}; ${state}${by}${flag}`;
}

type Net = {
  get(id: string): Spoken | null;
  /** What an annotation leads to by links of a type. */
  to(id: string, type: LinkType): Spoken[];
  /** What leads to it. */
  from(id: string, type: LinkType): Spoken[];
  either(id: string, type: LinkType): Spoken[];
};

function makeNet({ annotations, others, ties }: MarkdownInput): Net {
  const known = new Map<string, Spoken>(others.map((other) => [other.id, other]));
  for (const annotation of annotations)
    known.set(annotation.id, { ...annotation, elsewhere: null });
  const follow = (end: "from" | "to", id: string, type: LinkType) =>
    ties
      .filter((tie) => tie.type === type && tie[end] === id)
      .flatMap((tie) => known.get(tie[end === "from" ? "to" : "from"]) ?? []);
  return {
    get: (id) => known.get(id) ?? null,
    to: (id, type) => follow("from", id, type),
    from: (id, type) => follow("to", id, type),
    either: (id, type) => [...follow("from", id, type), ...follow("to", id, type)],
  };
}

/** Words in quotation marks; an annotation that has none of the roles is quoted by what it has. */
function quoted(spoken: Pick<Spoken, "segments">, roles: readonly SegmentRole[]): string {
  return `“${wordsOf(spoken, roles) || wordsOf(spoken, ["content", "source", "cue"]) || "…"}”`;
}

/** Their segments in reading order, with an ellipsis where words are left out. */
function wordsOf({ segments }: Pick<Spoken, "segments">, roles: readonly SegmentRole[]): string {
  return segments
    .filter(({ role }) => roles.includes(role))
    .toSorted((a, b) => a.start - b.start)
    .map(({ exact }) => plain(exact.trim()))
    .join(" … ");
}

function firstStart({ segments }: Pick<Spoken, "segments">): number {
  return Math.min(...segments.map(({ start }) => start));
}

/** Text that Markdown takes for nothing else, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+]/, "\\$&");
}
