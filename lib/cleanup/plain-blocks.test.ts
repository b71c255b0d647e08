import { describe, expect, it } from "vitest";
import { draftText } from "./draft.ts";
import { plainBlocks } from "./plain-blocks.ts";

function blocks(text: string): string[] {
  return plainBlocks(text).map((block) => draftText(text, block));
}

describe("plainBlocks", () => {
  it("makes a block of every line", () => {
    expect(blocks("\n  One \n\nTwo\nThree\n")).toEqual(["One", "Two", "Three"]);
  });

  it("joins lines that were broken at a fixed width", () => {
    const paragraph = `The ministry of the island state said on Monday that the harbour
would stay closed until the inquiry has ended, and that no ship
had left it since the night of the fire. Nobody has denied this
so far, although two captains have asked for a hearing.`;
    const text = [paragraph, paragraph, paragraph].join("\n\n");
    expect(blocks(text)).toEqual([paragraph, paragraph, paragraph]);
  });
});
