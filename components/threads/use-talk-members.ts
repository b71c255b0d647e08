"use client";

import { useEffect, useMemo, useState } from "react";
import { useDesk } from "#components/desk/use-desk.tsx";
import { readAll } from "#components/http/read-all.ts";
import type { MemberRole } from "#lib/context.ts";
import type { Member } from "./mentions.ts";

type Listed = Member & { readonly role: MemberRole };

/**
 * Who is in the project and can be named; nobody until it is known. Whoever is blind to others' work
 * names those who review.
 */
export function useTalkMembers(): readonly Member[] {
  const { project, isBlind } = useDesk().data;
  const { id } = project;
  const [members, setMembers] = useState<readonly Listed[]>(() => KNOWN.get(id) ?? NOBODY);
  useEffect(() => {
    if (KNOWN.has(id)) return;
    let isLeft = false;
    void readAll<Listed>(`/projects/${id}/members`).then((answer) => {
      if (answer.kind !== "done") return;
      KNOWN.set(id, answer.body);
      if (!isLeft) setMembers(answer.body);
    });
    return () => {
      isLeft = true;
    };
  }, [id]);
  return useMemo(
    () => (isBlind ? members.filter(({ role }) => !MARKING.has(role)) : members),
    [members, isBlind],
  );
}

const MARKING: ReadonlySet<MemberRole> = new Set(["reader", "annotator"]);
const NOBODY: readonly Listed[] = [];
/** By project, for as long as the page is open: each form asks, and only the first waits. */
const KNOWN = new Map<string, readonly Listed[]>();
