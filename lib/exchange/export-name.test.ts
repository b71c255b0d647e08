import { expect, it } from "vitest";
import { exportName } from "./export-name.ts";

const at = new Date("2031-05-04T23:00:00Z");

it("is made of plain letters, the day and the format", () => {
  expect(exportName("Harbour affair", "jsonl", at)).toBe("harbour-affair-2031-05-04.jsonl");
  expect(exportName("Été / “Lund” \r\n", "csv", at)).toBe("ete-lund-2031-05-04.csv");
});

it("has a name for a project whose letters are others", () => {
  expect(exportName("москва", "markdown", at)).toBe("onrecord-2031-05-04.md");
});
