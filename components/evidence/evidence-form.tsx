"use client";

import { useRef, useState, type FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceRow } from "#components/ui/choice-row.tsx";
import { Field } from "#components/ui/field.tsx";
import { focusFirstFault } from "#components/ui/focus-first-fault.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { STANCES, type Evidence, type EvidenceInput } from "#lib/evidence/model.ts";
import {
  checkDraft,
  draftOf,
  EVIDENCE_KINDS,
  isWritten,
  type EvidenceDraft,
  type EvidenceFields,
} from "./evidence-draft.ts";
import { EVIDENCE_KIND_WORDS } from "./evidence-kinds.ts";
import type { EvidenceKeeper } from "./evidence-keeper.ts";
import { PassageField } from "./passage-field.tsx";
import { STANCE_LOOKS } from "./stances.ts";
import { ViewersField } from "./viewers-field.tsx";
import type { EvidenceMember } from "./viewers-words.ts";

type Props = {
  projectId: string;
  annotationId: string;
  myId: string;
  /** Null while the list is being read. */
  members: readonly EvidenceMember[] | null;
  draft: EvidenceDraft;
  onDraft: (draft: EvidenceDraft) => void;
  keeper: EvidenceKeeper;
  onKept: () => void;
  /** Close it; what is written stays. */
  onClose: () => void;
  /** Forget what is written. */
  onDiscard: () => void;
};

type Failure = { message: string; current: Evidence | null };

/** Evidence to write or to change. What is typed is kept until it is handed on. */
export function EvidenceForm(props: Props) {
  const { annotationId, draft, onDraft, keeper, onKept } = props;
  const [fields, setFields] = useState<EvidenceFields>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const box = useRef<HTMLFormElement>(null);

  function change(next: Partial<EvidenceDraft>): void {
    onDraft({ ...draft, ...next });
    setFields((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !(name in next))),
    );
  }

  async function save(base = draft.base): Promise<void> {
    if (isSaving) return;
    const checked = checkDraft(draft, annotationId);
    if ("fields" in checked) {
      setFields(checked.fields);
      focusFirstFault(box.current);
      return;
    }
    await send(checked.input, base);
  }

  async function send(input: EvidenceInput, base: number | null): Promise<void> {
    setSaving(true);
    setFailure(null);
    const articleTitle = draft.passage?.title ?? "";
    const kept = await keeper.put({ id: draft.id, input, base, articleTitle });
    setSaving(false);
    if (kept.kind === "kept") return onKept();
    setFields(kept.fields);
    focusFirstFault(box.current);
    setFailure({ message: kept.message, current: kept.current });
  }

  useKeyDown(box, (event) => {
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      props.onClose();
    }
  });

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void save();
  }

  return (
    <form
      ref={box}
      noValidate
      aria-label={draft.base === null ? "Add evidence" : "Change evidence"}
      onSubmit={onSubmit}
      className="grid gap-4"
    >
      <ChoiceRow
        legend="What it is"
        options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE_KIND_WORDS[kind] }))}
        value={draft.kind}
        onValueChange={(kind) => change({ kind })}
      />
      <KindFields {...props} fields={fields} change={change} />
      <ChoiceRow
        legend="What it does"
        options={STANCES.map((stance) => ({
          value: stance,
          label: STANCE_LOOKS[stance].word,
          icon: <Shape kind={STANCE_LOOKS[stance].shape} className="text-muted" />,
        }))}
        value={draft.stance}
        onValueChange={(stance) => change({ stance })}
        error={fields.stance ?? null}
      />
      <Field label="Reason" hint="Why it shows this." error={fields.reason ?? null}>
        <TextArea
          rows={2}
          value={draft.reason}
          maxLength={4000}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
      <ViewersField {...props} error={viewersError(fields)} change={change} />
      {failure && (
        <SaveFailure failure={failure} onMine={(base) => void save(base)} onTheirs={takeTheirs} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" keys="Control+Enter" pending={isSaving}>
          {draft.base === null ? "Add evidence" : "Save"}
        </Button>
        <Button keys="Escape" onClick={props.onClose}>
          Close
        </Button>
        {isWritten(draft) && (
          <Button variant="quiet" onClick={props.onDiscard}>
            Discard
          </Button>
        )}
      </div>
    </form>
  );

  function takeTheirs(current: Evidence): void {
    onDraft(draftOf(current));
    setFailure(null);
    setFields({});
  }
}

type KindProps = Props & {
  fields: EvidenceFields;
  change: (next: Partial<EvidenceDraft>) => void;
};

function KindFields({ projectId, draft, fields, change }: KindProps) {
  switch (draft.kind) {
    case "passage":
      return (
        <PassageField
          projectId={projectId}
          draft={draft}
          error={fields.passage ?? fields.exact ?? fields.start ?? fields.end ?? null}
          change={change}
        />
      );
    case "web":
      return (
        <>
          <Field label="Address" error={fields.url ?? null}>
            <TextInput
              type="url"
              inputMode="url"
              placeholder="https://"
              value={draft.url}
              onChange={(event) => change({ url: event.target.value })}
            />
          </Field>
          <Field
            label="Quotation"
            hint="The words of the page that matter, as they stand there."
            error={fields.quotation ?? null}
          >
            <TextArea
              rows={3}
              value={draft.quotation}
              maxLength={10_000}
              onChange={(event) => change({ quotation: event.target.value })}
            />
          </Field>
        </>
      );
    case "note":
      return (
        <Field label="Note" error={fields.note ?? null}>
          <TextArea
            rows={4}
            value={draft.note}
            maxLength={10_000}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
      );
  }
}

function SaveFailure(props: {
  failure: Failure;
  onMine: (base: number) => void;
  onTheirs: (current: Evidence) => void;
}) {
  const { message, current } = props.failure;
  return (
    <Notice kind="problem">
      <p>{message}</p>
      {current && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onClick={() => props.onMine(current.version)}>
            Save mine over it
          </Button>
          <Button size="small" onClick={() => props.onTheirs(current)}>
            Show what stands there
          </Button>
        </div>
      )}
    </Notice>
  );
}

function viewersError(fields: EvidenceFields): string | null {
  const [, message = null] =
    Object.entries(fields).find(([name]) => name === "viewers" || name.startsWith("viewers.")) ??
    [];
  return message;
}
