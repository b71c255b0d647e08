"use client";

import type { Ref } from "react";
import { StateLabel } from "#components/annotations/state-label.tsx";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { TAG_LOOKS } from "#components/annotations/words.ts";
import { EvidencePanel } from "#components/evidence/evidence-panel.tsx";
import { useServerEvidence } from "#components/evidence/use-server-evidence.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MemberRole } from "#lib/context.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import { AnnotationWords } from "./annotation-words.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CaseLinks } from "./case-links.tsx";
import { CaseSection } from "./case-section.tsx";
import { decisionWords } from "./decided-words.ts";
import { DifferenceList } from "./difference-list.tsx";
import type { Loaded } from "./load-case.ts";
import type { Standing } from "./queue-state.ts";
import { rejectedBefore } from "./rejected-before.ts";
import type { KnownBackground, QueueItem } from "./review-types.ts";
import { ReviewWords } from "./review-words.tsx";

type Props = {
  projectId: string;
  me: { id: string; role: MemberRole };
  item: QueueItem;
  standing: Standing;
  background: Loaded<KnownBackground>;
  isAddingEvidence: boolean;
  onEvidence: (change: (items: Evidence[]) => Evidence[]) => void;
  onEvidenceClosed: () => void;
  onReload: () => void;
  headingRef: Ref<HTMLHeadingElement>;
};

/** The annotation under review: what it says, what it was, what bears on it. */
export function CasePanel(props: Props) {
  const { item, standing, background, headingRef } = props;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid gap-0.5">
        <div className="flex items-center gap-2">
          <TagLetter tag={item.tag} />
          <h2 ref={headingRef} tabIndex={-1} className="text-lg font-semibold outline-none">
            {TAG_LOOKS[item.tag].word}
          </h2>
          <span className="ml-auto">
            <StateLabel state={item.state} />
          </span>
        </div>
        <p className="text-sm text-muted">
          {item.author.name}, submitted <Time at={item.submittedAt} />
        </p>
      </div>
      <StandingNotice standing={standing} />
      <AnnotationWords content={item} />
      {background.kind === "loading" && (
        <p className="flex items-center gap-2 border-t border-line pt-3 text-muted">
          <Spinner /> Reading what is known
        </p>
      )}
      {background.kind === "failed" && (
        <Notice
          kind="problem"
          actions={
            <Button size="small" onClick={props.onReload}>
              Try again
            </Button>
          }
        >
          {background.message}
        </Notice>
      )}
      {background.kind === "ready" && <Known {...props} known={background.value} />}
    </div>
  );
}

function Known(props: Props & { known: KnownBackground }) {
  const { projectId, me, item, known, onEvidence, isAddingEvidence } = props;
  const rejected = rejectedBefore(known);
  const keeper = useServerEvidence({
    onPut: (put) =>
      onEvidence((items) =>
        items.some(({ id }) => id === put.id)
          ? items.map((one) => (one.id === put.id ? put : one))
          : [...items, put],
      ),
    onDelete: (id) => onEvidence((items) => items.filter((one) => one.id !== id)),
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      {rejected && item.state === "submitted" && (
        <section
          aria-label="Rejected before"
          className="mb-3 grid gap-2 rounded-md border border-line bg-sunken px-3 py-2"
        >
          <p className="text-sm font-medium text-muted">Rejected before</p>
          <ReviewWords review={rejected.review} />
          <div className="grid gap-1 border-t border-line pt-2">
            <p className="text-sm font-medium text-muted">What changed since</p>
            <DifferenceList before={rejected.judged} after={item} sameWords="Nothing." />
          </div>
        </section>
      )}
      <CaseSection heading="Links" count={known.links.length} isOpen={known.links.length > 0}>
        <CaseLinks projectId={projectId} annotation={item} links={known.links} />
      </CaseSection>
      <CaseSection
        key={isAddingEvidence ? "adding" : "evidence"}
        heading="Evidence"
        count={known.evidence.length}
        isOpen={known.evidence.length > 0 || isAddingEvidence}
      >
        <EvidencePanel
          key={item.id}
          projectId={projectId}
          annotationId={item.id}
          me={me}
          items={known.evidence}
          keeper={keeper}
          isAdding={isAddingEvidence}
          onClosed={props.onEvidenceClosed}
        />
      </CaseSection>
      <CaseSection heading="History">
        <CaseHistory items={known.history} />
      </CaseSection>
    </div>
  );
}

function StandingNotice({ standing }: { standing: Standing }) {
  switch (standing.kind) {
    case "waiting":
      return standing.note ? <Notice kind="caution">{standing.note}</Notice> : null;
    case "sending":
      return (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> Your decision is on its way.
        </p>
      );
    case "decided":
      return <p className="font-medium text-accent">{decisionWords(standing.decision)}</p>;
    case "gone":
      return <Notice kind="caution">{standing.why}</Notice>;
  }
}
