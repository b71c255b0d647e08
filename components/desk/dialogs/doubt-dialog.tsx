"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { setDoubt } from "../actions/change.ts";
import { useDesk } from "../use-desk.tsx";

/** The author's flag on an annotation, with a note for whoever reviews it. */
export function DoubtDialog({
  annotation,
  onClose,
}: {
  annotation: Annotation;
  onClose: () => void;
}) {
  const desk = useDesk();
  const formId = useId();
  return (
    <Dialog
      title="A doubt"
      description="What you are unsure of. Whoever reviews this sees it."
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          {annotation.doubt && (
            <Button
              onClick={() => {
                setDoubt(desk, annotation.id, null);
                onClose();
              }}
            >
              Settle it
            </Button>
          )}
          <Button type="submit" form={formId} variant="primary" keys="Control+Enter">
            Note it
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          setDoubt(
            desk,
            annotation.id,
            String(new FormData(event.currentTarget).get("doubt") ?? ""),
          );
          onClose();
        }}
      >
        <Field label="Note" name="doubt">
          <TextArea
            autoFocus
            required
            maxLength={2000}
            defaultValue={annotation.doubt ?? ""}
            // Whoever adds to a note writes on behind it.
            onFocus={({ currentTarget }) =>
              currentTarget.setSelectionRange(
                currentTarget.value.length,
                currentTarget.value.length,
              )
            }
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
