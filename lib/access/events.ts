import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { MemberRole } from "#lib/context.ts";

/** What happened to accounts, sessions, members, invitations and tokens. Never a secret among it. */

type UserRow = { id: string; email: string; name: string; isOwner: boolean };

export function userAdded(user: UserRow): AuditEvent {
  return of("user.added", user.id, {
    after: { email: user.email, name: user.name, isOwner: user.isOwner },
  });
}

export function userRenamed(id: string, before: string, after: string): AuditEvent {
  return of("user.renamed", id, { before: { name: before }, after: { name: after } });
}

export function userRevoked(id: string): AuditEvent {
  return of("user.revoked", id);
}

export function userRestored(id: string): AuditEvent {
  return of("user.restored", id);
}

export function passwordChanged(userId: string): AuditEvent {
  return of("user.password-changed", userId);
}

export function sessionStarted(
  userId: string,
  sessionId: string,
  how: "password" | "link" | "invitation",
): AuditEvent {
  return of("session.started", userId, { after: { sessionId, how } });
}

export function sessionEnded(userId: string, sessionIds: "every" | string): AuditEvent {
  return of("session.ended", userId, { after: { sessionId: sessionIds } });
}

export function signInLinkMade(userId: string, projectId: string | null): AuditEvent {
  return { ...of("sign-in-link.made", userId), projectId };
}

export function invitationMade(invitation: {
  id: string;
  projectId: string | null;
  email: string | null;
  role: string | null;
  asOwner: boolean;
}): AuditEvent {
  const { id, projectId, email, role, asOwner } = invitation;
  return {
    type: "invitation.made",
    projectId,
    subject: { type: "invitation", id },
    after: { email, role, asOwner },
  };
}

export function invitationUsed(id: string, projectId: string | null, userId: string): AuditEvent {
  return {
    type: "invitation.used",
    projectId,
    subject: { type: "invitation", id },
    after: { userId },
  };
}

export function invitationRevoked(id: string, projectId: string | null): AuditEvent {
  return { type: "invitation.revoked", projectId, subject: { type: "invitation", id } };
}

export function memberAdded(projectId: string, userId: string, role: MemberRole): AuditEvent {
  return {
    type: "member.added",
    projectId,
    subject: { type: "user", id: userId },
    after: { role },
  };
}

export function memberRoleChanged(
  projectId: string,
  userId: string,
  before: MemberRole,
  after: MemberRole,
): AuditEvent {
  return {
    type: "member.role-changed",
    projectId,
    subject: { type: "user", id: userId },
    before: { role: before },
    after: { role: after },
  };
}

export function memberRemoved(projectId: string, userId: string, role: MemberRole): AuditEvent {
  return {
    type: "member.removed",
    projectId,
    subject: { type: "user", id: userId },
    before: { role },
  };
}

export function tokenCreated(token: {
  id: string;
  projectId: string;
  userId: string;
  name: string;
}): AuditEvent {
  const { id, projectId, userId, name } = token;
  return {
    type: "token.created",
    projectId,
    subject: { type: "token", id },
    after: { userId, name },
  };
}

export function tokenRevoked(id: string, projectId: string): AuditEvent {
  return { type: "token.revoked", projectId, subject: { type: "token", id } };
}

function of(
  type: AuditEvent["type"],
  userId: string,
  more: Pick<AuditEvent, "before" | "after"> = {},
): AuditEvent {
  return { type, projectId: null, subject: { type: "user", id: userId }, ...more };
}
