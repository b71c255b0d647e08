"use client";

import { useRouter } from "next/navigation";
import Link from "next/link";
import { useState } from "react";
import { ROLE_WORDS } from "#components/annotations/words.ts";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { StateLabel } from "#components/annotations/state-label.tsx";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Carry, CarriedSegment } from "#lib/revisions/model.ts";
import { isWaiting, SETTLEMENT_WORDS, STATUS_WORDS } from "./carry-words.ts";
import { WordsChange } from "#components/ui/words-change.tsx";

type Props = {
  projectId: string;
  carries: readonly Carry[];
  /** Number of the current revision. */
  current: number;
  canSettle: boolean;
};

/** The marks that a revision touched: what their words were, what stands there now, and what to do. */
export function CarriesList({ projectId, carries, current, canSettle }: Props) {
  return (
    <ul
      aria-label="Touched marks"
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {carries.map((carry) => (
        <CarryItem
          key={carry.id}
          projectId={projectId}
          carry={carry}
          current={current}
          canSettle={canSettle}
        />
      ))}
    </ul>
  );
}

type ItemProps = { projectId: string; carry: Carry; current: number; canSettle: boolean };

function CarryItem({ projectId, carry, current, canSettle }: ItemProps) {
  const { annotation, segments, status, settlement, settledBy, settledAt } = carry;
  const waits = isWaiting(carry);
  return (
    <li className="grid gap-3 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {annotation ? <TagLetter tag={annotation.tag} isAlone /> : <span>Evidence passage</span>}
          <span className="inline-flex items-center gap-1 font-medium">
            <Shape kind={waits ? "half" : "full"} />
            {STATUS_WORDS[status]}
          </span>
          {annotation && (
            <span className="text-muted">
              {annotation.author.name} · <StateLabel state={annotation.state} />
            </span>
          )}
          {settlement && (
            <span className="text-muted">
              {SETTLEMENT_WORDS[settlement]}
              {settledBy && `, ${settledBy.name}`}
              {settledAt && (
                <>
                  , <Time at={settledAt} />
                </>
              )}
            </span>
          )}
        </p>
        <dl className="grid gap-1">
          {segments.map((segment) => (
            <SegmentChange
              key={`${segment.role} ${segment.from.start}`}
              segment={segment}
              isNamed={annotation?.tag === "attribution"}
            />
          ))}
        </dl>
      </div>
      <div className="flex flex-wrap content-start items-start gap-2 md:max-w-48 md:flex-col md:items-stretch">
        {canSettle && waits && <SettleActions carry={carry} />}
        <Link
          href={deskHref(projectId, carry, current)}
          className="link self-start py-1 text-sm pointer-coarse:py-3"
        >
          Open in the desk
        </Link>
      </div>
    </li>
  );
}

function SegmentChange({ segment, isNamed }: { segment: CarriedSegment; isNamed: boolean }) {
  const { role, from, status, exact } = segment;
  return (
    <div className={isNamed ? "grid grid-cols-[4rem_minmax(0,1fr)]" : undefined}>
      <dt className={isNamed ? "pt-0.5 text-sm text-muted" : "sr-only"}>{ROLE_WORDS[role]}</dt>
      <dd dir="auto" className="min-w-0 font-serif text-lg leading-snug wrap-anywhere">
        {status === "exact" || status === "moved" ? (
          <span className="text-muted">{from.exact}</span>
        ) : (
          <WordsChange before={from.exact} after={exact} />
        )}
      </dd>
    </div>
  );
}

/** At the mark where it stands on the current text, otherwise at the words that stand in its place. */
function deskHref(projectId: string, carry: Carry, current: number): string {
  const desk = `/projects/${projectId}/articles/${carry.articleId}`;
  const { annotation, revision, segments } = carry;
  if (annotation?.revision === current) return `${desk}#${annotation.id}`;
  const place = segments.find(({ start }) => start !== null);
  return revision === current && place ? `${desk}#words=${place.start}-${place.end}` : desk;
}

function SettleActions({ carry }: { carry: Carry }) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState<"placed" | "left" | null>(null);
  const settle = async (settlement: "placed" | "left") => {
    setBusy(settlement);
    const answer = await askServer({
      method: "POST",
      path: `/carries/${carry.id}/settle`,
      body: { settlement },
      ifMatch: carry.annotation?.version ?? carry.evidence?.version ?? null,
    });
    setBusy(null);
    toast(
      answer.isDone
        ? { text: `${SETTLEMENT_WORDS[settlement]}.` }
        : { text: answer.problem, isProblem: true },
    );
    router.refresh();
  };
  return (
    <>
      {carry.status === "changed" && (
        <Button
          size="small"
          variant="primary"
          pending={busy === "placed"}
          disabled={busy !== null}
          onClick={() => void settle("placed")}
        >
          Place on these words
        </Button>
      )}
      <Button
        size="small"
        pending={busy === "left"}
        disabled={busy !== null}
        onClick={() => void settle("left")}
      >
        Leave on revision {carry.from}
      </Button>
    </>
  );
}
