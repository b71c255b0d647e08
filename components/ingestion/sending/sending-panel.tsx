"use client";

import { CirclePause, CirclePlay } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { sendingWords } from "./sending-words.ts";
import type { Sending } from "./sending.ts";
import type { Uploader } from "./uploader.ts";

type Props = { sending: Sending; uploader: () => Uploader };

/** An upload of this browser on its way: how far it is, what stands in its way, pause and go on. */
export function SendingPanel({ sending, uploader }: Props) {
  const { id, settled, total, state, refused } = sending;
  const words = sendingWords(sending);
  const canGoOn = state === "paused" || state === "signed-out";
  return (
    <section
      aria-label="Sending"
      className="grid gap-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <Progress label="Sent from this browser" value={settled} max={total} unit="files" />
        </div>
        {(state === "sending" || state === "waiting") && (
          <Button
            size="small"
            icon={<CirclePause aria-hidden className="size-4" />}
            onClick={() => uploader().pause(id)}
          >
            Pause
          </Button>
        )}
        {canGoOn && (
          <Button
            size="small"
            variant="primary"
            icon={<CirclePlay aria-hidden className="size-4" />}
            onClick={() => uploader().goOn(id)}
          >
            Go on
          </Button>
        )}
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {words}
      </p>
      {refused.length > 0 && (
        <details>
          <summary className="cursor-pointer text-danger">
            {refused.length.toLocaleString("en")} not taken
          </summary>
          <ul className="mt-2 grid max-h-64 gap-1 overflow-y-auto text-sm">
            {refused.map(({ path, problem }) => (
              <li key={path} className="wrap-anywhere">
                <span className="font-medium">{path}</span>{" "}
                <span className="text-danger">{problem}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
