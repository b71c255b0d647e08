/**
 * The language of a text by its script and its most common small words, as a two-letter code; null
 * when the text is too short or no language is clearly ahead. Honest for long text in a dozen
 * languages, silent otherwise.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const byScript = languageOfScript(sample);
  if (byScript) return byScript;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 20) return null;
  const ranked = Object.entries(SMALL_WORDS)
    .map(([language, list]) => {
      const small = new Set(list.split(" "));
      return { language, share: words.filter((word) => small.has(word)).length / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  if (!first || first.share < 0.12 || first.share < (second?.share ?? 0) * 1.25) return null;
  return first.language;
}

function languageOfScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / letters;
  if (share(/[\u3040-\u30ff]/g) > 0.1) return "ja";
  if (share(/\p{Script=Hangul}/gu) > 0.3) return "ko";
  if (share(/\p{Script=Han}/gu) > 0.5) return "zh";
  if (share(/\p{Script=Hebrew}/gu) > 0.5) return "he";
  if (share(/\p{Script=Greek}/gu) > 0.5) return "el";
  if (share(/\p{Script=Thai}/gu) > 0.5) return "th";
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) {
    return share(/[іїєґ]/gi) > 0.02 ? "uk" : share(/[ыэъё]/gi) > 0.01 ? "ru" : null;
  }
  if (share(/\p{Script=Arabic}/gu) > 0.5) return share(/[پچژگ]/g) > 0.01 ? "fa" : "ar";
  return null;
}

const SMALL_WORDS: Record<string, string> = {
  en: "the of and to in a is that for it was on with as are by be at this from have has not he his they we",
  de: "der die und das in den von zu mit ist im für auf nicht ein eine dem des sich als auch es an werden hat",
  fr: "de la le et les des en un une du dans est que pour qui sur pas par au avec ce il sont plus ne aux",
  es: "de la que el en y los del se las por un para con no una su al lo como más pero sus fue",
  pt: "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi",
  it: "di e il la che in un per è del non della una con i da le si dei nel al sono gli più alla",
  nl: "de het een van en in is dat op te met voor niet zijn aan er om als ook door maar bij naar",
  pl: "w i na z się nie do to że jest o po a jak przez od za dla przy są tym ale",
  sv: "och i att det som en på är av för med till den har de inte om ett från men var",
  da: "og i at det en som på er af for med til den har de ikke om et fra men var",
  tr: "ve bir bu için de da ile olarak çok daha olan gibi en ama kadar sonra olduğu ne var",
  id: "yang dan di dengan untuk dari dalam pada ini itu adalah tidak akan oleh ke telah juga sebagai",
};
