import { z } from "zod";
import { listMemberPage } from "#lib/access/list-members.ts";
import { MEMBER_ROLES } from "#lib/context.ts";
import { Layers, Scope } from "#lib/projects/model.ts";
import { listProjectPage } from "#lib/projects/queries.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { cut, PageQuery, pageOf } from "../page.ts";

const Project = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: Scope,
    layers: Layers.meta({
      description:
        "Who sees whose work. `shared`: members see everybody's. `blind`: annotators see their own only.",
    }),
    createdAt: z.string(),
  })
  .meta({ id: "Project" });

const Member = z
  .object({ id: z.string(), name: z.string(), role: z.enum(MEMBER_ROLES) })
  .meta({ id: "Member", description: "A person in a project. `id` is the user's." });

export const getProjects = endpoint({
  method: "GET",
  path: "/projects",
  summary: "The projects that the caller is in",
  query: PageQuery,
  answers: { 200: pageOf(Project) },
  handle: async (ctx, { query }) =>
    answer(
      200,
      cut(await listProjectPage(ctx, { after: query.after, limit: query.limit + 1 }), query.limit),
    ),
});

export const getMembers = endpoint({
  method: "GET",
  path: "/projects/{id}/members",
  summary: "Who is in a project",
  params: z.object({ id: Id }),
  query: PageQuery,
  answers: { 200: pageOf(Member) },
  handle: async (ctx, { params, query }) =>
    answer(200, await listMemberPage(ctx, params.id, query)),
});
