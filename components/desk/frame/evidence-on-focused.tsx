"use client";

import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { EVIDENCE_KIND_WORDS } from "#components/evidence/evidence-kinds.ts";
import type { EvidenceKeeper } from "#components/evidence/evidence-keeper.ts";
import { EvidencePanel } from "#components/evidence/evidence-panel.tsx";
import { UnsentNotice } from "#components/live/unsent-notice.tsx";
import type { Desk } from "../model.ts";
import { evidenceOn } from "../state/evidence-on.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** The evidence on the annotation that has the focus. */
export function EvidenceOnFocused() {
  const desk = useDesk();
  const annotation = useDeskState((state) => state.annotations.get(state.focusId ?? ""));
  const evidence = useDeskState((state) => state.evidence);
  const { me, role, project } = desk.data;
  if (!annotation)
    return (
      <p className="text-muted">
        Choose an annotation, in the text or among the cards, to see its evidence.
      </p>
    );
  return (
    <>
      <p className="mb-3 text-sm">
        <span className="font-semibold">{TAG_LOOKS[annotation.tag].word}</span>{" "}
        <span className="font-serif">“{shorten(nameOf(annotation), 140)}”</span>
      </p>
      <EvidencePanel
        key={annotation.id}
        projectId={project.id}
        annotationId={annotation.id}
        me={{ id: me.id, role }}
        items={evidenceOn(evidence, annotation.id)}
        keeper={keeperOf(desk)}
        renderSafety={(item) => <UnsentNotice subject={item.id} />}
      />
    </>
  );
}

/** Hands evidence to the outbox, as a step that can be undone. */
function keeperOf(desk: Desk): EvidenceKeeper {
  return {
    put({ id, input, base, articleTitle }) {
      const current = desk.store.get().evidence.get(id) ?? null;
      if (current && base !== null && current.version > base) {
        const message = "This has been changed since you opened it.";
        return { kind: "failed", message, fields: {}, current };
      }
      const kind = EVIDENCE_KIND_WORDS[input.kind];
      desk.perform(current ? `changing a ${kind}` : `adding a ${kind} as evidence`, [
        { kind: "put-evidence", id, input, articleTitle },
      ]);
      return { kind: "kept" };
    },
    takeAway({ id, annotationId, kind }) {
      desk.perform(`taking the ${EVIDENCE_KIND_WORDS[kind]} away`, [
        { kind: "delete-evidence", id, annotationId },
      ]);
      desk.say("Evidence taken away.");
    },
  };
}
