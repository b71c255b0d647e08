import { expect, it } from "vitest";
import type { ApiCall, ApiOutcome, ApiProblem } from "#components/http/call-api.ts";
import { memoryUploads } from "./upload-storage.ts";
import { createUploader } from "./uploader.ts";

const PROBLEM: ApiProblem = { code: "unreachable", message: "Gone.", fields: {}, detail: {} };

type Answer = (call: ApiCall) => ApiOutcome<unknown> | null;

/** A server that takes everything, but for what `answer` says otherwise. */
function serverWith(answer: Answer = () => null) {
  const calls: string[] = [];
  const call = <T>(asked: ApiCall): Promise<ApiOutcome<T>> => {
    const [path = ""] = asked.path.split("?");
    calls.push(`${asked.method} ${path.replace(/[0-9a-f-]{36}/g, "ID")}`);
    const body = { id: "ID", complete: false, cancelledAt: null };
    const done = { kind: "done" as const, status: 200, body, version: null };
    return Promise.resolve((answer(asked) ?? done) as ApiOutcome<T>);
  };
  return { calls, call };
}

function uploaderOn(call: ReturnType<typeof serverWith>["call"], storage = memoryUploads()) {
  return createUploader({
    userId: "person",
    storage,
    call,
    wait: () => Promise.resolve(),
    alone: (_name, _onOther, work) => work(),
  });
}

const FILES = ["a.txt", "b.txt", "c.txt"].map((path) => ({
  path,
  file: new File([path], path, { lastModified: 1 }),
}));

it("sends each file once and closes the upload", async () => {
  const { calls, call } = serverWith();
  const uploader = uploaderOn(call);
  expect(await uploader.start("P", FILES)).toMatchObject({ kind: "sending" });
  await expect.poll(() => uploader.list()).toEqual([]);
  expect(calls.toSorted()).toEqual([
    "POST /ingestions/ID/complete",
    "POST /projects/P/ingestions",
    "PUT /ingestions/ID/items/0",
    "PUT /ingestions/ID/items/1",
    "PUT /ingestions/ID/items/2",
  ]);
});

it("tries again when the network was away, and loses nothing", async () => {
  let tries = 0;
  const { calls, call } = serverWith(({ method }) =>
    method === "PUT" && tries++ < 5
      ? { kind: "unreachable", problem: PROBLEM, retryAfterMs: null }
      : null,
  );
  const uploader = uploaderOn(call);
  await uploader.start("P", FILES);
  await expect.poll(() => uploader.list()).toEqual([]);
  expect(calls.at(-1)).toBe("POST /ingestions/ID/complete");
});

it("goes on with the rest when one file is refused, and says why", async () => {
  const refused = { ...PROBLEM, code: "too-large", message: "Too large." };
  const { call } = serverWith(({ path }) =>
    path.includes("b.txt")
      ? { kind: "refused", problem: refused }
      : path.endsWith("/complete")
        ? { kind: "signed-out", problem: PROBLEM }
        : null,
  );
  const uploader = uploaderOn(call);
  await uploader.start("P", FILES);
  await expect.poll(() => uploader.list()[0]?.state).toBe("signed-out");
  expect(uploader.list()[0]).toMatchObject({
    settled: 3,
    refused: [{ path: "b.txt", problem: "Too large." }],
  });
});

it("goes on after a reload with what was not sent", async () => {
  const storage = memoryUploads();
  const first = serverWith(({ path }) =>
    path.includes("items/0")
      ? null
      : path.includes("items")
        ? { kind: "signed-out", problem: PROBLEM }
        : null,
  );
  const before = uploaderOn(first.call, storage);
  await before.start("P", FILES);
  await expect.poll(() => before.list()[0]?.settled).toBe(1);
  const second = serverWith();
  const after = uploaderOn(second.call, storage);
  await after.resume();
  await expect.poll(() => after.list()).toEqual([]);
  expect(second.calls.toSorted()).toEqual([
    "POST /ingestions/ID/complete",
    "PUT /ingestions/ID/items/1",
    "PUT /ingestions/ID/items/2",
  ]);
});

it("leads to the first when the same files were sent before, and begins anew when that was cancelled", async () => {
  const complete = { id: "ID", complete: true, cancelledAt: null };
  const sent = serverWith(() => ({ kind: "done", status: 200, body: complete, version: null }));
  expect(await uploaderOn(sent.call).start("P", FILES)).toMatchObject({ kind: "sent-before" });

  const ids: unknown[] = [];
  const cancelled = serverWith(({ path, body }) => {
    if (!path.endsWith("/ingestions")) return null;
    ids.push((body as { id: string }).id);
    const known = { complete: false, cancelledAt: ids.length === 1 ? "2031-05-03" : null };
    return { kind: "done", status: 200, body: known, version: null };
  });
  expect(await uploaderOn(cancelled.call).start("P", FILES)).toMatchObject({ kind: "sending" });
  expect(new Set(ids).size).toBe(2);
});

it("sends nothing while it is paused, and all of it afterwards", async () => {
  const { calls, call } = serverWith();
  const uploader = uploaderOn(call);
  const started = await uploader.start("P", FILES);
  if (started.kind !== "sending") throw new Error("It did not start.");
  uploader.pause(started.id);
  await expect.poll(() => uploader.list()[0]?.state).toBe("paused");
  expect(calls).not.toContain("POST /ingestions/ID/complete");
  uploader.goOn(started.id);
  await expect.poll(() => uploader.list()).toEqual([]);
  expect(calls).toContain("POST /ingestions/ID/complete");
});
