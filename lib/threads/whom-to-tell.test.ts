import { expect, it } from "vitest";
import { whomToTell } from "./whom-to-tell.ts";

const members = new Set(["ana", "bo", "cy", "di"]);

it("tells each once, for the nearest reason, and never the writer or whoever has left", () => {
  const told = whomToTell("ana", {
    writers: ["ana", "bo", "cy", "eve"],
    annotator: "bo",
    mentioned: ["cy", "cy", "ana", "zoe"],
    members,
  });
  expect([...told]).toEqual([
    ["cy", "mention"],
    ["bo", "comment"],
  ]);
});

it("tells whoever wrote before", () => {
  const told = whomToTell("ana", { writers: ["di"], annotator: null, mentioned: [], members });
  expect([...told]).toEqual([["di", "reply"]]);
});
