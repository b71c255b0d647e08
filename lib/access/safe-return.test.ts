import { describe, expect, it } from "vitest";
import { safeReturn } from "./safe-return.ts";

describe("safeReturn", () => {
  it("keeps a path of ours", () => {
    expect(safeReturn("/projects/1/articles/2?x=1#annotation-3")).toBe(
      "/projects/1/articles/2?x=1#annotation-3",
    );
  });

  it.each([
    null,
    "",
    "projects",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/api/v1/me",
    "/link/abc",
  ])("gives the first page for %s", (path) => {
    expect(safeReturn(path)).toBe("/");
  });
});
