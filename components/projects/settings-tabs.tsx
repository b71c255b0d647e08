"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** The pages of a project's settings. */
export function SettingsTabs({ projectId }: { projectId: string }) {
  const pathname = usePathname();
  const home = `/projects/${projectId}/settings`;
  const pages = [
    { href: home, label: "General" },
    { href: `${home}/members`, label: "Members" },
    { href: `${home}/tokens`, label: "Tokens" },
  ];
  return (
    <nav aria-label="Settings" className="flex gap-1 overflow-x-auto sm:flex-col">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className="touchable flex min-h-8 items-center rounded-md px-3 -outline-offset-2 text-muted hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
