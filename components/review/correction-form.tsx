"use client";

import { useRef, useState } from "react";
import { ATTRIBUTE_FIELDS } from "#components/annotations/attribute-words.ts";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { ROLE_WORDS, TAG_LOOKS, wordsOf } from "#components/annotations/words.ts";
import { Button } from "#components/ui/button.tsx";
import { ChoiceRow } from "#components/ui/choice-row.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { TAGS, type AnnotationContent, type SegmentRole } from "#lib/annotations/model.ts";
import { AttributionAttributes } from "#lib/annotations/model.ts";
import {
  correctedContent,
  correctionFault,
  withAttribute,
  withoutWords,
  withTag,
  type Correction,
} from "./correction.ts";
import { DifferenceList } from "./difference-list.tsx";

type Props = {
  before: AnnotationContent;
  correction: Correction;
  comment: string;
  /** Why the server refused it before, by dotted path. */
  note: string | null;
  hasSelection: boolean;
  onCorrection: (correction: Correction) => void;
  onComment: (comment: string) => void;
  /** Give the selected words to a role; `isBesides` keeps what it has. */
  onWords: (role: SegmentRole, isBesides: boolean) => void;
  onApprove: (content: AnnotationContent) => void;
  onClose: () => void;
  onDiscard: () => void;
};

/** The key that gives the selected words to a role. */
export const ROLE_KEYS: Readonly<Record<SegmentRole, string>> = {
  content: "W",
  source: "S",
  cue: "Q",
};

/** Correct and approve: other words by selecting them in the article, another tag, other attributes. */
export function CorrectionForm(props: Props) {
  const { before, correction, onCorrection } = props;
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const box = useRef<HTMLFormElement>(null);
  const content = correctedContent(correction);
  const roles: readonly SegmentRole[] =
    content.tag === "attribution" ? ["source", "cue", "content"] : ["content"];

  function approve(): void {
    const found = faultsOf(correction);
    setFaults(found);
    if (Object.keys(found).length === 0) props.onApprove(content);
  }

  useKeyDown(box, (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      approve();
    } else if (event.key === "Escape" && !event.defaultPrevented) {
      event.stopPropagation();
      props.onClose();
    }
  });

  return (
    <form
      ref={box}
      noValidate
      aria-label="Correct and approve"
      onSubmit={(event) => {
        event.preventDefault();
        approve();
      }}
      className="grid gap-4"
    >
      <ChoiceRow
        legend="Tag"
        options={TAGS.map((tag) => ({
          value: tag,
          label: TAG_LOOKS[tag].word,
          icon: <TagLetter tag={tag} />,
        }))}
        value={correction.tag}
        onValueChange={(tag) => onCorrection(withTag(correction, tag))}
      />
      <div className="grid gap-3">
        <p className="text-sm text-muted">
          Select words in the article, then give them to{" "}
          {roles.length === 1 ? "the annotation" : "a role"}. With Shift they are added.
        </p>
        {roles.map((role) => (
          <RoleWords key={role} role={role} {...props} content={content} />
        ))}
        {faults.segments && <p className="text-sm font-medium text-danger">{faults.segments}</p>}
      </div>
      <Attributes correction={correction} onCorrection={onCorrection} faults={faults} />
      <Field label="Comment" hint={`Tells the author what you changed, and why.`}>
        <TextArea
          rows={2}
          value={props.comment}
          maxLength={4000}
          onChange={(event) => props.onComment(event.target.value)}
        />
      </Field>
      <section aria-label="What you change" className="grid gap-1 border-t border-line pt-3">
        <p className="font-medium">What you change</p>
        <DifferenceList before={before} after={content} sameWords="Nothing yet." />
      </section>
      {props.note && (
        <p role="alert" className="text-sm font-medium text-danger">
          {props.note}
        </p>
      )}
      <div className="sticky -bottom-3 -mx-4 flex flex-wrap gap-2 border-t border-line bg-surface px-4 py-3 md:-mx-5 md:px-5">
        <Button type="submit" variant="primary" keys="Control+Enter">
          Correct and approve
        </Button>
        <Button keys="Escape" onClick={props.onClose}>
          Close
        </Button>
        <Button variant="quiet" onClick={props.onDiscard}>
          Start again
        </Button>
      </div>
    </form>
  );
}

function RoleWords(props: Props & { role: SegmentRole; content: AnnotationContent }) {
  const { role, content, correction, hasSelection, onWords, onCorrection } = props;
  const words = wordsOf(content, role);
  const isAbsent = content.absent.includes(role);
  const name = ROLE_WORDS[role];
  return (
    <div role="group" aria-label={name} className="grid gap-1">
      <p className="text-sm font-medium">{name}</p>
      <p dir="auto" className="font-serif text-lg leading-snug wrap-anywhere">
        {words || (
          <span className="font-sans text-base text-muted">
            {isAbsent ? "the text does not give it" : "not marked"}
          </span>
        )}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          keys={ROLE_KEYS[role]}
          disabled={!hasSelection}
          onClick={() => onWords(role, false)}
        >
          Use selection
        </Button>
        {words && role !== "cue" && (
          <Button
            size="small"
            variant="quiet"
            keys={`Shift+${ROLE_KEYS[role]}`}
            disabled={!hasSelection}
            onClick={() => onWords(role, true)}
          >
            Add it
          </Button>
        )}
        {content.tag === "attribution" && !isAbsent && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => onCorrection(withoutWords(correction, role, true))}
          >
            Absent
          </Button>
        )}
        {(isAbsent || (words && content.tag === "attribution")) && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => onCorrection(withoutWords(correction, role, false))}
          >
            Clear
          </Button>
        )}
      </div>
    </div>
  );
}

function Attributes(props: {
  correction: Correction;
  onCorrection: (correction: Correction) => void;
  faults: Readonly<Record<string, string>>;
}) {
  const { correction, onCorrection, faults } = props;
  return (
    <div className="grid gap-3">
      {ATTRIBUTE_FIELDS[correction.tag].map(({ name, label, options, hint }) => {
        const value = correction.attributes[name] ?? "";
        const set = (next: string) => onCorrection(withAttribute(correction, name, next || null));
        return (
          <Field key={name} label={label} hint={hint} error={faults[name] ?? null}>
            {options ? (
              <Select
                options={[{ value: NOT_SAID, label: "not said" }, ...options]}
                value={value || NOT_SAID}
                onValueChange={(next) => set(next === NOT_SAID ? "" : next)}
              />
            ) : (
              <TextInput value={value} onChange={(event) => set(event.target.value)} />
            )}
          </Field>
        );
      })}
    </div>
  );
}

const NOT_SAID = "not-said";

function faultsOf(correction: Correction): Record<string, string> {
  const faults: Record<string, string> = {};
  const fault = correctionFault(correction);
  if (fault !== null) faults.segments = fault;
  const { saidOn } = correctedContent(correction).attributes;
  const date = AttributionAttributes.shape.saidOn.safeParse(saidOn);
  if (!date.success) faults.saidOn = date.error.issues[0]?.message ?? "This is no date.";
  return faults;
}
