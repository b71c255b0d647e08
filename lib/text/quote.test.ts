import { describe, expect, it } from "vitest";
import { quoteOf } from "./quote.ts";
import { span } from "./span.ts";

describe("quoteOf", () => {
  it("counts the context in code points and gives the place in UTF-16", () => {
    expect(quoteOf("ab😊cd😊ef", span(3, 5), 2)).toEqual({
      exact: "cd",
      prefix: "b😊",
      suffix: "😊e",
      startUtf16: 4,
      endUtf16: 6,
    });
  });

  it("takes what there is at the edges", () => {
    expect(quoteOf("abc", span(0, 3))).toMatchObject({ exact: "abc", prefix: "", suffix: "" });
    expect(() => quoteOf("abc", span(0, 4))).toThrow(RangeError);
  });
});
