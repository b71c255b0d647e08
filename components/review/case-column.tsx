"use client";

import { useEffect, useRef, useState, type Ref } from "react";
import type { ArticleText } from "#components/editor/article-text.ts";
import type { SelectedWords } from "#components/editor/select-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { MemberRole } from "#lib/context.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import { CasePanel } from "./case-panel.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import { MissedForm } from "./missed-form.tsx";
import type { Standing } from "./queue-state.ts";
import { RejectForm } from "./reject-form.tsx";
import { isTyping, type ReviewKey } from "./review-keys.ts";
import type { Decision, KnownBackground, Person, QueueItem } from "./review-types.ts";
import type { CorrectionInHand } from "./use-correction.ts";
import type { LoadedThing } from "./use-loaded.ts";

/** What one is doing with the annotation. */
export type CaseMode = "look" | "correct" | "reject" | "missed" | "evidence";

type Props = {
  projectId: string;
  me: { id: string; role: MemberRole };
  item: QueueItem;
  standing: Standing;
  mode: CaseMode;
  onMode: (mode: CaseMode) => void;
  background: LoadedThing<KnownBackground>;
  correction: CorrectionInHand | null;
  selected: SelectedWords | null;
  text: ArticleText | null;
  annotators: readonly Person[];
  canUndo: boolean;
  hasNext: boolean;
  hasPrevious: boolean;
  deskHref: string;
  onKey: (key: ReviewKey) => void;
  onDecide: (decision: Decision) => void;
  onMissed: (missed: MissedPassage) => void;
  headingRef: Ref<HTMLHeadingElement>;
};

/** Beside the article, or at the foot of a phone: the annotation, and what is done with it. */
export function CaseColumn(props: Props) {
  const { item, mode, onMode, background } = props;
  const [isTall, setTall] = useState(false);
  const isForm = mode === "correct";
  const box = useRef<HTMLElement>(null);
  useSendFromText(box, mode);
  return (
    <section
      ref={box}
      aria-label="The annotation under review"
      className={classNames(
        "flex min-h-0 flex-col border-t border-line bg-surface max-md:rounded-t-lg max-md:shadow-raised md:border-t-0 md:border-l",
        isTall || mode !== "look" ? "max-md:h-[72%]" : "max-md:h-[52%]",
      )}
    >
      <button
        type="button"
        aria-expanded={isTall}
        aria-label={isTall ? "Show less of the annotation" : "Show more of the annotation"}
        onClick={() => setTall(!isTall)}
        className="grid h-6 shrink-0 pointer-coarse:h-11 cursor-pointer place-items-center md:hidden"
      >
        <span aria-hidden className="h-1 w-10 rounded-full bg-line-strong" />
      </button>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-4 pb-3 md:px-5 md:pt-5">
        {isForm ? (
          <Correcting {...props} />
        ) : (
          <CasePanel
            key={item.id}
            projectId={props.projectId}
            me={props.me}
            item={item}
            standing={props.standing}
            background={background.loaded}
            isAddingEvidence={mode === "evidence"}
            onEvidence={(step) =>
              background.change((before) => ({ ...before, evidence: step(before.evidence) }))
            }
            onEvidenceClosed={() => onMode("look")}
            onReload={background.reload}
            headingRef={props.headingRef}
          />
        )}
      </div>
      {!isForm && mode !== "evidence" && (
        <div className="relative max-h-[75%] shrink-0 overflow-y-auto border-t border-line px-4 py-3 md:px-5">
          <Foot {...props} />
        </div>
      )}
    </section>
  );
}

/** Ctrl and Enter send the open form also while the reader selects words in the article. */
function useSendFromText(box: { current: HTMLElement | null }, mode: CaseMode): void {
  useEffect(() => {
    if (mode === "look" || mode === "evidence") return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.querySelector("form")?.requestSubmit();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [box, mode]);
}

function Foot(props: Props) {
  const { item, mode, onMode, standing, text, selected } = props;
  if (mode === "reject") {
    return (
      <RejectForm
        annotationId={item.id}
        authorName={item.author.name}
        onReject={(reason, comment) => props.onDecide({ kind: "reject", reason, comment })}
        onClose={() => onMode("look")}
      />
    );
  }
  if (mode === "missed" && text) {
    return (
      <MissedForm
        article={{ id: item.articleId, revision: item.revision, text }}
        span={hullOf(selected)}
        annotators={props.annotators}
        likelyId={item.author.id}
        onSaved={props.onMissed}
        onClose={() => onMode("look")}
      />
    );
  }
  return (
    <DecisionBar
      isDecidable={standing.kind === "waiting"}
      canUndo={props.canUndo}
      hasNext={props.hasNext}
      hasPrevious={props.hasPrevious}
      deskHref={props.deskHref}
      onKey={props.onKey}
    />
  );
}

function Correcting(props: Props) {
  const { item, correction, standing, selected, onMode, onDecide } = props;
  if (!correction) return null;
  return (
    <>
      <h2 ref={props.headingRef} tabIndex={-1} className="mb-3 text-lg font-semibold outline-none">
        Correct and approve
      </h2>
      <CorrectionForm
        before={item}
        correction={correction.correction}
        comment={correction.comment}
        note={standing.kind === "waiting" ? standing.note : null}
        hasSelection={selected?.kind === "words"}
        onCorrection={correction.setCorrection}
        onComment={correction.setComment}
        onWords={correction.giveWords}
        onApprove={(content) => {
          const comment = correction.comment.trim();
          onDecide({ kind: "correct", content, comment });
        }}
        onClose={() => onMode("look")}
        onDiscard={correction.discard}
      />
    </>
  );
}

/** A passage is one stretch, from the first selected word to the last. */
function hullOf(selected: SelectedWords | null): { start: number; end: number } | null {
  if (selected?.kind !== "words") return null;
  const start = selected.spans[0]?.start;
  const end = selected.spans.at(-1)?.end;
  return start === undefined || end === undefined ? null : { start, end };
}
