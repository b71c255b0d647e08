"use client";

import type { ReactNode } from "react";
import { contentLines } from "#components/annotations/content-lines.ts";
import type { AnnotationContent } from "#lib/annotations/model.ts";

type Side = { readonly title: string; readonly content: AnnotationContent; readonly says?: string };

/** Yours and theirs, one beside the other; what differs stands out, by more than colour. */
export function TwoVersions({
  mine,
  theirs,
  children,
}: {
  mine: Side;
  theirs: Side;
  children: ReactNode;
}) {
  return (
    <div className="mt-2 grid gap-2 rounded-md bg-danger-ground p-2" data-two-versions>
      <div className="grid grid-cols-2 gap-2">
        <Version side={mine} other={theirs} />
        <Version side={theirs} other={mine} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">{children}</div>
    </div>
  );
}

function Version({ side, other }: { side: Side; other: Side }) {
  const known = new Set(contentLines(other.content));
  return (
    <section aria-label={side.title} className="min-w-0 rounded-sm bg-surface p-1.5">
      <p className="text-xs font-semibold text-muted">
        {side.title}
        {side.says && <span className="font-normal"> · {side.says}</span>}
      </p>
      <ul className="grid gap-0.5 text-sm wrap-break-word">
        {contentLines(side.content).map((line) => (
          <li key={line} dir="auto">
            {known.has(line) ? (
              <span className="text-muted">{line}</span>
            ) : (
              <mark className="bg-transparent font-semibold text-ink underline decoration-2 underline-offset-2">
                {line}
              </mark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
