import type { Attributes, Tag } from "#lib/annotations/model.ts";

export type AttributeName = keyof Attributes;

/** An attribute as it is asked for and said. */
export type AttributeField = {
  readonly name: AttributeName;
  readonly label: string;
  /** The values it may have, or null where it is written freely. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  readonly hint?: string;
};

/** The attributes of each tag, in the order in which they are asked for. */
export const ATTRIBUTE_FIELDS: Readonly<Record<Tag, readonly AttributeField[]>> = {
  claim: [
    {
      name: "kind",
      label: "Kind",
      options: options({
        quotation: "quotation",
        cause: "cause",
        prediction: "prediction",
        position: "position",
        number: "number",
        event: "event or property",
        other: "other",
      }),
    },
    {
      name: "worthChecking",
      label: "Worth checking",
      options: options({ yes: "yes", no: "no", unsure: "unsure" }),
    },
    { name: "wording", label: "Wording", options: null, hint: "The claim in plain words." },
  ],
  denial: [
    {
      name: "form",
      label: "Form",
      options: options({
        flat: "flat denial",
        partial: "partial denial",
        "counter-claim": "counter-claim",
        dismissal: "dismissal as false or groundless",
        evasion: "evasion",
      }),
    },
  ],
  attribution: [
    {
      name: "sourceType",
      label: "Source type",
      options: options({
        "named-person": "named person",
        "unnamed-person": "unnamed person or people",
        organisation: "organisation or state",
        outlet: "news outlet",
        document: "document",
        nobody: "nobody named",
      }),
    },
    { name: "who", label: "Who is meant", options: null },
    { name: "saidOn", label: "Said on", options: null, hint: "YYYY, YYYY-MM or YYYY-MM-DD." },
    {
      name: "manner",
      label: "Manner",
      options: options({ direct: "direct", indirect: "indirect", mixed: "mixed" }),
    },
    {
      name: "commitment",
      label: "Commitment",
      options: options({
        asserts: "asserts",
        confirms: "confirms or concedes",
        denies: "denies",
        hedges: "hedges",
        asks: "asks",
        demands: "demands or promises",
        declines: "declines to comment",
        reports: "reports",
      }),
    },
  ],
};

/** What an attribute is called: "Worth checking". */
export function attributeLabel(name: string): string {
  return fieldOf(name)?.label ?? name;
}

/** A value as it is said: "confirms or concedes". */
export function attributeValueWords(name: string, value: string): string {
  return fieldOf(name)?.options?.find((option) => option.value === value)?.label ?? value;
}

/** The attributes that an annotation has, in their order, as they are said. */
export function saidAttributes(
  tag: Tag,
  attributes: Attributes,
): { name: string; label: string; value: string }[] {
  return ATTRIBUTE_FIELDS[tag].flatMap(({ name, label }) => {
    const value = attributes[name];
    return value === undefined ? [] : [{ name, label, value: attributeValueWords(name, value) }];
  });
}

function fieldOf(name: string): AttributeField | undefined {
  return Object.values(ATTRIBUTE_FIELDS)
    .flat()
    .find((field) => field.name === name);
}

function options(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
