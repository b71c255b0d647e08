"use client";

import { useState } from "react";
import { FILES_LIMIT, type ChosenFile } from "../sending/manifest.ts";
import { useUploads } from "../sending/use-uploads.ts";

export type SendFiles = {
  state:
    | { kind: "idle" }
    /** Files are looked at and kept in the browser. */
    | { kind: "preparing"; count: number }
    | { kind: "sent-before"; id: string }
    | { kind: "refused"; problem: string };
  send: (chosen: readonly ChosenFile[]) => Promise<void>;
};

/** Starts an upload of what was chosen, and says where it is to be followed. */
export function useSendFiles(projectId: string, onStarted: (id: string) => void): SendFiles {
  const { uploader } = useUploads();
  const [state, setState] = useState<SendFiles["state"]>({ kind: "idle" });
  return {
    state,
    async send(chosen) {
      if (state.kind === "preparing" || chosen.length === 0) return;
      if (chosen.length > FILES_LIMIT) {
        setState({
          kind: "refused",
          problem: `These are ${chosen.length.toLocaleString("en")} files; ${FILES_LIMIT.toLocaleString("en")} can be sent at once. Send them in parts, or as ZIP archives.`,
        });
        return;
      }
      setState({ kind: "preparing", count: chosen.length });
      const started = await uploader().start(projectId, chosen);
      if (started.kind === "sending") onStarted(started.id);
      else setState(started);
    },
  };
}
