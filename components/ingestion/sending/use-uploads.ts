"use client";

import { useEffect, useSyncExternalStore } from "react";
import { callApi } from "#components/http/call-api.ts";
import { browserUploads } from "./upload-storage.ts";
import type { Sending } from "./sending.ts";
import { createUploader, type Uploader } from "./uploader.ts";

/** The uploads of this tab. They outlive the page on which they began. */
export function useUploads(): { uploads: readonly Sending[]; uploader: () => Uploader } {
  const uploads = useSyncExternalStore(subscribe, list, () => NONE);
  return { uploads, uploader: uploaderOfTab };
}

/** Goes on, once, with what a reload interrupted; asks before a tab with unsent files is closed. */
export function useResumedUploads(): void {
  const { uploads } = useUploads();
  useEffect(() => {
    void uploaderOfTab().resume();
  }, []);
  const wouldLose = uploads.some(({ isKept, state }) => !isKept && state !== "stopped");
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [wouldLose]);
}

const NONE: readonly Sending[] = [];
let current: { userId: string; uploader: Uploader } | null = null;

function uploaderOfTab(): Uploader {
  const userId =
    document.querySelector<HTMLMetaElement>("meta[name=onrecord-user]")?.content ?? "nobody";
  if (current?.userId !== userId) {
    const uploader = createUploader({
      userId,
      storage: browserUploads(),
      call: callApi,
      wait: untilOnline,
      alone,
    });
    current = { userId, uploader };
  }
  return current.uploader;
}

function subscribe(listener: () => void): () => void {
  return uploaderOfTab().subscribe(listener);
}

function list(): readonly Sending[] {
  return uploaderOfTab().list();
}

function untilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
  });
}

/** Browsers give locks to secure pages only; elsewhere two tabs may send the same file, which harms nothing. */
async function alone(name: string, onOther: () => void, work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return work();
  const isMine = await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
  if (isMine) return;
  onOther();
  await locks.request(name, work);
}
