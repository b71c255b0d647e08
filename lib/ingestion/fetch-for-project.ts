import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import {
  fetchAddress,
  type FetchAnswer,
  type Fetched,
  type FetchOptions,
} from "#lib/fetch/fetch-address.ts";
import { hostPace } from "./host-pace.ts";
import { refuseWall } from "./refuse-wall.ts";

/** What an earlier fetch left for a conditional request, what stops this one, and what tests replace. */
export type FetchForProject = Omit<Partial<FetchOptions>, "honoursRobots" | "allow">;

/**
 * Fetch a page as a project does: its setting for robots.txt, and turns that are shared with all
 * other processes. It takes as long as the web takes, so it is called outside of a transaction.
 */
export async function fetchForProject(
  ctx: Context,
  projectId: string,
  address: string,
  options: FetchForProject = {},
): Promise<FetchAnswer> {
  const project = await ctx.db.project.findUnique({
    where: { id: projectId },
    select: { honoursRobots: true },
  });
  if (project === null) throw notFound("project");
  const { honoursRobots } = project;
  return await fetchAddress(address, { pace: hostPace(ctx), ...options, honoursRobots });
}

/** The same for a page that is to be read: always one, and no wall before one. */
export async function fetchPage(
  ctx: Context,
  projectId: string,
  address: string,
  options: Omit<FetchForProject, "etag" | "lastModified"> = {},
): Promise<Fetched> {
  const answer = await fetchForProject(ctx, projectId, address, options);
  if (answer.kind !== "fetched") throw new Error("A page was not modified since never.");
  refuseWall(answer, address);
  return answer;
}
