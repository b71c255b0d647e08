import { SaxesParser } from "saxes";
import { statedLanguage } from "#lib/cleanup/metadata.ts";
import { statedDate } from "#lib/cleanup/stated-date.ts";
import { type FileDetails, personsName, personsTitle } from "./file-details.ts";

/** What `docProps/core.xml` of a DOCX, or `meta.xml` of an ODT, states. Damaged XML states nothing. */
export function officeProperties(xml: Buffer | undefined): FileDetails {
  if (!xml) return {};
  const stated = readElements(xml.toString("utf8"));
  return {
    title: personsTitle(stated.get("dc:title")),
    byline: personsName(stated.get("meta:initial-creator") ?? stated.get("dc:creator")),
    published: statedDate(
      stated.get("dcterms:created") ?? stated.get("meta:creation-date") ?? stated.get("dc:date"),
    ),
    language: statedLanguage(stated.get("dc:language")),
  };
}

/** The words of each element that holds nothing but words, by its usual name. */
function readElements(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: false });
  let words = "";
  parser.on("opentag", () => {
    words = "";
  });
  parser.on("text", (text) => {
    words += text;
  });
  parser.on("closetag", ({ name }) => {
    if (words.trim() !== "" && !found.has(name)) found.set(name, words.trim());
    words = "";
  });
  // Left alone, an error is thrown from within.
  parser.on("error", () => {});
  parser.write(xml).close();
  return found;
}
