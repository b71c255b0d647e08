import { z } from "zod";
import { describeUser } from "#lib/access/queries.ts";
import { requireUser } from "#lib/access/permissions.ts";
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
