import { askServer, type ServerAnswer } from "#components/projects/ask-server.ts";

export type SentArticle = { id: string; title: string; isNew: boolean };

/**
 * Send a text, byte for byte, to be added to a project. With a file's name it counts as that file,
 * without one as a paste.
 */
export async function sendArticle(
  projectId: string,
  content: Blob,
  known: { name?: string; title?: string; mediaType?: string },
): Promise<ServerAnswer<SentArticle>> {
  const query = new URLSearchParams();
  if (known.name) query.set("name", known.name);
  if (known.title) query.set("title", known.title);
  const answer = await askServer<{ id: string; title: string }>({
    method: "POST",
    path: `/projects/${projectId}/articles/upload?${query.toString()}`,
    upload: { content, mediaType: known.mediaType ?? "application/octet-stream" },
  });
  if (!answer.isDone) return answer;
  return { ...answer, value: { ...answer.value, isNew: answer.status === 201 } };
}
