import type { ApiCall, ApiOutcome } from "#components/http/call-api.ts";
import { manifestOf, type ChosenFile } from "./manifest.ts";
import {
  memoryUploads,
  type KeptUpload,
  type RefusedFile,
  type UploadStorage,
} from "./upload-storage.ts";

/** An upload that goes on in this browser. */
export type Sending = {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly total: number;
  /** Files that the server has, or would not take. */
  readonly settled: number;
  readonly refused: readonly RefusedFile[];
  readonly state: SendingState;
  /** What stands in the way, in a sentence. */
  readonly problem: string | null;
  /** False where the browser had no room: a reload would lose what is not sent. */
  readonly isKept: boolean;
};

export type SendingState =
  | "sending"
  | "paused"
  /** The network is away, or the server cannot answer now; it goes on by itself. */
  | "waiting"
  | "signed-out"
  /** Another tab of this browser sends it. */
  | "elsewhere"
  /** The server will have none of it. */
  | "stopped";

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

type Dependencies = {
  userId: string;
  storage: UploadStorage;
  call: <T>(call: ApiCall) => Promise<ApiOutcome<T>>;
  /** Resolves after so many milliseconds, or sooner when the network is back. */
  wait: (ms: number) => Promise<void>;
  /** Runs the work once no other tab does the same. */
  alone: (name: string, onOther: () => void, work: () => Promise<void>) => Promise<void>;
};

type Known = { id: string; complete: boolean; cancelledAt: string | null };
type Run = { upload: KeptUpload; sending: Sending; storage: UploadStorage; isRunning: boolean };

/** So many files are on their way at once. */
const AT_ONCE = 3;

