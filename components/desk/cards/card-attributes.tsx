"use client";

import type { KeyboardEvent } from "react";
import { ATTRIBUTE_FIELDS, type AttributeField } from "#components/annotations/attribute-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_STYLE } from "#components/ui/control-style.ts";
import { Key } from "#components/ui/key.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { fieldByFigure } from "../actions/attributes.ts";
import { setAttribute } from "../actions/change.ts";
import { focusCard } from "../actions/focus.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk } from "../use-desk.tsx";
import { WrittenAttribute } from "./written-attribute.tsx";

/** What is said of an annotation, to be changed: one control for each attribute. */
export function CardAttributes({ annotation }: { annotation: Annotation }) {
  return (
    <div className="grid grid-cols-2 gap-x-2 gap-y-1.5">
      {ATTRIBUTE_FIELDS[annotation.tag].map((field) => (
        <AttributeControl key={field.name} annotation={annotation} field={field} />
      ))}
    </div>
  );
}

function AttributeControl({
  annotation,
  field,
}: {
  annotation: Annotation;
  field: AttributeField;
}) {
  const desk = useDesk();
  const { name, label, options } = field;
  const shown = useShownKeys();
  const value = annotation.attributes[name] ?? "";
  const row =
    ([0, 1] as const).find((each) => fieldByFigure(annotation.tag, each)?.name === name) ?? null;
  const figures = options ? `1–${options.length}` : "";
  const keys = row === null ? (OWN_KEYS[name] ?? null) : row === 0 ? figures : `Shift+${figures}`;
  const back = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && options === null)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
    focusCard(annotation.id);
  };
  return (
    <label
      className={classNames(
        "grid content-start gap-0.5",
        options === null && name === "wording" && "col-span-2",
      )}
    >
      <span className="flex min-h-5 items-center gap-1 text-xs text-muted">
        {label}{" "}
        {keys && (
          <span aria-hidden className="pointer-coarse:hidden">
            <Key keys={shown(keys)} />
          </span>
        )}
      </span>
      {options ? (
        <select
          data-attribute={name}
          value={value}
          onKeyDown={back}
          onChange={(event) => setAttribute(desk, annotation.id, name, event.target.value || null)}
          className={classNames(CONTROL_STYLE, "h-7 px-1.5 text-sm pointer-coarse:h-11")}
        >
          <option value="">not said</option>
          {options.map((option, index) => (
            <option key={option.value} value={option.value}>
              {row === null ? option.label : `${index + 1} ${option.label}`}
            </option>
          ))}
        </select>
      ) : (
        <WrittenAttribute
          // A new value from elsewhere (undo, another tab) makes a new field.
          key={value}
          annotation={annotation}
          field={field}
          onKeyDown={back}
        />
      )}
    </label>
  );
}

/** Attributes with a key of their own; the others go by figures. */
const OWN_KEYS: Readonly<Record<string, string>> = {
  manner: "M",
  who: "W",
  wording: "W",
  saidOn: "Shift+M",
};
