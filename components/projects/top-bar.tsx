"use client";

import { ChevronsUpDown, FolderOpen, Plus } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "#components/ui/button-style.ts";
import { NoticesBell } from "#components/threads/notices-bell.tsx";
import { MenuLink, MenuSeparator } from "#components/ui/menu-item.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { Me } from "#lib/access/model.ts";
import { UserMenu } from "./user-menu.tsx";

type Props = {
  me: Me;
  /** The project that the page belongs to. */
  project: Me["projects"][number] | null;
  isOwner: boolean;
  signOut: () => Promise<void>;
};

/** Where one is, and who one is. */
export function TopBar({ me, project, isOwner, signOut }: Props) {
  return (
    <div className="mx-auto flex h-12 max-w-6xl items-center gap-2 px-4 sm:px-6">
      <Link
        href="/projects"
        className="touchable inline-flex shrink-0 items-center text-lg font-bold tracking-tight"
      >
        Onrecord
      </Link>
      {project && (
        <>
          <span aria-hidden className="text-faint">
            /
          </span>
          <Menu
            trigger={
              <button type="button" className={buttonStyle("quiet", "small", "min-w-0 shrink")}>
                <span className="sr-only">Project: </span>
                <span className="truncate text-base">{project.name}</span>
                <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
              </button>
            }
          >
            {me.projects.slice(0, LISTED).map(({ id, name }) => (
              <MenuLink key={id} href={`/projects/${id}`}>
                {name}
              </MenuLink>
            ))}
            <MenuSeparator />
            <MenuLink href="/projects" icon={<FolderOpen aria-hidden />}>
              All projects
            </MenuLink>
            {isOwner && (
              <MenuLink href="/projects/new" icon={<Plus aria-hidden />}>
                New project
              </MenuLink>
            )}
          </Menu>
        </>
      )}
      <div className="ml-auto flex items-center gap-2">
        <NoticesBell />
        <UserMenu user={me.user} isOwner={isOwner} signOut={signOut} />
      </div>
    </div>
  );
}

/** More than these are found on the page of all projects. */
const LISTED = 20;
