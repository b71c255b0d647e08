import { statedWords } from "./metadata.ts";
import { datePlace } from "./stated-date.ts";

/** Words that stand before an author's name, in many languages. */
const BEFORE_NAME =
  "by|written by|posted by|published by|reported by|report by|reporting by|story by|words by|text by|interview by|author|authors|reporter" +
  "|von|ein (?:beitrag|artikel|gastbeitrag|interview|kommentar) von|autor|autorin|text" +
  "|par|propos recueillis par|publié par|écrit par|auteur|autrice|por|escrito por|publicado por|autora|di|a cura di|scritto da|autore|autrice|door|geschreven door|auteur" +
  "|av|text|skriven av|af|skrevet af|skrevet av|kirjoittaja|autorka|autorzy|napsal|napsala|autor textu|írta|szerző|szerzők|scris de|de|autor|yazan|yazar|yazarı|muhabir|haber|oleh|penulis|tác giả" +
  "|автор|автор статьи|текст|авторка|текст|автор матеріалу|συντάκτης|του|της|مؤلف|بقلم|كتب|كتبت|كتبه|نویسنده|מאת|लेखक|द्वारा|文|记者|記者|作者|撰文|文字|編集|取材|기자|글";

const BYLINE = new RegExp(`^(?:${BEFORE_NAME})\\s*[:：|–—-]?\\s*(?=\\S)(.+)$`, "iu");
/** These take a name only with a sign between: "Text: Ilva Odo", "De: …". */
const NEEDS_SIGN = /^(?:text|author|authors|reporter|de|di|haber|του|της|文|글)\s*[^:：|–—-]/iu;

/** The name in a line such as "By Ilva Odo", "Von Ilva Odo", "記者：…"; null for other lines. */
export function bylineName(words: string): string | null {
  const said = words.replace(/\s+/g, " ").trim();
  if (said.length > 160) return null;
  // A date may begin with its month's name, which reads like one more name.
  const date = datePlace(said);
  const isDated = date !== null && date.start > 0;
  const line = isDated ? said.slice(0, date.start).replace(/[\s,;|•·–—-]+$/u, "") : said;
  // A name between "di" or "de" and a date is an author's; without the date it may be a place's.
  const isUnsure = !isDated && NEEDS_SIGN.test(line);
  const name = behindName(line) ?? (isUnsure ? null : BYLINE.exec(line)?.[1]);
  if (!name) return null;
  const bare = name
    .replace(/\s*(?:[|•·–—]|\bon\b|\bam\b|\ble\b|,\s*(?=\d)).*$/u, "")
    .replace(/\s+[-]\s+.*$/, "")
    .replace(/\s*\(?\d.*$/, "")
    .replace(/[\s,.;:]+$/, "");
  return isName(bare) ? statedWords(bare, 120) : null;
}

/** "이일라 기자", "本报记者 …" and "Ilva Odo reports" name the writer first. */
function behindName(said: string): string | undefined {
  return (
    /^([가-힣]{2,4}) (?:기자|특파원|논설위원)(?=$|\s)/u.exec(said)?.[1] ??
    /^(?:本报|本報|新华社|特约)?(?:记者|記者)[:： ]?([\p{Script=Han}·、 ]{2,20})$/u.exec(said)?.[1]
  );
}

/** Names, not a sentence: few words, and in scripts with capitals most begin with one. */
function isName(words: string): boolean {
  const parts = words.match(/[\p{L}\p{M}][\p{L}\p{M}’'.-]*/gu) ?? [];
  if (parts.length === 0 || parts.length > 12) return false;
  const cased = parts.filter((part) => /^[\p{Lu}\p{Ll}]/u.test(part));
  const capital = cased.filter((part) => /^\p{Lu}/u.test(part));
  return cased.length === 0 ? words.length <= 40 : capital.length >= cased.length * 0.6;
}
