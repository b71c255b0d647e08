import { z } from "zod";
import { UserSettings, UserSettingsChanges } from "#lib/access/model.ts";
import { describeUser } from "#lib/access/queries.ts";
import { requireUser } from "#lib/access/permissions.ts";
import { getSettings, patchSettings } from "#lib/access/settings.ts";
import { MemberRoleToken } from "#lib/projects/model.ts";
import { answer, endpoint } from "../endpoint.ts";

const Me = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    projects: z.array(z.object({ id: z.string(), name: z.string(), role: MemberRoleToken })),
  })
  .meta({ id: "Me" });

export const getMe = endpoint({
  method: "GET",
  path: "/me",
  summary: "Who the caller is, and in which projects they are",
  answers: { 200: Me },
  handle: async (ctx) => {
    requireUser(ctx.actor);
    return answer(200, await describeUser(ctx));
  },
});

const Settings = UserSettings.meta({ id: "UserSettings" });

export const getMySettings = endpoint({
  method: "GET",
  path: "/me/settings",
  summary: "What the caller has chosen for themselves",
  answers: { 200: Settings },
  handle: async (ctx) => answer(200, await getSettings(ctx)),
});

export const patchMySettings = endpoint({
  method: "PATCH",
  path: "/me/settings",
  summary: "Change some of one's own settings; a key with null is the standard one again",
  body: UserSettingsChanges,
  answers: { 200: Settings },
  handle: async (ctx, { body }) => answer(200, await patchSettings(ctx, body)),
});
