import { DomainError, notFound } from "#lib/errors.ts";
import { MEMBER_ROLES, type Actor, type MemberRole, type UserActor } from "#lib/context.ts";

/**
 * The permission table: for each thing that can be done in a project, the least member role that may
 * do it. Whose record it is (author only, four eyes) is decided by the operation, beside its states.
 */
export const PROJECT_PERMISSIONS = {
  "project.read": "reader",
  "project.edit": "manager",
  "guidelines.read": "reader",
  "guidelines.edit": "manager",
  "member.read": "reader",
  "member.edit": "manager",
  "member.link": "manager",
  "invitation.edit": "manager",
  "token.edit": "annotator",
  "token.edit-any": "manager",
  "article.read": "reader",
  "article.add": "annotator",
  "article.edit": "annotator",
  "block.correct": "annotator",
  "revision.read": "reader",
  "revision.add": "annotator",
  "carry.settle": "annotator",
  "work.write": "annotator",
  "layer.read-any": "reviewer",
  "annotation.read": "reader",
  "annotation.write": "annotator",
  "annotation.review": "reviewer",
  "annotation.withdraw-any": "manager",
  "link.read": "reader",
  "link.write": "annotator",
  "link.delete-any": "reviewer",
  "evidence.read": "reader",
  "evidence.write": "annotator",
  "evidence.delete-any": "manager",
  "missed.write": "reviewer",
  "likeness.read": "reader",
  "likeness.decide": "reviewer",
  "thread.read": "reader",
  "thread.write": "annotator",
  "thread.delete-any": "manager",
  "ingestion.read": "reader",
  "ingestion.write": "annotator",
  "watch.read": "reader",
  "watch.edit": "annotator",
  "audit.read": "reader",
  "export.read": "reader",
} as const satisfies Record<string, MemberRole>;

/** What only the installation's owner (or the operator) may do. */
export const INSTALLATION_PERMISSIONS = [
  "project.create",
  "user.add",
  "user.revoke",
  "user.link",
] as const;

export type ProjectPermission = keyof typeof PROJECT_PERMISSIONS;
export type InstallationPermission = (typeof INSTALLATION_PERMISSIONS)[number];

/** The actor's role in a project; the owner is a manager everywhere; null for a stranger. */
export function roleIn(actor: Actor, projectId: string): MemberRole | null {
  if (actor.kind === "operator") return "manager";
  if (actor.kind === "visitor") return null;
  return actor.isOwner ? "manager" : (actor.roles.get(projectId) ?? null);
}

/** Whether the actor may do it in this project. */
export function can(actor: Actor, permission: ProjectPermission, projectId: string): boolean {
  const role = roleIn(actor, projectId);
  return role !== null && atLeast(role, PROJECT_PERMISSIONS[permission]);
}

/**
 * Lets the actor pass, or refuses: a visitor is asked to sign in, to a stranger the record does not
 * exist, and a member with too small a role is told which one it takes.
 */
export function authorize(
  actor: Actor,
  permission: ProjectPermission,
  record: { readonly projectId: string },
): void {
  if (actor.kind === "visitor") throw signedOut();
  const role = roleIn(actor, record.projectId);
  if (role === null) throw notFound(permission.slice(0, permission.indexOf(".")));
  const needed = PROJECT_PERMISSIONS[permission];
  if (!atLeast(role, needed)) {
    throw new DomainError(
      "forbidden",
      `This takes the role of ${needed} in the project; yours is ${role}. A manager can change it.`,
    );
  }
}

/** Whether somebody with this role may do it in their project. */
export function mayAs(role: string, permission: ProjectPermission): boolean {
  const known = MEMBER_ROLES.find((one) => one === role);
  return known !== undefined && atLeast(known, PROJECT_PERMISSIONS[permission]);
}

/** Whether the actor may do it in any project at all. */
export function canAnywhere(actor: Actor, permission: ProjectPermission): boolean {
  if (actor.kind === "visitor") return false;
  if (actor.kind === "operator" || actor.isOwner) return true;
  const needed = PROJECT_PERMISSIONS[permission];
  return [...actor.roles.values()].some((role) => atLeast(role, needed));
}

/** Lets only the owner and the operator pass. */
export function authorizeInstallation(actor: Actor, permission: InstallationPermission): void {
  if (actor.kind === "visitor") throw signedOut();
  if (actor.kind === "user" && !actor.isOwner) {
    throw new DomainError(
      "forbidden",
      `Only the owner of this installation may do this (${permission}).`,
    );
  }
}

/** The actor as a user, for what only a person can do (write a mark, review one). */
export function requireUser(actor: Actor): UserActor {
  if (actor.kind === "visitor") throw signedOut();
  if (actor.kind === "operator") {
    throw new DomainError(
      "forbidden",
      "This is done by a person with an account, not from the command line.",
    );
  }
  return actor;
}

function atLeast(role: MemberRole, needed: MemberRole): boolean {
  return MEMBER_ROLES.indexOf(role) >= MEMBER_ROLES.indexOf(needed);
}

function signedOut(): DomainError {
  return new DomainError("signed-out", "Sign in first.");
}
