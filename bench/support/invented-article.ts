import type { AnnotationInput, SegmentRole } from "#lib/annotations/model.ts";
import { codePointLength } from "#lib/text/offsets.ts";
import { type Random, seededRandom } from "./random.ts";

/** What a PUT says of some words, but for the article. */
export type Mark = Pick<AnnotationInput, "tag" | "attributes"> & {
  segments: { role: SegmentRole; start: number; end: number; exact: string }[];
};

export type InventedArticle = { title: string; text: string; marks: Mark[] };

/**
 * News of countries that do not exist, about so many words long, with one mark for about every 20
 * words as in real articles: attributions with source, cue and content, the claims within them
 * (which overlap), denials, claims of the article's own. The same seed gives the same article.
 */
export function inventedArticle(seed: number, words: number, marks: number): InventedArticle {
  const random = seededRandom(seed);
  const title = `${random.pick(PLACES)} and ${random.pick(PLACES)} at odds over the ferry, part ${seed}`;
  const writing: Writing = { text: "", length: 0, words: 0, marks: [] };
  append(writing, `${title}\n\n`);
  while (writing.words < words) {
    for (let left = 2 + random.whole(4); left > 0; left--) sentence(writing, random);
    append(writing, "\n\n");
  }
  return { title, text: writing.text.trimEnd() + "\n", marks: chosen(writing.marks, marks) };
}

type Writing = { text: string; length: number; words: number; marks: Mark[] };

function sentence(writing: Writing, random: Random): void {
  const speaker = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const office = `${random.pick(OFFICES)} of ${random.pick(PLACES)}`;
  const what = clause(random);
  switch (random.whole(5)) {
    case 0: {
      const source = append(writing, `${speaker}, ${office},`);
      append(writing, " ");
      const cue = append(writing, random.pick(["said", "insisted", "told reporters", "wrote"]));
      append(writing, " that ");
      const content = append(writing, what);
      append(writing, ` on ${random.pick(DAYS)}. `);
      mark(writing, "attribution", { source, cue, content }, { who: speaker, manner: "indirect" });
      mark(writing, "claim", { content }, { kind: "event" });
      return;
    }
    case 1: {
      append(writing, "“");
      const content = append(writing, what);
      append(writing, ",” ");
      const source = append(writing, `the ${random.pick(OFFICES)}`);
      append(writing, " ");
      const cue = append(writing, random.pick(["added", "said", "declared"]));
      append(writing, ". ");
      mark(writing, "attribution", { content, source, cue }, { manner: "direct" });
      return;
    }
    case 2: {
      const content = append(writing, `${speaker} denied that ${what}`);
      append(writing, ". ");
      mark(writing, "denial", { content }, { form: "flat" });
      return;
    }
    case 3: {
      const content = append(writing, `The ${office} counted ${random.whole(9_000)} crates`);
      append(writing, ` in the café by the quay${random.whole(10) === 0 ? " 🚢" : ""}. `);
      mark(writing, "claim", { content }, { kind: "number", worthChecking: "yes" });
      return;
    }
    default:
      append(writing, `Rain fell on ${random.pick(PLACES)} for most of ${random.pick(DAYS)}. `);
  }
}

function clause(random: Random): string {
  const subject = random.pick(["the ferry", "a grey lorry", "the customs boat", "the night train"]);
  const verb = random.pick(["carried", "had delivered", "would bring", "never held"]);
  const goods = random.pick(["engine parts", "sacks of grain", "old rifles", "sealed boxes"]);
  return `${subject} ${verb} ${goods} from ${random.pick(PLACES)} to ${random.pick(PLACES)}`;
}

type Piece = { start: number; end: number; exact: string };

function append(writing: Writing, piece: string): Piece {
  const start = writing.length;
  writing.text += piece;
  writing.length += codePointLength(piece);
  writing.words += piece.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return { start, end: writing.length, exact: piece };
}

function mark(
  writing: Writing,
  tag: Mark["tag"],
  pieces: Partial<Record<SegmentRole, Piece>>,
  attributes: Mark["attributes"],
): void {
  const roles = ["content", "source", "cue"] as const;
  const segments = roles.flatMap((role) => {
    const piece = pieces[role];
    return piece ? [{ role, ...piece }] : [];
  });
  writing.marks.push({ tag, attributes, segments: segments.sort((a, b) => a.start - b.start) });
}

/** So many of them, evenly from start to end. */
function chosen(marks: readonly Mark[], count: number): Mark[] {
  if (marks.length < count) throw new Error(`The text bears ${marks.length} marks, not ${count}.`);
  return marks.filter(
    (_, n) => Math.floor((n * count) / marks.length) < Math.floor(((n + 1) * count) / marks.length),
  );
}

const PLACES = ["Veldora", "Ostmark Bay", "Port Ilin", "Karsa", "Nörr", "Tamsin Island"] as const;
const FIRST_NAMES = ["Ansa", "Bero", "Çelia", "Dov", "Edda", "Faris", "Goran", "Hélène"] as const;
const LAST_NAMES = ["Kreel", "Ostrin", "Valt", "Søren", "Marrak", "Tolv", "Imbert"] as const;
const OFFICES = ["harbour master", "minister", "spokeswoman", "police chief", "auditor"] as const;
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] as const;
