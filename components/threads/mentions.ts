/** Somebody who can be named in a message. */
export type Member = { readonly id: string; readonly name: string };

/** Most people that are proposed at once. */
const PROPOSED = 6;

/** What is being written behind the last "@" before the caret (UTF-16); null where nobody is being named. */
export function mentionQuery(
  text: string,
  caret: number,
): { readonly from: number; readonly words: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from === -1) return null;
  const previous = before[from - 1];
  // An address of e-mail names nobody.
  if (previous !== undefined && /[\p{L}\p{N}._-]/u.test(previous)) return null;
  const words = before.slice(from + 1);
  if (words.length > 60 || /\n|\s\s|^\s/u.test(words)) return null;
  return { from, words };
}

/** The members whose name, or a word of it, begins with what was written; the writer is not among them. */
export function proposed(members: readonly Member[], words: string, myId: string): Member[] {
  const wanted = folded(words);
  return members
    .filter(({ id, name }) => {
      if (id === myId) return false;
      const whole = folded(name);
      return (
        whole.startsWith(wanted) || whole.split(/\s+/u).some((word) => word.startsWith(wanted))
      );
    })
    .slice(0, PROPOSED);
}

/** The members whom a message names: "@" and the whole name. Of names that begin alike the longest counts. */
export function mentionsIn(body: string, members: readonly Member[]): Member[] {
  const found = new Map<string, Member>();
  for (const piece of pieces(body, members))
    if (piece.member) found.set(piece.member.id, piece.member);
  return [...found.values()];
}

/** A stretch of a message, with where it begins. */
export type Piece = {
  readonly at: number;
  readonly text: string;
  readonly member: Member | null;
};

/** A message in pieces, those that name somebody apart from the rest. */
export function pieces(body: string, members: readonly Member[]): Piece[] {
  const byLength = members.toSorted((a, b) => b.name.length - a.name.length);
  const parts: Piece[] = [];
  let plain = "";
  for (let at = 0; at < body.length;) {
    const member =
      body[at] === "@" ? byLength.find(({ name }) => isNamed(body, at, name)) : undefined;
    if (!member) {
      plain += body[at] ?? "";
      at++;
      continue;
    }
    if (plain) parts.push({ at: at - plain.length, text: plain, member: null });
    plain = "";
    parts.push({ at, text: `@${member.name}`, member });
    at += member.name.length + 1;
  }
  if (plain) parts.push({ at: body.length - plain.length, text: plain, member: null });
  return parts;
}

/** The name stands right behind the "@", and no further letter behind it. */
function isNamed(body: string, at: number, name: string): boolean {
  if (!body.startsWith(name, at + 1)) return false;
  return !/[\p{L}\p{N}]/u.test(body[at + 1 + name.length] ?? "");
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
