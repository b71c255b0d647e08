import { z } from "zod";
import { MEMBER_ROLES, type MemberRole } from "#lib/context.ts";

/** An e-mail address as it is kept: trimmed and in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .pipe(z.email("This must be an e-mail address, such as lena@example.org."));
export type Email = z.infer<typeof Email>;

export const PersonName = z.string().trim().min(1, "Say how this person is called.").max(200);

export const UserInput = z.object({ email: Email, name: PersonName });
export type UserInput = z.infer<typeof UserInput>;

export const RoleToken = z.enum(MEMBER_ROLES);

/** A person's account, as the owner of the installation sees it. */
export type User = {
  id: string;
  email: string;
  name: string;
  isOwner: boolean;
  hasPassword: boolean;
  createdAt: string;
  revokedAt: string | null;
};

/** Who somebody is, and where. */
export type Me = {
  user: { id: string; name: string; email: string };
  projects: { id: string; name: string; role: MemberRole }[];
};

/** A token as it is listed: never the token itself. */
export type ApiToken = {
  id: string;
  name: string;
  user: { id: string; name: string };
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** An invitation that is still open, or was used. */
export type Invitation = {
  id: string;
  email: string | null;
  name: string | null;
  role: MemberRole | null;
  createdAt: string;
  expiresAt: string;
};
