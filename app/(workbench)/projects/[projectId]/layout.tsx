import type { ReactNode } from "react";
import { pageContext } from "#lib/access/session.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../or-not-found.ts";

type Props = { children: ReactNode; params: Promise<{ projectId: string }> };

/**
 * Says not-found before any loading state below is sent, so that the answer's status is 404. It
 * protects nothing: a layout is not drawn anew with every page, and each page asks for itself.
 */
export default async function ProjectLayout({ children, params }: Props) {
  await orNotFound(getProject(await pageContext(), (await params).projectId));
  return children;
}
