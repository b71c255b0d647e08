"use client";

import { ArrowLeft, BookOpen, PanelLeft } from "lucide-react";
import { NoticesBell } from "#components/threads/notices-bell.tsx";
import { TalkButton } from "#components/threads/talk-button.tsx";
import { UserMenu } from "#components/projects/user-menu.tsx";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { Button } from "#components/ui/button.tsx";
import Link from "next/link";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** The way back, how far the work is, and what ends it. */
export function TopBar({ signOut }: { signOut: () => Promise<void> }) {
  const desk = useDesk();
  const work = useDeskState((state) => state.work);
  const panel = useDeskState((state) => state.panel);
  const shown = useShownKeys();
  const article = useDeskState((state) => state.details);
  const { project, can, me, progress } = desk.data;
  const home = `/projects/${project.id}`;
  // The server counted before what is finished or reopened here now.
  const { work: counted } = desk.data;
  const finished = progress.finished + Number(work === "finished") - Number(counted === "finished");
  return (
    <header
      data-print="no"
      className="flex min-h-12 items-center gap-2 border-b border-line bg-surface px-3 sm:gap-4 sm:px-5"
    >
      <Link href="/" className="hidden font-semibold lg:inline pointer-coarse:leading-11">
        Onrecord
      </Link>
      <Link
        href={`${home}/articles`}
        aria-label="Back to the articles"
        className="touchable inline-flex items-center justify-center text-muted pointer-coarse:min-w-11 sm:hidden"
      >
        <ArrowLeft aria-hidden className="size-5" />
      </Link>
      <p aria-hidden className="min-w-0 flex-1 truncate font-medium sm:hidden">
        {article.title}
      </p>
      <div className="min-w-0 flex-1 max-sm:hidden">
        <Breadcrumb
          steps={[
            { label: project.name, href: home },
            { label: "Articles", href: `${home}/articles` },
            { label: article.title },
          ]}
        />
      </div>
      <span className="hidden whitespace-nowrap text-muted tabular-nums xl:inline">
        {finished} of {progress.isMore && "more than "}
        {progress.total} finished
      </span>
      <Button
        className="xl:hidden pointer-coarse:min-w-11"
        icon={<PanelLeft aria-hidden className="size-4" />}
        aria-label="Marks and article"
        onClick={() => desk.store.set({ dialog: "marks" })}
      />
      <Button
        keys={shown("G")}
        aria-pressed={panel === "guidelines"}
        className="max-sm:hidden"
        icon={<BookOpen aria-hidden className="size-4 md:hidden" />}
        onClick={() => desk.store.set({ panel: panel === "guidelines" ? null : "guidelines" })}
      >
        <span className="max-md:sr-only">Guidelines</span>
      </Button>
      <TalkButton />
      {can.write && (
        <Button
          variant={work === "finished" ? "secondary" : "primary"}
          keys={shown("Shift+F")}
          onClick={() => desk.store.set({ dialog: "finish" })}
        >
          <span>
            {work === "finished" ? "Reopen" : "Finish"}
            <span className="max-sm:hidden"> article</span>
          </span>
        </Button>
      )}
      <NoticesBell />
      <UserMenu user={me} signOut={signOut} />
    </header>
  );
}
