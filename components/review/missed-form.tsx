"use client";

import { useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { shorten } from "#components/annotations/words.ts";
import { wordsAt, type ArticleText } from "#components/editor/article-text.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import { failureWords } from "#components/http/failure-words.ts";
import { callApi } from "#components/http/call-api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { useKeptState } from "#components/ui/use-kept-state.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import type { Person } from "./review-types.ts";

type Props = {
  article: { id: string; revision: number; text: ArticleText };
  /** What is selected in the article; null when nothing is. */
  span: PaintSpan | null;
  /** Who annotates in the project, besides the reviewer. */
  annotators: readonly Person[];
  /** Whom it is most likely for. */
  likelyId: string;
  onSaved: (missed: MissedPassage) => void;
  onClose: () => void;
};

const Comment = z.string();

/** "You missed this": words of the article into an annotator's queue. */
export function MissedForm({ article, span, annotators, likelyId, onSaved, onClose }: Props) {
  const [id] = useState(() => uuidv7());
  const [annotatorId, setAnnotator] = useState<string | null>(
    annotators.some((one) => one.id === likelyId) ? likelyId : (annotators[0]?.id ?? null),
  );
  const [kept, setKept] = useKeptState(`onrecord.missed.${article.id}`, Comment);
  const comment = kept ?? "";
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const box = useRef<HTMLFormElement>(null);

  // Only when the form opens: later the reader is in the text, selecting.
  const isSelectedFirst = useRef(span !== null);
  useEffect(() => {
    if (isSelectedFirst.current) box.current?.querySelector("textarea")?.focus();
  }, []);

  async function send(): Promise<void> {
    if (isSaving) return;
    if (!span) return setFields({ words: "Select the words in the article." });
    if (annotatorId === null) return setFields({ annotatorId: "Say who missed it." });
    setSaving(true);
    setFailure(null);
    setFields({});
    const outcome = await callApi<MissedPassage>({
      method: "PUT",
      path: `/missed/${id}`,
      body: {
        articleId: article.id,
        revision: article.revision,
        ...span,
        exact: wordsAt(article.text, span),
        annotatorId,
        comment: comment.trim() || null,
      },
    });
    setSaving(false);
    if (outcome.kind === "done") {
      setKept(null);
      return onSaved(outcome.body);
    }
    setFields(outcome.problem.fields);
    setFailure(failureWords(outcome.kind, outcome.problem.message));
  }

  useKeyDown(box, (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  });

  const wordsError = span ? null : (fields.words ?? null);
  return (
    <form
      ref={box}
      noValidate
      aria-label="You missed this"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-3"
    >
      <div>
        <p className="font-medium">You missed this</p>
        {span ? (
          <p
            dir="auto"
            aria-live="polite"
            className="mt-1 font-serif text-lg leading-snug wrap-anywhere"
          >
            “{shorten(wordsAt(article.text, span), 160)}”
          </p>
        ) : (
          <p className={wordsError ? "text-sm font-medium text-danger" : "text-muted"}>
            {wordsError ?? "Select the words that were missed, in the article."}
          </p>
        )}
      </div>
      {annotators.length > 0 ? (
        <Field label="For" error={fields.annotatorId ?? null}>
          <Select
            options={annotators.map((one) => ({ value: one.id, label: one.name }))}
            value={annotatorId}
            onValueChange={setAnnotator}
          />
        </Field>
      ) : (
        <p className="text-muted">Nobody else annotates in this project.</p>
      )}
      <Field label="Comment" hint="What should be marked here." error={fields.comment ?? null}>
        <TextArea
          rows={2}
          value={comment}
          maxLength={4000}
          onChange={(event) => setKept(event.target.value)}
        />
      </Field>
      {failure && <Notice kind="problem">{failure}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          keys="Control+Enter"
          pending={isSaving}
          disabled={annotators.length === 0}
        >
          Point it out
        </Button>
        <Button keys="Escape" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
