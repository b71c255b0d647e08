import type { ApiCall, ApiOutcome } from "#components/http/call-api.ts";
import type { UploadRun, UploadRuns } from "./upload-runs.ts";

/** What sending needs of the browser. */
export type Line = {
  call: <T>(call: ApiCall) => Promise<ApiOutcome<T>>;
  /** Resolves after so many milliseconds, or sooner when the network is back. */
  wait: (ms: number) => Promise<void>;
  /** Runs the work once no other tab does the same. */
  alone: (name: string, onOther: () => void, work: () => Promise<void>) => Promise<void>;
};

type Answer = Extract<ApiOutcome<unknown>, { kind: "done" | "refused" }>;

/** So many files are on their way at once. */
const AT_ONCE = 3;

/** What drives an upload until it is sent, paused or stopped. Twice at once is once. */
export function uploadSender(
  runs: UploadRuns,
  { call, wait, alone }: Line,
): (run: UploadRun) => Promise<void> {
  return drive;

  async function drive(run: UploadRun): Promise<void> {
    if (run.isRunning) return;
    run.isRunning = true;
    const { id } = run.upload;
    try {
      await alone(
        `onrecord-upload-${id}`,
        () => runs.show(id, { state: "elsewhere" }),
        () => send(run),
      );
    } finally {
      run.isRunning = false;
    }
  }

  async function send(run: UploadRun): Promise<void> {
    const { id } = run.upload;
    for (;;) {
      const waiting = await run.storage.waiting(id);
      if (run.upload.isPaused || !runs.find(id)) return;
      runs.show(id, {
        state: "sending",
        problem: null,
        settled: run.upload.total - waiting.length,
      });
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
    const closed = await persist(run, { method: "POST", path: `/ingestions/${id}/complete` });
    if (closed?.kind === "done") await runs.forget(run);
    if (closed?.kind === "refused") stop(run, closed.problem.message);
  }

  /** True once the server has said what it makes of the file; false when sending has stopped. */
  async function sendFile(run: UploadRun, index: number): Promise<boolean> {
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
          stop(run, outcome.problem.message);
          return false;
        }
        problem = outcome.problem.message;
      }
    }
    await run.storage.drop(id, index).catch(() => undefined);
    if (problem !== null) {
      await runs.keep(run, { refused: [...run.upload.refused, { path: kept.path, problem }] });
    }
    runs.show(id, { settled: run.sending.settled + 1, refused: run.upload.refused });
    return true;
  }

  /** Asks until there is an answer; null when the upload was paused, discarded or signed out meanwhile. */
  async function persist(run: UploadRun, request: ApiCall): Promise<Answer | null> {
    const { id } = run.upload;
    for (let tries = 0; ; tries++) {
      if (!runs.find(id)) return null;
      if (run.upload.isPaused) {
        runs.show(id, { state: "paused", problem: null });
        return null;
      }
      const outcome = await call<unknown>(request);
      if (outcome.kind === "done" || outcome.kind === "refused") {
        if (run.sending.state === "waiting") runs.show(id, { state: "sending", problem: null });
        return outcome;
      }
      if (outcome.kind === "signed-out") {
        runs.show(id, { state: "signed-out", problem: outcome.problem.message });
        return null;
      }
      runs.show(id, { state: "waiting", problem: outcome.problem.message });
      await wait(outcome.retryAfterMs ?? Math.min(30_000, 1_000 * 2 ** Math.min(tries, 5)));
    }
  }

  function stop(run: UploadRun, problem: string): void {
    runs.show(run.upload.id, { state: "stopped", problem });
  }
}

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
