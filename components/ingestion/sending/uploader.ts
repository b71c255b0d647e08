import type { ApiOutcome } from "#components/http/call-api.ts";
import { manifestOf, type ChosenFile } from "./manifest.ts";
import { uploadSender, type Line } from "./send-upload.ts";
import type { Sending } from "./sending.ts";
import { uploadRuns } from "./upload-runs.ts";
import { memoryUploads, type KeptUpload, type UploadStorage } from "./upload-storage.ts";

export type Started =
  | { readonly kind: "sending"; readonly id: string }
  /** The same files were sent before, all of them. */
  | { readonly kind: "sent-before"; readonly id: string }
  | { readonly kind: "refused"; readonly problem: string };

export type Uploader = {
  subscribe(listener: () => void): () => void;
  list(): readonly Sending[];
  /** Send files to a project. The same files again go on where they were. */
  start(projectId: string, chosen: readonly ChosenFile[]): Promise<Started>;
  /** Go on with what a reload interrupted. */
  resume(): Promise<void>;
  pause(id: string): void;
  goOn(id: string): void;
  /** Send nothing more, and have the server cancel what waits there. */
  discard(id: string): Promise<void>;
};

type Dependencies = Line & { userId: string; storage: UploadStorage };

type Known = { id: string; complete: boolean; cancelledAt: string | null };

/** Sends files to the server, a few at a time, whatever the network does. One for each person and tab. */
export function createUploader({ userId, storage, ...line }: Dependencies): Uploader {
  const { call } = line;
  const runs = uploadRuns();
  const drive = uploadSender(runs, line);

  /** The files' ingestion on the server: new, or begun before. One that was cancelled is left as it is. */
  async function open(projectId: string, chosen: readonly ChosenFile[]) {
    for (let round = 0; ; round++) {
      const manifest = manifestOf({ projectId, userId, round }, chosen);
      if (manifest.files.length === 0) return { kind: "refused" as const, problem: NO_FILES };
      if (runs.find(manifest.id)) return { kind: "going-on" as const, manifest };
      const outcome = await call<Known>({
        method: "POST",
        path: `/projects/${projectId}/ingestions`,
        body: { id: manifest.id, name: manifest.name, kind: "files" },
      });
      if (outcome.kind !== "done") return { kind: "refused" as const, problem: said(outcome) };
      if (outcome.body.cancelledAt !== null) continue;
      if (outcome.body.complete) return { kind: "sent-before" as const, manifest };
      return { kind: "open" as const, manifest };
    }
  }

  return {
    subscribe: runs.subscribe,
    list: runs.list,
    async start(projectId, chosen) {
      const opened = await open(projectId, chosen);
      if (opened.kind === "refused") return opened;
      const { id, name, files } = opened.manifest;
      if (opened.kind === "sent-before") return { kind: "sent-before", id };
      if (opened.kind === "going-on") return { kind: "sending", id };
      const upload: KeptUpload = {
        id,
        projectId,
        userId,
        name,
        total: files.length,
        isPaused: false,
        refused: [],
      };
      const kept = files.map(({ path, file }, index) => ({ index, path, file }));
      const isKept = await storage.keep(upload, kept).then(
        () => true,
        () => false,
      );
      const from = isKept ? storage : memoryUploads();
      if (!isKept) {
        await storage.forget(id).catch(() => undefined);
        await from.keep(upload, kept);
      }
      void drive(runs.put(upload, from, 0, isKept));
      return { kind: "sending", id };
    },
    async resume() {
      const uploads = await storage.list(userId).catch(() => []);
      for (const upload of uploads) {
        if (runs.find(upload.id)) continue;
        const waiting = await storage.waiting(upload.id);
        const run = runs.put(upload, storage, upload.total - waiting.length, true);
        if (!upload.isPaused) void drive(run);
      }
    },
    pause(id) {
      const run = runs.find(id);
      if (!run) return;
      void runs.keep(run, { isPaused: true });
      runs.show(id, { state: "paused", problem: null });
    },
    goOn(id) {
      const run = runs.find(id);
      if (!run) return;
      void runs.keep(run, { isPaused: false });
      runs.show(id, { state: "sending", problem: null });
      // Lanes that are still on their way see that it goes on; otherwise it starts anew.
      if (!run.isRunning) void drive(run);
    },
    async discard(id) {
      const run = runs.find(id);
      if (!run) return;
      await runs.forget(run);
      await call({ method: "POST", path: `/ingestions/${id}/cancel` });
    },
  };
}

const NO_FILES = "There is no file in it.";

function said(outcome: Exclude<ApiOutcome<unknown>, { kind: "done" }>): string {
  if (outcome.kind === "signed-out") {
    return "You are signed out. Sign in in another tab, then choose the files again.";
  }
  return outcome.kind === "unreachable"
    ? `${outcome.problem.message} Nothing was sent; try again in a moment.`
    : outcome.problem.message;
}
