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

/** What somebody has chosen for themselves. */
export const UserSettings = z.object({
  /** Whether letters tell of messages that were not read in the app. */
  letters: z.boolean(),
  /** Whether other members see how long one was at work on an article. */
  sharesActiveTime: z.boolean(),
  /** Keys of the desk that were changed: the action's name, and the keys as written. */
  keys: z
    .record(z.string().max(80), z.string().max(40))
    .refine((keys) => Object.keys(keys).length <= 200, "At most 200 keys can be changed."),
});
export type UserSettings = z.infer<typeof UserSettings>;

export const DEFAULT_SETTINGS: UserSettings = { letters: true, sharesActiveTime: false, keys: {} };

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
