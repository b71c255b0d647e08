"use client";

import { NavTabs } from "#components/ui/nav-tabs.tsx";
import type { MemberRole } from "#lib/context.ts";

type Props = { project: { id: string; role: MemberRole }; pathname: string };

/** The parts of a project, side by side. */
export function ProjectTabs({ project, pathname }: Props) {
  const home = `/projects/${project.id}`;
  const sections = [
    { href: home, label: "Overview" },
    { href: `${home}/articles`, label: "Articles" },
    ...(mayReview(project) ? [{ href: `${home}/review`, label: "Review" }] : []),
    { href: `${home}/guidelines`, label: "Guidelines" },
    { href: `${home}/settings`, label: "Settings" },
  ];
  const tabs = sections.map((section) => ({
    ...section,
    isCurrent:
      section.href === home
        ? pathname === home
        : pathname === section.href || pathname.startsWith(`${section.href}/`),
  }));
  return <NavTabs label="Parts of the project" tabs={tabs} />;
}

function mayReview({ role }: { role: MemberRole }): boolean {
  return role === "reviewer" || role === "manager";
}
