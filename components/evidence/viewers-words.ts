import type { Evidence } from "#lib/evidence/model.ts";
import type { MemberRole } from "#lib/context.ts";

export type EvidenceMember = {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
};

/** Who sees a confidential item: "Seen by you, Taro Vint and the managers." */
export function viewersWords(
  { author, viewers }: Pick<Evidence, "author" | "viewers">,
  members: readonly EvidenceMember[],
  myId: string,
): string {
  const named = [author.id, ...viewers].map((id) => {
    if (id === myId) return "you";
    if (id === author.id) return author.name;
    return members.find((member) => member.id === id)?.name ?? "somebody who has left";
  });
  const everybody = [
    ...new Set(named.toSorted((a, b) => Number(b === "you") - Number(a === "you"))),
  ];
  return `Seen by ${new Intl.ListFormat("en-GB").format([...everybody, "the managers"])} only.`;
}
