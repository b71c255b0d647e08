import { expect, test } from "vitest";
import { headingForTag } from "./heading-for-tag.ts";

const outline = ["What we mark: claims and more", "Reclaiming", "Claims", "Denials"].map(
  (text, index) => ({ id: `h${index}`, level: 2, text }),
);

test("opens at the heading that begins with the tag, else at the first that names it", () => {
  expect(headingForTag(outline, "claim")?.text).toBe("Claims");
  expect(headingForTag(outline.slice(0, 2), "claim")?.text).toBe("What we mark: claims and more");
  expect(headingForTag(outline, "denial")?.text).toBe("Denials");
  expect(headingForTag(outline, "attribution")).toBeNull();
});
