"use client";

import { Eye, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Watch } from "#lib/watches/model.ts";
import { outcomeAfter } from "./outcome-after.ts";
import { SCHEDULES, scheduleMinutes, scheduleWords } from "./schedule-words.ts";

type Props = {
  projectId: string;
  article: { id: string; url: string };
  /** The watch on the article's page; null while nobody watches it. */
  watch: Pick<Watch, "id" | "everyMinutes"> | null;
};

/** Have an article's page looked at again on a schedule, or see that it is, and fetch it now. */
export function WatchSource({ projectId, article, watch }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const looking = useRef<AbortController | null>(null);
  useEffect(() => () => looking.current?.abort(), []);
  const ask = async (call: Parameters<typeof askServer>[0], said: string) => {
    setBusy(true);
    const answer = await askServer(call);
    setBusy(false);
    toast(answer.isDone ? { text: said } : { text: answer.problem, isProblem: true });
    if (answer.isDone) router.refresh();
  };

  if (watch) {
    const fetchNow = async () => {
      setBusy(true);
      const answer = await askServer<Watch>({ method: "POST", path: `/watches/${watch.id}/fetch` });
      if (!answer.isDone) {
        setBusy(false);
        return toast({ text: answer.problem, isProblem: true });
      }
      const looked = new AbortController();
      looking.current = looked;
      const after = await outcomeAfter(answer.value, looked.signal);
      if (looked.signal.aborted) return;
      setBusy(false);
      toast(
        after === null
          ? { text: "The page waits to be fetched. If it changed, a new revision appears here." }
          : { text: after.said, isProblem: after.outcome === "failed" },
      );
      router.refresh();
    };
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Link href={`/projects/${projectId}/watches`} className="link text-sm">
          Watched: {scheduleWords(watch.everyMinutes).toLowerCase()}
        </Link>
        <Button
          pending={isBusy}
          icon={<RefreshCw aria-hidden className="size-4" />}
          onClick={() => void fetchNow()}
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
