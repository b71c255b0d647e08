import { expect, it } from "vitest";
import { whomToTell } from "./whom-to-tell.ts";

const everybody = { blind: new Set<string>(), beginner: "bo" };
const members = new Set(["ana", "bo", "cy", "di"]);

it("tells each once, for the nearest reason, and never the writer or whoever has left", () => {
  const told = whomToTell("ana", {
    writers: ["ana", "bo", "cy", "eve"],
    annotator: "bo",
    mentioned: ["cy", "cy", "ana", "zoe"],
    members,
    ...everybody,
  });
  expect([...told]).toEqual([
    ["cy", "mention"],
    ["bo", "comment"],
  ]);
});

it("tells whoever wrote before", () => {
  const told = whomToTell("ana", {
    ...{ writers: ["di"], annotator: null, mentioned: [], members },
    ...everybody,
  });
  expect([...told]).toEqual([["di", "reply"]]);
});

it("tells those who are blind to others' work of answers only in a thread that they began", () => {
  const told = whomToTell("rob", {
    ...{ writers: ["bo", "cy", "di"], annotator: null, mentioned: ["ana"] },
    members: new Set([...members, "rob"]),
    blind: new Set(["ana", "bo", "cy"]),
    beginner: "bo",
  });
  expect([...told]).toEqual([
    ["ana", "mention"],
    ["bo", "reply"],
    ["di", "reply"],
  ]);
});
