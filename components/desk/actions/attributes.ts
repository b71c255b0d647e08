import { askToChoose } from "./focus.ts";
import {
  ATTRIBUTE_FIELDS,
  attributeLabel,
  attributeValueWords,
} from "#components/annotations/attribute-words.ts";
import type { AttributeField, AttributeName } from "#components/annotations/attribute-words.ts";
import type { Annotation, Tag } from "#lib/annotations/model.ts";
import type { Desk } from "../model.ts";
import { setAttribute } from "./change.ts";
import { editable } from "./write.ts";

/** The attributes whose values have keys: those of the first with a figure, of the second with Shift. */
const BY_FIGURE: Readonly<Record<Tag, readonly AttributeName[]>> = {
  claim: ["kind", "worthChecking"],
  denial: ["form"],
  attribution: ["sourceType", "commitment"],
};

/** The attribute that figures (0) or figures with Shift (1) set on a tag; null where there is none. */
export function fieldByFigure(tag: Tag, row: 0 | 1): AttributeField | null {
  const name = BY_FIGURE[tag][row];
  return ATTRIBUTE_FIELDS[tag].find((field) => field.name === name) ?? null;
}

/**
 * 1 to 8, also with Shift: gives the focused annotation that value; 0 takes it away. The same figure
 * twice changes nothing: the value may have been proposed, and whoever says it as well means it.
 */
export function setByFigure(desk: Desk, row: 0 | 1, figure: number): void {
  const annotation = focused(desk);
  if (!annotation) return;
  const field = fieldByFigure(annotation.tag, row);
  const option = field?.options?.[figure - 1];
  if (!field || (!option && figure > 0)) {
    const a = annotation.tag === "attribution" ? "An" : "A";
    return desk.say(`${a} ${annotation.tag} has no value ${row === 1 ? "Shift " : ""}${figure}.`);
  }
  setAttribute(desk, annotation.id, field.name, option?.value ?? null);
  desk.say(`${field.label}: ${option?.label ?? "not said"}.`);
}

/** M: the next manner; the quotation marks have proposed the first. */
export function nextManner(desk: Desk): void {
  const annotation = focused(desk);
  if (!annotation) return;
  if (annotation.tag !== "attribution") return desk.say("Only an attribution has a manner.");
  const manners = ["direct", "indirect", "mixed"] as const;
  const at = manners.findIndex((each) => each === annotation.attributes.manner);
  const manner = manners[(at + 1) % manners.length] ?? "direct";
  setAttribute(desk, annotation.id, "manner", manner);
  desk.say(`${attributeLabel("manner")}: ${attributeValueWords("manner", manner)}.`);
}

function focused(desk: Desk): Annotation | null {
  const { focusId } = desk.store.get();
  if (focusId !== null) return editable(desk, focusId);
  askToChoose(desk);
  return null;
}
