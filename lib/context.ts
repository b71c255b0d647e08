import type { Db } from "#lib/db/client.ts";

/** What a member may do in a project; each role may do what those before it may. */
export const MEMBER_ROLES = ["reader", "annotator", "reviewer", "manager"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Who acts. Every door (page, route, command line, test) makes one its own way. */
export type Actor =
  | {
      readonly kind: "user";
      readonly userId: string;
      readonly name: string;
      readonly isOwner: boolean;
      /** The projects that the actor is in now; a token's actor has the token's project only. */
      readonly roles: ReadonlyMap<string, MemberRole>;
      /** Those of them whose layers are blind. */
      readonly blind: ReadonlySet<string>;
      readonly via: "session" | "token";
      /** The session row, where there is one. */
      readonly sessionId: string | null;
    }
  /** Somebody at the machine itself: the command line and the first start. May do everything. */
  | { readonly kind: "operator" }
  /** Nobody has signed in. */
  | { readonly kind: "visitor" };

export type UserActor = Extract<Actor, { kind: "user" }>;

/** What every operation receives: who acts, through which connection or transaction, and when. */
export type Context = { readonly actor: Actor; readonly db: Db; readonly now: Date };

/** The user id to write beside a change, or null for the operator. */
export function actorId(actor: Actor): string | null {
  return actor.kind === "user" ? actor.userId : null;
}
