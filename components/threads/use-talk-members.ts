"use client";

import { useEffect, useState } from "react";
import { useDesk } from "#components/desk/use-desk.tsx";
import { readAll } from "#components/http/read-all.ts";
import type { Member } from "./mentions.ts";

/** Who is in the project and can be named; nobody until it is known. */
export function useTalkMembers(): readonly Member[] {
  const { id } = useDesk().data.project;
  const [members, setMembers] = useState<readonly Member[]>(() => KNOWN.get(id) ?? NOBODY);
  useEffect(() => {
    if (KNOWN.has(id)) return;
    let isLeft = false;
    void readAll<Member>(`/projects/${id}/members`).then((answer) => {
      if (answer.kind !== "done") return;
      KNOWN.set(id, answer.body);
      if (!isLeft) setMembers(answer.body);
    });
    return () => {
      isLeft = true;
    };
  }, [id]);
  return members;
}

const NOBODY: readonly Member[] = [];
/** By project, for as long as the page is open: each form asks, and only the first waits. */
const KNOWN = new Map<string, readonly Member[]>();
