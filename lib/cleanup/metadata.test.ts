import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { bylineName } from "./bylines.ts";
import { pageMetadata } from "./html/page-metadata.ts";
import { statedDate } from "./stated-date.ts";

describe("statedDate", () => {
  it.each([
    ["2022-11-08", "2022-11-08"],
    ["2022-11-08T10:00:00+02:00", "2022-11-08T10:00:00+02:00"],
    ["2022-11-08 10:00:00 +0200", "2022-11-08T10:00:00+02:00"],
    ["2022-11-08T10:00:00.123456Z", "2022-11-08T10:00:00.123Z"],
    ["2022-11-08T10:00", "2022-11-08T10:00"],
    ["20221108", "2022-11-08"],
    ["1667901600", "2022-11-08T10:00:00Z"],
    ["Tuesday, 8th November 2022, 10:00", "2022-11-08"],
    ["Tue, 08 Nov 2022 10:00:00 +0100", "2022-11-08"],
    ["Nov. 8, 2022", "2022-11-08"],
    ["Dienstag, 8. November 2022", "2022-11-08"],
    ["le 1er août 2022", "2022-08-01"],
    ["8 de noviembre de 2022", "2022-11-08"],
    ["8 listopada 2022 r.", "2022-11-08"],
    ["8 ноября 2022 года, 12:00", "2022-11-08"],
    ["8 листопада 2022 року", "2022-11-08"],
    ["8 Kasım 2022 Salı", "2022-11-08"],
    ["٨ نوفمبر ٢٠٢٢", "2022-11-08"],
    ["8 בנובמבר 2022", "2022-11-08"],
    ["2022年11月8日", "2022-11-08"],
    ["2022년 11월 8일", "2022-11-08"],
    ["8 नवंबर 2022", "2022-11-08"],
    ["2022. november 8.", "2022-11-08"],
    ["08.11.2022 10:00", "2022-11-08"],
    ["2022/11/08", "2022-11-08"],
    ["28/11/2022", "2022-11-28"],
    ["08/11/2022", null],
    ["31 February 2022", null],
    ["2022-13-40", null],
    ["soon", null],
  ])("%s is %s", (words, date) => {
    expect(statedDate(words)).toBe(date);
  });
});

describe("bylineName", () => {
  it.each([
    ["By Ilva Odo", "Ilva Odo"],
    ["By Ilva Odo and Per Varn | 8 November 2022", "Ilva Odo and Per Varn"],
    ["Von Ilva Odo, 08.11.2022", "Ilva Odo"],
    ["Par Ilva Odo", "Ilva Odo"],
    ["Автор: Ильва Одо", "Ильва Одо"],
    ["بقلم إيلفا أودو", "إيلفا أودو"],
    ["作者：伊尔瓦", "伊尔瓦"],
    ["이일라 기자", "이일라"],
    ["By the time the port opened, nobody was left", null],
    ["De la mer au port", null],
    ["Ilva Odo", null],
  ])("%s names %s", (words, name) => {
    expect(bylineName(words)).toBe(name);
  });
});

describe("pageMetadata", () => {
  it("prefers JSON-LD, then meta elements, then the title without the paper's name", () => {
    const linked = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
      "headline":"Port of Ilm shut","author":[{"name":"Ilva Odo"},{"name":"Per Varn"}],
      "publisher":{"name":"The Ilm Courier"},"datePublished":"2022-11-08T10:00:00Z"}]}</script>`;
    expect(
      pageMetadata(parse(`<html lang="en-GB">${linked}<meta property="og:title" content="Other">`)),
    ).toMatchObject({
      title: "Port of Ilm shut",
      byline: "Ilva Odo, Per Varn",
      publisher: "The Ilm Courier",
      published: "2022-11-08T10:00:00Z",
      language: "en",
      from: { title: "json-ld", byline: "json-ld", published: "json-ld", language: "markup" },
    });
    const plain = `<title>Port shut | The Ilm Courier</title><meta name=author content="By Ilva Odo"><meta property="article:published_time" content="2022-11-08">`;
    expect(pageMetadata(parse(plain))).toEqual({
      url: null,
      retrieved: null,
      from: { title: "markup", byline: "meta", published: "open-graph" },
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

  it("mends JSON-LD, follows references, and reads references and tags as words", () => {
    const page = `<script type="application/ld+json">
      {"@context":"https://schema.org","@graph":[{"@type":"LiveBlogPosting","headline":"Ilm &amp; Osk
      <b>shut</b>","author":{"@id":"#ilva"},"publisher":{"@id":"#courier"},"inLanguage":"de-DE",
      "mainEntityOfPage":{"@id":"https://example.test/ilm"},"datePublished":"2022-11-08T10:00:00+01:00",},
      {"@type":"Person","@id":"#ilva","name":"Ilva Odo"},{"@type":"Organization","@id":"#courier","name":"Courier"},]};
      </script>`;
    expect(pageMetadata(parse(page))).toEqual({
      title: "Ilm & Osk shut",
      byline: "Ilva Odo",
      publisher: "Courier",
      published: "2022-11-08T10:00:00+01:00",
      language: "de",
      url: "https://example.test/ilm",
      retrieved: null,
      from: {
        title: "json-ld",
        byline: "json-ld",
        publisher: "json-ld",
        published: "json-ld",
        language: "json-ld",
        url: "json-ld",
      },
    });
  });

  it("reads Dublin Core, parsely, citation and microdata, and resolves a relative address", () => {
    const page = `<base href="https://example.test/news/"><link rel=canonical href=ilm>
      <meta name="DC.title" content="Ilm shut"><meta name="citation_author" content="Ilva Odo">
      <div itemscope itemtype="https://schema.org/Article"><time itemprop="datePublished" datetime="2022-11-08">8.11.</time></div>`;
    expect(pageMetadata(parse(page))).toMatchObject({
      title: "Ilm shut",
      byline: "Ilva Odo",
      published: "2022-11-08",
      url: "https://example.test/news/ilm",
    });
    const links = `<a rel=author href=/i>Ilva Odo</a> <a rel=author href=/p>Per Varn</a><time>8 November 2022</time>`;
    expect(pageMetadata(parse(links))).toMatchObject({
      byline: "Ilva Odo, Per Varn",
      published: "2022-11-08",
    });
  });

  it("knows where and when a page was saved", () => {
    const page = `<!-- Page saved with SingleFile \n url: https://example.test/a \n saved date: Tue Nov 08 2022 10:00:00 GMT+0100 (CET)\n--><html><p>x`;
    expect(pageMetadata(parse(page))).toMatchObject({
      url: "https://example.test/a",
      retrieved: "2022-11-08",
      from: { url: "file", retrieved: "file" },
    });
  });
});
