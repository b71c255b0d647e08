"use client";

import { useParams, usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SendingLine } from "#components/ingestion/sending/sending-line.tsx";
import { useResumedUploads } from "#components/ingestion/sending/use-uploads.ts";
import { FollowNotices } from "#components/threads/follow-notices.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Me } from "#lib/access/model.ts";
import { pageKind } from "./page-kind.ts";
import { ProjectTabs } from "./project-tabs.tsx";
import { TopBar } from "./top-bar.tsx";

type Props = {
  me: Me;
  isOwner: boolean;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** What stands around every page of the workbench but the desk. */
export function WorkbenchFrame({ me, isOwner, signOut, children }: Props) {
  const pathname = usePathname();
  const { projectId } = useParams<{ projectId?: string }>();
  const project = me.projects.find(({ id }) => id === projectId);
  const kind = pageKind(pathname);
  useResumedUploads();
  if (kind === "desk") return children;
  return (
    <div className={classNames("flex flex-col", kind === "wide" ? "h-dvh" : "min-h-dvh")}>
      <header className="border-b border-line bg-surface">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
        >
          Skip to the page
        </a>
        {project && <FollowNotices key={project.id} userId={me.user.id} projectId={project.id} />}
        <TopBar me={me} project={project ?? null} isOwner={isOwner} signOut={signOut} />
        <SendingLine pathname={pathname} />
        {project && (
          <div className="mx-auto -mb-px max-w-6xl px-4 sm:px-6">
            <ProjectTabs project={project} pathname={pathname} />
          </div>
        )}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={
          kind === "wide"
            ? "min-h-0 flex-1 outline-none"
            : "mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-16 outline-none sm:px-6"
        }
      >
        {children}
      </main>
    </div>
  );
}
