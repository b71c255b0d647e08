import { ATTRIBUTES_OF_TAG, type Attributes, type Tag } from "./model.ts";

/**
 * The attributes of a tag in their normal form (trimmed, nothing undefined), or a sentence for each
 * that does not belong to the tag or has another value than its tokens.
 */
export function checkAttributes(
  tag: Tag,
  sent: Readonly<Record<string, unknown>>,
): { attributes: Attributes } | { fields: Record<string, string> } {
  const schema = ATTRIBUTES_OF_TAG[tag];
  const parsed = schema.safeParse(sent);
  if (parsed.success) {
    const said = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    return { attributes: Object.fromEntries(said) };
  }
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys)
        fields[`attributes.${key}`] = `${CALLED[tag]} has no such attribute.`;
    } else {
      const tokens =
        issue.code === "invalid_value"
          ? `This must be one of ${issue.values.join(", ")}.`
          : issue.message;
      fields[["attributes", ...issue.path].join(".")] ??= tokens;
    }
  }
  return { fields };
}

const CALLED = {
  claim: "A claim",
  denial: "A denial",
  attribution: "An attribution",
} as const satisfies Record<Tag, string>;
