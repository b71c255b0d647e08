"use client";

import { Ellipsis, RefreshCw, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Select } from "#components/ui/select.tsx";
import { Shape } from "#components/ui/shape.tsx";
import type { Watch } from "#lib/watches/model.ts";
import { Time } from "#components/ui/time.tsx";
import { useToast } from "#components/ui/toast.tsx";
import {
  scheduleChoices,
  scheduleMinutes,
  scheduleValue,
  scheduleWords,
} from "./schedule-words.ts";
import { outcomeWords, watchName } from "./watch-words.ts";

type Props = { projectId: string; watches: readonly Watch[]; canEdit: boolean };

/** What is fetched again, how often, and what came of it last. */
export function WatchesList({ projectId, watches, canEdit }: Props) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {watches.map((watch) => (
        <WatchRow key={watch.id} projectId={projectId} watch={watch} canEdit={canEdit} />
      ))}
    </ul>
  );
}

const LOOK_AGAIN_MS = [2_000, 5_000, 12_000];

type RowProps = { projectId: string; watch: Watch; canEdit: boolean };

function WatchRow({ projectId, watch, canEdit }: RowProps) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState<"fetch" | "change" | null>(null);
  const [isAsking, setAsking] = useState(false);
  const name = watchName(watch);

  const ask = async (
    what: "fetch" | "change",
    call: Parameters<typeof askServer>[0],
    said: string,
  ) => {
    setBusy(what);
    const answer = await askServer(call);
    setBusy(null);
    toast(answer.isDone ? { text: said } : { text: answer.problem, isProblem: true });
    if (!answer.isDone) return;
    router.refresh();
    // A worker fetches it in a moment; what comes of it is looked for a few times.
    if (what === "fetch") for (const ms of LOOK_AGAIN_MS) setTimeout(() => router.refresh(), ms);
  };
  const path = `/watches/${watch.id}`;

  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_14rem_auto] md:items-start">
      <div className="min-w-0">
        <p className="flex items-baseline gap-2">
          {watch.articleId ? (
            <Link
              href={`/projects/${projectId}/articles/${watch.articleId}`}
              className="min-w-0 font-serif text-lg leading-snug font-semibold wrap-anywhere hover:underline pointer-coarse:-mt-2.5 pointer-coarse:py-2.5"
            >
              {name}
            </Link>
          ) : (
            <span className="min-w-0 font-serif text-lg leading-snug font-semibold wrap-anywhere">
              {name}
            </span>
          )}
        </p>
        <p className="truncate text-sm text-muted">
          <a
            href={watch.url}
            className="hover:underline pointer-coarse:block pointer-coarse:truncate pointer-coarse:-mb-2.5 pointer-coarse:leading-11"
            rel="noreferrer noopener"
            target="_blank"
          >
            {watch.url}
          </a>
        </p>
        {watch.problem && <p className="mt-1 text-sm text-danger wrap-anywhere">{watch.problem}</p>}
      </div>
      <div className="text-sm">
        <p className="flex flex-wrap items-center gap-x-1.5">
          <Shape kind={shapeOf(watch)} />
          {watch.articleId && watch.outcome === "changed" ? (
            <Link
              href={`/projects/${projectId}/articles/${watch.articleId}/revisions`}
              className="link"
            >
              {outcomeWords(watch)}
            </Link>
          ) : (
            <span className={watch.outcome === "failed" ? "text-danger" : undefined}>
              {outcomeWords(watch)}
              {watch.failures > 1 && `, ${watch.failures} times in a row`}
            </span>
          )}
          {watch.fetchedAt && (
            <span className="text-muted">
              <Time at={watch.fetchedAt} />
            </span>
          )}
        </p>
        <p className="text-muted">
          {watch.nextAt ? (
            <>
              Next: <Time at={watch.nextAt} />
            </>
          ) : (
            "Not fetched by itself"
          )}
        </p>
      </div>
      <div className="flex items-center gap-1.5">
        {canEdit ? (
          <>
            <Select
              aria-label={`How often “${name}” is fetched`}
              className="w-44"
              value={scheduleValue(watch.everyMinutes)}
              options={scheduleChoices(watch.everyMinutes)}
              disabled={busy === "change"}
              onValueChange={(value) => {
                const everyMinutes = scheduleMinutes(value);
                void ask(
                  "change",
                  { method: "PATCH", path, body: { everyMinutes }, ifMatch: watch.version },
                  `“${name}”: ${scheduleWords(everyMinutes).toLowerCase()}.`,
                );
              }}
            />
            <Button
              aria-label={`Fetch now: “${name}”`}
              pending={busy === "fetch"}
              icon={<RefreshCw aria-hidden className="size-4" />}
              onClick={() =>
                void ask("fetch", { method: "POST", path: `${path}/fetch` }, "It is being fetched.")
              }
            >
              Fetch now
            </Button>
            <Menu
              align="end"
              trigger={<IconButton label={`More for “${name}”`} icon={<Ellipsis aria-hidden />} />}
            >
              <MenuItem isDangerous icon={<Trash2 aria-hidden />} onSelect={() => setAsking(true)}>
                Watch no more
              </MenuItem>
            </Menu>
            <AlertDialog
              open={isAsking}
              onOpenChange={setAsking}
              title="Watch this no more?"
              confirmLabel="Watch no more"
              isDangerous
              onConfirm={() =>
                void ask("change", { method: "DELETE", path }, `“${name}” is watched no more.`)
              }
            >
              {watch.kind === "feed"
                ? "New entries will not come in. The articles that came from it stay."
                : "Changes of the page will not be noticed. The article and its revisions stay."}
            </AlertDialog>
          </>
        ) : (
          <span className="text-sm text-muted">{scheduleWords(watch.everyMinutes)}</span>
        )}
      </div>
    </li>
  );
}

function shapeOf({ outcome }: Watch) {
  if (outcome === null) return "dashed" as const;
  if (outcome === "failed") return "struck" as const;
  return outcome === "same" ? ("hollow" as const) : ("full" as const);
}
