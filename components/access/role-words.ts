import type { MemberRole } from "#lib/context.ts";

/** What each role may do, for who gives it. Each may do what those before it may. */
export const ROLE_OPTIONS = [
  { value: "reader", label: "Reader", hint: "sees everything, changes nothing" },
  { value: "annotator", label: "Annotator", hint: "adds articles, marks and evidence" },
  { value: "reviewer", label: "Reviewer", hint: "approves and rejects what others marked" },
  { value: "manager", label: "Manager", hint: "members, guidelines and settings" },
] as const satisfies readonly { value: MemberRole; label: string; hint: string }[];

/** The role as a word. */
export function roleWord(role: MemberRole): string {
  return ROLE_OPTIONS.find(({ value }) => value === role)?.label ?? role;
}
