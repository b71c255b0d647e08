import { expect, it } from "vitest";
import { TEXT_LIMIT } from "#lib/cleanup/decode.ts";
import { refuseUpload, UPLOAD_LIMIT_BYTES } from "./upload-limit.ts";

it("has the server's own limit", () => {
  expect(UPLOAD_LIMIT_BYTES).toBe(TEXT_LIMIT);
});

it.each([
  [{ name: "a.txt", size: 10 }, null],
  [{ name: "A.HTML", size: UPLOAD_LIMIT_BYTES }, null],
  [{ name: "a.md", size: 0 }, "There is no text in it."],
  [{ name: "a.pdf", size: 10 }, "Only .txt, .html and .md files can be read."],
  [
    { name: "a.txt", size: 50 * 1024 * 1024 },
    "It holds 50.0 MB; an article may have up to 10 MB of text.",
  ],
])("looks at %o before it is sent", (file, sentence) => {
  expect(refuseUpload(file)).toBe(sentence);
});
