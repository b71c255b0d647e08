import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { pageMe } from "#lib/access/session.ts";

type Props = { children: ReactNode; params: Promise<{ projectId: string }> };

/**
 * Says not-found before any loading state below is sent, so that the answer's status is 404. It
 * protects nothing: a layout is not drawn anew with every page, and each page asks for itself.
 */
export default async function ProjectLayout({ children, params }: Props) {
  const { projectId } = await params;
  const { projects } = await pageMe();
  if (!projects.some(({ id }) => id === projectId)) notFound();
  return children;
}
