import { redirect } from "next/navigation";
import { pageContext } from "#lib/access/session.ts";
import { findNextOfMyWork } from "#lib/articles/next-of-my-work.ts";
import { orNotFound } from "../../../or-not-found.ts";

/** The way from one article to the next of the reader's work; to the overview when all is finished. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<never> {
  const { projectId } = await params;
  const after = new URL(request.url).searchParams.get("after");
  const isId = after !== null && /^[0-9a-f-]{36}$/u.test(after);
  const next = await orNotFound(
    findNextOfMyWork(await pageContext(), projectId, isId ? after : null),
  );
  redirect(next === null ? `/projects/${projectId}` : `/projects/${projectId}/articles/${next}`);
}
