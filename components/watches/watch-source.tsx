"use client";

import { Eye, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { SCHEDULES, scheduleMinutes, scheduleWords } from "./schedule-words.ts";

type Props = {
  projectId: string;
  article: { id: string; url: string };
  /** The watch on the article's page; null while nobody watches it. */
  watch: { id: string; everyMinutes: number | null } | null;
};

/** Have an article's page looked at again on a schedule, or see that it is, and fetch it now. */
export function WatchSource({ projectId, article, watch }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const ask = async (call: Parameters<typeof askServer>[0], said: string) => {
    setBusy(true);
    const answer = await askServer(call);
    setBusy(false);
    toast(answer.isDone ? { text: said } : { text: answer.problem, isProblem: true });
    if (answer.isDone) router.refresh();
  };

  if (watch) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Link href={`/projects/${projectId}/watches`} className="link text-sm">
          Watched: {scheduleWords(watch.everyMinutes).toLowerCase()}
        </Link>
        <Button
          pending={isBusy}
          icon={<RefreshCw aria-hidden className="size-4" />}
          onClick={() =>
            void ask(
              { method: "POST", path: `/watches/${watch.id}/fetch` },
              "The page is being fetched. If it changed, a new revision appears here.",
            )
          }
        >
          Fetch now
        </Button>
      </div>
    );
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button pending={isBusy} icon={<Eye aria-hidden className="size-4" />}>
          Watch this source
        </Button>
      }
    >
      {SCHEDULES.map(({ value, label }) => (
        <MenuItem
          key={value}
          onSelect={() =>
            void ask(
              {
                method: "POST",
                path: `/projects/${projectId}/watches`,
                body: {
                  kind: "page",
                  articleId: article.id,
                  url: article.url,
                  everyMinutes: scheduleMinutes(value),
                },
              },
              "The page is watched. When its text changes, a new revision is made.",
            )
          }
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
