import { describe, expect, it } from "vitest";
import { articlesHref, DEFAULT_REQUEST } from "./articles-href.ts";

describe("the address of the articles table", () => {
  it("says nothing that goes without saying", () => {
    expect(articlesHref("p", DEFAULT_REQUEST)).toBe("/projects/p/articles");
  });

  it("holds what was asked for", () => {
    const asked = { ...DEFAULT_REQUEST, state: "done" as const, mine: true, search: "Lund & Bay" };
    expect(articlesHref("p", asked)).toBe(
      "/projects/p/articles?state=done&mine=yes&search=Lund+%26+Bay",
    );
  });

  it("goes back to the first page with every change but one of page", () => {
    const asked = { ...DEFAULT_REQUEST, page: 3 };
    expect(articlesHref("p", asked, { sort: "title" })).toBe("/projects/p/articles?sort=title");
    expect(articlesHref("p", asked, { page: 4 })).toBe("/projects/p/articles?page=4");
  });

  it("drops a state that is taken back", () => {
    const asked = { ...DEFAULT_REQUEST, state: "new" as const };
    expect(articlesHref("p", asked, { state: undefined })).toBe("/projects/p/articles");
  });
});
