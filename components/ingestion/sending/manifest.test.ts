import { expect, it } from "vitest";
import { chosenFrom, manifestOf } from "./manifest.ts";

const PLACE = { projectId: "project", userId: "person" };

function chosen(...paths: string[]) {
  return paths.map((path) => ({
    path,
    file: new File(["words"], path.split("/").at(-1) ?? path, { lastModified: 1_000 }),
  }));
}

it("gives the same files the same id, in whatever order they were chosen", () => {
  const first = manifestOf(PLACE, chosen("b.txt", "a.txt"));
  expect(manifestOf(PLACE, chosen("a.txt", "b.txt")).id).toBe(first.id);
  expect(first.files.map(({ path }) => path)).toEqual(["a.txt", "b.txt"]);
});

it("gives other files, another person, another project and another round another id", () => {
  const ids = [
    manifestOf(PLACE, chosen("a.txt")),
    manifestOf(PLACE, chosen("b.txt")),
    manifestOf({ ...PLACE, userId: "another" }, chosen("a.txt")),
    manifestOf({ ...PLACE, projectId: "another" }, chosen("a.txt")),
    manifestOf({ ...PLACE, round: 1 }, chosen("a.txt")),
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("leaves out what a file manager puts beside the files, and says how much", () => {
  const { files, litter } = manifestOf(
    PLACE,
    chosen("x/a.txt", "x/.DS_Store", "__MACOSX/x/a.txt", "x/Thumbs.db"),
  );
  expect(files.map(({ path }) => path)).toEqual(["x/a.txt"]);
  expect(litter).toBe(3);
});

it.each([
  [["a.txt"], "a.txt"],
  [["harbour/a.txt"], "a.txt"],
  [["harbour/a.txt", "harbour/b/c.txt"], "harbour (2 files)"],
  [["a.txt", "b.txt"], "2 files"],
])("names %j %s", (paths, name) => {
  expect(manifestOf(PLACE, chosen(...paths)).name).toBe(name);
});

it("takes a chooser's files by their name where they came from no folder", () => {
  expect(chosenFrom([new File([], "a.txt")])[0]?.path).toBe("a.txt");
});
