import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { z } from "zod";
import type { AttributeField } from "#components/annotations/attribute-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_STYLE } from "#components/ui/control-style.ts";
import { useKeptState } from "#components/ui/use-kept-state.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { setAttribute } from "../actions/change.ts";
import { useDesk } from "../use-desk.tsx";
import { NamesList } from "./names-list.tsx";

/**
 * An attribute in the annotator's own words. It is set when the field is left; until then the words
 * survive a reload, and are set as soon as the card is there again.
 */
export function WrittenAttribute({
  annotation,
  field: { name, label, hint },
  onKeyDown,
}: {
  annotation: Annotation;
  field: AttributeField;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const namesId = useId();
  const [isWriting, setWriting] = useState(false);
  const [kept, keep] = useKeptState(`onrecord-writing-${annotation.id}-${name}`, Words);
  const pattern = PATTERNS[name];
  const value = annotation.attributes[name] ?? "";

  function leave(words: string): void {
    setWriting(false);
    if (!fits(words, pattern)) {
      desk.say(`“${label}” takes ${hint ?? "another value"}`, true);
      return;
    }
    setAttribute(desk, annotation.id, name, words.trim() || null);
    keep(null);
  }

  // What a reload left behind: set now, or shown again to be put right.
  useEffect(() => {
    if (kept === null || isWriting) return;
    if (fits(kept, pattern)) {
      setAttribute(desk, annotation.id, name, kept.trim() || null);
      keep(null);
    } else if (input.current) input.current.value = kept;
  }, [kept, isWriting, pattern, keep, desk, annotation.id, name]);

  return (
    <>
      <input
        ref={input}
        data-attribute={name}
        defaultValue={value}
        list={name === "who" ? namesId : undefined}
        onFocus={() => setWriting(true)}
        onInput={(event) => keep(event.currentTarget.value)}
        placeholder={hint?.startsWith("YYYY") ? "YYYY-MM-DD" : undefined}
        title={hint}
        pattern={pattern}
        onKeyDown={onKeyDown}
        onBlur={(event) => leave(event.target.value)}
        className={classNames(
          CONTROL_STYLE,
          "h-7 px-1.5 text-sm user-invalid:border-danger pointer-coarse:h-11",
        )}
      />
      {name === "who" && isWriting && <NamesList id={namesId} />}
    </>
  );
}

const PATTERNS: Readonly<Record<string, string>> = { saidOn: "\\d{4}(-\\d{2}(-\\d{2})?)?" };

function fits(words: string, pattern: string | undefined): boolean {
  return words === "" || pattern === undefined || new RegExp(`^(?:${pattern})$`, "v").test(words);
}

/** One for good: another one with each drawing would be read again with each. */
const Words = z.string();
