"use client";

import { useEffect, useState } from "react";
import { readAll } from "#components/http/read-all.ts";
import type { EvidenceMember } from "./viewers-words.ts";

/** Who is in the project, once it is `wanted`; null until then, and where the list cannot be read. */
export function useMembers(projectId: string, isWanted: boolean): readonly EvidenceMember[] | null {
  const [members, setMembers] = useState<readonly EvidenceMember[] | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    void readAll<EvidenceMember>(`/projects/${projectId}/members`, stop.signal).then((outcome) => {
      if (outcome.kind === "done" && !stop.signal.aborted) setMembers(outcome.body);
    });
    return () => stop.abort();
  }, [projectId, isWanted]);
  return members;
}
