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

const ActionName = z.string().min(1).max(80);
const WrittenKeys = z.string().min(1).max(40);
/** Most keys of the desk that somebody may change. */
export const MOST_OWN_KEYS = 200;

/** What somebody has chosen for themselves. */
export const UserSettings = z.object({
  /** Whether letters tell of messages that were not read in the app. */
  letters: z.boolean(),
  /** Whether other members see how long one was at work on an article. */
  sharesActiveTime: z.boolean(),
  /** Keys of the desk that were changed: the action's name, and the keys as written. */
  keys: z
    .record(ActionName, WrittenKeys)
    .refine(
      (keys) => Object.keys(keys).length <= MOST_OWN_KEYS,
      "At most 200 keys can be changed.",
    ),
});
export type UserSettings = z.infer<typeof UserSettings>;

/** Changes of single keys: null gives an action its standard key again; what is left out stays. */
export const KeyChanges = z.record(ActionName, WrittenKeys.nullable());
export type KeyChanges = z.infer<typeof KeyChanges>;

export const UserSettingsChanges = UserSettings.partial().extend({ keys: KeyChanges.optional() });
export type UserSettingsChanges = z.infer<typeof UserSettingsChanges>;

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
