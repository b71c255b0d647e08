import { cache } from "react";
import { pageContext } from "#lib/access/session.ts";
import { orNotFound } from "../../../../../or-not-found.ts";
import { readOpening } from "./read-opening.ts";

/** The article at this address, read once for the layout, the title and the desk. */
export const openArticle = cache(async (projectId: string, articleId: string) =>
  orNotFound(readOpening(await pageContext(), { projectId, articleId })),
);
