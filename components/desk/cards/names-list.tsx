"use client";

import { useEffect, useMemo, useState } from "react";
import { callApi } from "#components/http/call-api.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

type Answer = { readonly items: readonly { readonly name: string }[] };

/**
 * The project's names, proposed to a field while somebody writes who is meant: those of this article
 * at once, also without a network, and the others when the server has said them.
 */
export function NamesList({ id }: { id: string }) {
  const { data } = useDesk();
  const annotations = useDeskState((state) => state.annotations);
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/projects/${data.project.id}/names`;
    void callApi<Answer>({ method: "GET", path, signal: leaving.signal }).then((answer) => {
      if (answer.kind === "done") setKnown(answer.body.items.map(({ name }) => name));
    });
    return () => leaving.abort();
  }, [data]);
  const names = useMemo(() => {
    const here = [...annotations.values()].flatMap(({ attributes }) => attributes.who ?? []);
    return [...new Set([...here, ...known])];
  }, [annotations, known]);
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </datalist>
  );
}
