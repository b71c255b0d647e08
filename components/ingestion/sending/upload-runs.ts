import type { Sending } from "./sending.ts";
import type { KeptUpload, UploadStorage } from "./upload-storage.ts";

/** One upload: what is kept of it, what is shown of it, and where its files lie. */
export type UploadRun = {
  upload: KeptUpload;
  sending: Sending;
  readonly storage: UploadStorage;
  isRunning: boolean;
};

/** The uploads that this tab knows of, as they are kept and as they are shown. */
export type UploadRuns = {
  subscribe(listener: () => void): () => void;
  list(): readonly Sending[];
  find(id: string): UploadRun | undefined;
  put(upload: KeptUpload, storage: UploadStorage, settled: number, isKept: boolean): UploadRun;
  /** What is seen of an upload changes; nothing when it was forgotten. */
  show(id: string, change: Partial<Sending>): void;
  /** What a reload must find again changes. */
  keep(run: UploadRun, change: Partial<KeptUpload>): Promise<void>;
  forget(run: UploadRun): Promise<void>;
};

export function uploadRuns(): UploadRuns {
  const runs = new Map<string, UploadRun>();
  const listeners = new Set<() => void>();
  let shown: readonly Sending[] = [];

  function announce(): void {
    shown = [...runs.values()].map(({ sending }) => sending);
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: () => shown,
    find: (id) => runs.get(id),
    put(upload, storage, settled, isKept) {
      const { id, projectId, name, total, refused } = upload;
      const sending: Sending = {
        id,
        projectId,
        name,
        total,
        settled,
        refused,
        state: upload.isPaused ? "paused" : "sending",
        problem: null,
        isKept,
      };
      const run: UploadRun = { upload, sending, storage, isRunning: false };
      runs.set(id, run);
      announce();
      return run;
    },
    show(id, change) {
      const run = runs.get(id);
      if (!run) return;
      run.sending = { ...run.sending, ...change };
      announce();
    },
    async keep(run, change) {
      run.upload = { ...run.upload, ...change };
      await run.storage.update(run.upload).catch(() => undefined);
    },
    async forget(run) {
      runs.delete(run.upload.id);
      announce();
      await run.storage.forget(run.upload.id).catch(() => undefined);
    },
  };
}
