import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { pageMetadata } from "./html/page-metadata.ts";
import { statedDate } from "./metadata.ts";

describe("statedDate", () => {
  it.each([
    ["2022-11-08", "2022-11-08"],
    ["2022-11-08T10:00:00+02:00", "2022-11-08T08:00:00.000Z"],
    ["2022-11-08T10:00:00", "2022-11-08"],
    ["Tuesday, 8th November 2022, 10:00", "2022-11-08"],
    ["Nov. 8, 2022", "2022-11-08"],
    ["08/11/2022", null],
    ["31 February 2022", null],
    ["soon", null],
  ])("%s is %s", (words, date) => {
    expect(statedDate(words)).toBe(date);
  });
});

describe("pageMetadata", () => {
  it("prefers JSON-LD, then meta elements, then the title without the paper's name", () => {
    const linked = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
      "headline":"Port of Ilm shut","author":[{"name":"Ilva Odo"},{"name":"Per Varn"}],
      "publisher":{"name":"The Ilm Courier"},"datePublished":"2022-11-08T10:00:00Z"}]}</script>`;
    expect(
      pageMetadata(parse(`<html lang="en-GB">${linked}<meta property="og:title" content="Other">`)),
    ).toEqual({
      title: "Port of Ilm shut",
      byline: "Ilva Odo, Per Varn",
      publisher: "The Ilm Courier",
      published: "2022-11-08T10:00:00.000Z",
      language: "en",
    });
    const plain = `<title>Port shut | The Ilm Courier</title><meta name=author content="By Ilva Odo"><meta property="article:published_time" content="2022-11-08">`;
    expect(pageMetadata(parse(plain))).toEqual({
      title: "Port shut",
      byline: "Ilva Odo",
      publisher: null,
      published: "2022-11-08",
      language: null,
    });
  });

  it("passes over broken JSON-LD and addresses in place of names", () => {
    const page = `<script type="application/ld+json">{oops</script><meta property="article:author" content="https://example.test/ilva">`;
    expect(pageMetadata(parse(page))).toMatchObject({ title: null, byline: null });
  });
});
