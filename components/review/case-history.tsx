import { Time } from "#components/ui/time.tsx";
import type { HistoryItem } from "#lib/audit/audit-event.ts";
import { DifferenceList } from "./difference-list.tsx";
import { historySteps, stepWords, type HistoryStep } from "./history-steps.ts";
import { whyWords } from "./why-words.ts";

/** Every step of an annotation's life, the last one first. */
export function CaseHistory({ items }: { items: readonly HistoryItem[] }) {
  const steps = historySteps(items).toReversed();
  if (steps.length === 0) return <p className="text-muted">Nothing is known.</p>;
  return (
    <ol className="grid gap-3">
      {steps.map((step) => (
        <Step key={step.key} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: HistoryStep }) {
  const { actor, at, type, why, before, after } = step;
  return (
    <li className="grid gap-1">
      <p>
        <span className="font-medium">{actor?.name ?? "The command line"}</span> {stepWords(step)}
        <span className="text-sm text-muted">
          , <Time at={at} />
        </span>
      </p>
      {why && (
        <blockquote className="border-l-2 border-line-strong pl-2.5 whitespace-pre-wrap wrap-anywhere">
          {whyWords(type, why)}
        </blockquote>
      )}
      {before && after && <DifferenceList before={before} after={after} />}
    </li>
  );
}
