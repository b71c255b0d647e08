"use client";

import { useEffect, useRef, useState } from "react";
import { sendArticle } from "./send-article.ts";
import { refuseUpload } from "./upload-limit.ts";

export type Upload = { id: number; file: File; result: UploadResult };

export type UploadResult =
  | { state: "waiting" }
  | { state: "sending" }
  | { state: "added" | "duplicate"; articleId: string; title: string }
  /** Refused for what it is: it would be refused again. */
  | { state: "refused"; problem: string }
  /** Did not get through: worth another try. */
  | { state: "failed"; problem: string };

/** Files on their way to a project, one at a time, in the order in which they were chosen. */
export function useUploads(projectId: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  const isBusy = useRef(false);

  const settle = (id: number, result: UploadResult) =>
    setUploads((before) =>
      before.map((upload) => (upload.id === id ? { ...upload, result } : upload)),
    );

  const next = uploads.find(({ result }) => result.state === "waiting");
  const isSending = uploads.some(({ result }) => result.state === "sending");
  useEffect(() => {
    if (next === undefined || isSending || isBusy.current) return;
    isBusy.current = true;
    settle(next.id, { state: "sending" });
    void send(projectId, next.file).then((result) => {
      isBusy.current = false;
      settle(next.id, result);
    });
  }, [next, isSending, projectId]);

  const isUnderWay = isSending || next !== undefined;
  useEffect(() => {
    if (!isUnderWay) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnderWay]);

  return {
    uploads,
    add(files: readonly File[]) {
      const added = files.map((file): Upload => {
        const problem = refuseUpload(file);
        const result: UploadResult = problem ? { state: "refused", problem } : { state: "waiting" };
        return { id: count.current++, file, result };
      });
      setUploads((before) => [...before, ...added]);
    },
    retry(ids: readonly number[]) {
      for (const id of ids) settle(id, { state: "waiting" });
    },
  };
}

async function send(projectId: string, file: File): Promise<UploadResult> {
  const answer = await sendArticle(projectId, file, { name: file.name });
  if (answer.isDone) {
    const { id, title, isNew } = answer.value;
    return { state: isNew ? "added" : "duplicate", articleId: id, title };
  }
  const state = REFUSALS.includes(answer.code) ? "refused" : "failed";
  return { state, problem: answer.problem };
}

const REFUSALS: readonly string[] = [
  "invalid",
  "media-type",
  "too-large",
  "forbidden",
  "not-found",
];
