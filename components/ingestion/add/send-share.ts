import { askServer, type ServerAnswer } from "#components/projects/ask-server.ts";
import type { Ingestion } from "#lib/ingestion/model.ts";
import type { SharedPage } from "./read-shared-page.ts";

export type Share = {
  /** Of the ingestion; the same again is sent once. */
  readonly id: string;
  readonly projectId: string;
  /** What it is called in lists. */
  readonly name: string;
  /** The page as somebody had it in front of them, or only its address. */
  readonly what: SharedPage | { readonly address: string };
};

/** Bring a page out of the browser into a project. What is sent by half is cancelled again. */
export async function sendShare({
  id,
  projectId,
  name,
  what,
}: Share): Promise<ServerAnswer<Ingestion>> {
  const isPage = "html" in what;
  const begun = await askServer<Ingestion>({
    method: "POST",
    path: `/projects/${projectId}/ingestions`,
    body: { id, name, kind: "share", ...(!isPage && { addresses: [what.address] }) },
  });
  if (!begun.isDone || !isPage) return begun;
  const query = new URLSearchParams({ name, url: what.address });
  const put = await askServer({
    method: "PUT",
    path: `/ingestions/${id}/items/0?${query.toString()}`,
    upload: { content: what.html, mediaType: "text/html; charset=utf-8" },
  });
  if (!put.isDone) {
    await askServer({ method: "POST", path: `/ingestions/${id}/cancel` });
    return put;
  }
  return askServer<Ingestion>({ method: "POST", path: `/ingestions/${id}/complete` });
}
