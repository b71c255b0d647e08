"use client";

import { NavTabs } from "#components/ui/nav-tabs.tsx";
import type { MemberRole } from "#lib/context.ts";

type Props = { project: { id: string; role: MemberRole }; pathname: string };

/** The parts of a project, side by side. */
export function ProjectTabs({ project, pathname }: Props) {
  const home = `/projects/${project.id}`;
  const sections: { href: string; label: string; besides?: readonly string[] }[] = [
    { href: home, label: "Overview" },
    { href: `${home}/articles`, label: "Articles", besides: ARTICLE_PAGES },
    ...(mayReview(project) ? [{ href: `${home}/review`, label: "Review" }] : []),
    { href: `${home}/guidelines`, label: "Guidelines" },
    { href: `${home}/settings`, label: "Settings" },
  ];
  const isIn = (href: string) => pathname === href || pathname.startsWith(`${href}/`);
  const tabs = sections.map(({ href, label, besides = [] }) => ({
    href,
    label,
    isCurrent:
      href === home
        ? pathname === home
        : isIn(href) || besides.some((part) => isIn(`${home}/${part}`)),
  }));
  return <NavTabs label="Parts of the project" tabs={tabs} />;
}

/** Pages that belong to the articles and have addresses of their own. */
const ARTICLE_PAGES = ["ingestions", "watches", "likenesses"];

function mayReview({ role }: { role: MemberRole }): boolean {
  return role === "reviewer" || role === "manager";
}
