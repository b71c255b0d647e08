import { z } from "zod";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { deleteLink as remove } from "#lib/links/delete-link.ts";
import { LinkInput, LinkType } from "#lib/links/model.ts";
import { putLink as write } from "#lib/links/put-link.ts";
import { getLink as read, listLinks, listNamedLinks } from "#lib/links/queries.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { cut, NamedQuery, PageQuery, pageOf } from "../page.ts";
import { Person } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

export const Link = z
  .object({
    id: z.string(),
    projectId: z.string(),
    type: LinkType,
    from: z.string(),
    to: z.string(),
    version: z.int().min(1),
    author: Person,
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Link" });

export const getLinks = endpoint({
  method: "GET",
  path: "/articles/{id}/links",
  summary: "The links that touch an article's annotations",
  params,
  query: PageQuery,
  answers: { 200: pageOf(Link) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getArticleSummary(ctx, params.id);
    return answer(200, await listLinks(ctx, id, query));
  },
});

export const getNamedLinks = endpoint({
  method: "GET",
  path: "/links",
  summary: "Several links by their ids",
  description: "Those of them that are there and that the caller may see.",
  query: NamedQuery,
  answers: { 200: pageOf(Link) },
  handle: async (ctx, { query }) => {
    const links = await listNamedLinks(ctx, { ...query, limit: query.limit + 1 });
    return answer(200, cut(links, query.limit));
  },
});

export const getLink = endpoint({
  method: "GET",
  path: "/links/{id}",
  summary: "A link",
  params,
  answers: { 200: Link },
  handle: async (ctx, { params }) => {
    const link = await read(ctx, params.id);
    return answer(200, link, { version: link.version });
  },
});

export const putLink = endpoint({
  method: "PUT",
  path: "/links/{id}",
  summary: "Tie two annotations of one project, or change one's own tie",
  params,
  body: LinkInput.meta({ id: "LinkInput", description: "`from` and `to` are annotations." }),
  answers: { 200: Link, 201: Link },
  handle: async (ctx, { params, body, ifMatch }) => {
    const { link, isNew } = await write(ctx, params.id, body, ifMatch);
    const { version } = link;
    return isNew ? answer(201, link, { version }) : answer(200, link, { version });
  },
});

export const deleteLink = endpoint({
  method: "DELETE",
  path: "/links/{id}",
  summary: "Untie two annotations",
  description: "Whoever made the link, or a reviewer.",
  params,
  answers: { 200: z.object({ id: z.string() }) },
  handle: async (ctx, { params, ifMatch }) => {
    await remove(ctx, params.id, ifMatch);
    return answer(200, { id: params.id });
  },
});
