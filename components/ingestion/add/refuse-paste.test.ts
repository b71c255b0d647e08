import { expect, it } from "vitest";
import { TEXT_LIMIT } from "#lib/cleanup/decode.ts";
import { isAddress, PASTE_LIMIT_BYTES, refusePaste } from "./refuse-paste.ts";

it("has the server's own limit", () => {
  expect(PASTE_LIMIT_BYTES).toBe(TEXT_LIMIT);
  expect(refusePaste(TEXT_LIMIT)).toBeNull();
  expect(refusePaste(50 * 1024 * 1024)).toBe(
    "It holds 50.0 MB; an article may have up to 10 MB of text.",
  );
});

it.each([
  [" https://veldora.example/ferry\n", true],
  ["https://veldora.example/ferry says that", false],
  ["The ferry left.", false],
])("tells whether %j is an address", (text, is) => {
  expect(isAddress(text)).toBe(is);
});