/** Sends files to the server, a few at a time, whatever the network does. One for each person and tab. */
export function createUploader({ userId, storage, call, wait, alone }: Dependencies): Uploader {
  const runs = new Map<string, Run>();
  const listeners = new Set<() => void>();
  let shown: readonly Sending[] = [];

  function show(id: string, change: Partial<Sending>): void {
    const run = runs.get(id);
    if (!run) return;
    run.sending = { ...run.sending, ...change };
    announce();
  }

  function announce(): void {
    shown = [...runs.values()].map(({ sending }) => sending);
    for (const listener of listeners) listener();
  }

  function put(upload: KeptUpload, from: UploadStorage, settled: number, isKept: boolean): Run {
    const state = upload.isPaused ? "paused" : "sending";
    const { id, projectId, name, total, refused } = upload;
    const sending: Sending = {
      id,
      projectId,
      name,
      total,
      settled,
      refused,
      state,
      problem: null,
      isKept,
    };
    const run: Run = { upload, sending, storage: from, isRunning: false };
    runs.set(id, run);
    announce();
    return run;
  }

  async function keep(run: Run, change: Partial<KeptUpload>): Promise<void> {
    run.upload = { ...run.upload, ...change };
    await run.storage.update(run.upload).catch(() => undefined);
  }

  async function forget(run: Run): Promise<void> {
    runs.delete(run.upload.id);
    announce();
    await run.storage.forget(run.upload.id).catch(() => undefined);
  }

  /** Drives an upload until it is sent, paused or stopped. */
  async function drive(run: Run): Promise<void> {
    if (run.isRunning) return;
    run.isRunning = true;
    const { id } = run.upload;
    try {
      await alone(
        `onrecord-upload-${id}`,
        () => show(id, { state: "elsewhere" }),
        () => send(run),
      );
    } finally {
      run.isRunning = false;
    }
  }

  async function send(run: Run): Promise<void> {
    const { id } = run.upload;
    for (;;) {
      const waiting = await run.storage.waiting(id);
      if (run.upload.isPaused || !runs.has(id)) return;
      show(id, { state: "sending", problem: null, settled: run.upload.total - waiting.length });
      const lanes = Array.from({ length: AT_ONCE }, async () => {
        for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
          if (!(await sendFile(run, index))) return false;
        }
        return true;
      });
      if ((await Promise.all(lanes)).every(Boolean)) break;
      // Paused and begun again before all lanes had noticed: they start anew.
      if (run.sending.state !== "sending") return;
    }
    const closed = await insist<Known>(run, { method: "POST", path: `/ingestions/${id}/complete` });
    if (closed) await forget(run);
  }

  /** True once the server has said what it makes of the file; false when sending has stopped. */
  async function sendFile(run: Run, index: number): Promise<boolean> {
    const { id } = run.upload;
    const kept = await run.storage.read(id, index).catch(() => null);
    // Another tab sent it before this one had its turn.
    if (kept === null) return true;
    const content = await wholeOf(kept.file);
    let problem: string | null = content === null ? GONE_FILE : null;
    if (content !== null) {
      const query = new URLSearchParams({ name: kept.path });
      const outcome = await persist(run, {
        method: "PUT",
        path: `/ingestions/${id}/items/${index}?${query.toString()}`,
        upload: { content, mediaType: kept.file.type || "application/octet-stream" },
      });
      if (outcome === null) return false;
      if (outcome.kind === "refused") {
        if (ENDS_ALL.has(outcome.problem.code)) {
          show(id, { state: "stopped", problem: outcome.problem.message });
          return false;
        }
        problem = outcome.problem.message;
      }
    }
    await run.storage.drop(id, index).catch(() => undefined);
    if (problem !== null) {
      await keep(run, { refused: [...run.upload.refused, { path: kept.path, problem }] });
    }
    show(id, { settled: run.sending.settled + 1, refused: run.upload.refused });
    return true;
  }

  /** Asks until there is an answer; null when the upload was paused, discarded or signed out meanwhile. */
  async function persist<T>(
    run: Run,
    request: ApiCall,
  ): Promise<Extract<ApiOutcome<T>, { kind: "done" | "refused" }> | null> {
    const { id } = run.upload;
    for (let tries = 0; ; tries++) {
      if (!runs.has(id)) return null;
      if (run.upload.isPaused) {
        show(id, { state: "paused", problem: null });
        return null;
      }
      const outcome = await call<T>(request);
      if (outcome.kind === "done" || outcome.kind === "refused") {
        if (run.sending.state === "waiting") show(id, { state: "sending", problem: null });
        return outcome;
      }
      if (outcome.kind === "signed-out") {
        show(id, { state: "signed-out", problem: outcome.problem.message });
        return null;
      }
      show(id, { state: "waiting", problem: outcome.problem.message });
      await wait(outcome.retryAfterMs ?? Math.min(30_000, 1_000 * 2 ** Math.min(tries, 5)));
    }
  }

  async function insist<T>(run: Run, request: ApiCall): Promise<T | null> {
    const outcome = await persist<T>(run, request);
    if (outcome?.kind === "done") return outcome.body;
    if (outcome?.kind === "refused") {
      show(run.upload.id, { state: "stopped", problem: outcome.problem.message });
    }
    return null;
  }

  /** The files' ingestion on the server: new, or begun before. One that was cancelled is left as it is. */
  async function open(projectId: string, chosen: readonly ChosenFile[]) {
    for (let round = 0; ; round++) {
      const manifest = manifestOf({ projectId, userId, round }, chosen);
      if (manifest.files.length === 0) return { kind: "refused" as const, problem: NO_FILES };
      if (runs.has(manifest.id)) return { kind: "going-on" as const, manifest };
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
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: () => shown,
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
      void drive(put(upload, from, 0, isKept));
      return { kind: "sending", id };
    },
    async resume() {
      const uploads = await storage.list(userId).catch(() => []);
      for (const upload of uploads) {
        if (runs.has(upload.id)) continue;
        const waiting = await storage.waiting(upload.id);
        const run = put(upload, storage, upload.total - waiting.length, true);
        if (!upload.isPaused) void drive(run);
      }
    },
    pause(id) {
      const run = runs.get(id);
      if (!run) return;
      void keep(run, { isPaused: true });
      show(id, { state: "paused", problem: null });
    },
    goOn(id) {
      const run = runs.get(id);
      if (!run) return;
      void keep(run, { isPaused: false });
      show(id, { state: "sending", problem: null });
      // Lanes that are still on their way see that it goes on; otherwise it starts anew.
      if (!run.isRunning) void drive(run);
    },
    async discard(id) {
      const run = runs.get(id);
      if (!run) return;
      await forget(run);
      await call({ method: "POST", path: `/ingestions/${id}/cancel` });
    },
  };
}

const NO_FILES = "There is no file in it.";
const GONE_FILE = "The file changed or went away before it was sent. Choose it again.";
/** Refusals of the whole upload, and not of one file. */
const ENDS_ALL: ReadonlySet<string> = new Set(["not-found", "forbidden", "state", "origin"]);

/** The file's bytes, read before they are sent; null when they cannot be read any more. */
async function wholeOf(file: Blob): Promise<Blob | null> {
  try {
    return new Blob([await file.arrayBuffer()]);
  } catch {
    return null;
  }
}

function said(outcome: Exclude<ApiOutcome<unknown>, { kind: "done" }>): string {
  if (outcome.kind === "signed-out") {
    return "You are signed out. Sign in in another tab, then choose the files again.";
  }
  return outcome.kind === "unreachable"
    ? `${outcome.problem.message} Nothing was sent; try again in a moment.`
    : outcome.problem.message;
}
