/**
 * The language of a text by its script and its most common small words, as a two-letter code; null
 * when the text is too short or no language is clearly ahead. Honest for long text in some forty
 * languages, silent otherwise.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const byScript = languageOfScript(sample);
  if (byScript) return byScript;
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < 20) return null;
  const ranked = [...SMALL_WORDS]
    .map(([language, small]) => {
      const common = words.filter((word) => small.has(word)).length;
      return { language, share: common / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  if (!first || first.share < 0.08 || first.share < (second?.share ?? 0) * 1.06) return null;
  return first.language;
}

function languageOfScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / letters;
  // Most texts are in Latin letters: one look settles it.
  if (share(/\p{Script=Latin}/gu) > 0.6) return null;
  if (share(/[\u3040-\u30ff]/g) > 0.1) return "ja";
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return cyrillic(share);
  if (share(/\p{Script=Arabic}/gu) > 0.5) {
    if (share(/[ٹڈڑںےہ]/g) > 0.02) return "ur";
    return share(/[پچژگکی]/g) > 0.03 ? "fa" : "ar";
  }
  return SCRIPTS.find(([, script]) => share(script) > 0.4)?.[0] ?? null;
}

/** Each by letters that the others lack. */
function cyrillic(share: (letters: RegExp) => number): string | null {
  if (share(/[ўЎ]/g) > 0.005) return "be";
  if (share(/[іїєґ]/gi) > 0.02) return "uk";
  if (share(/[ђћџ]/gi) > 0.003) return "sr";
  if (share(/[ѓќѕ]/gi) > 0.003) return "mk";
  if (share(/[ыэё]/gi) > 0.01) return "ru";
  return share(/ъ/gi) > 0.005 ? "bg" : null;
}

/** Scripts that one language of the news writes, or one before all others. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["my", /\p{Script=Myanmar}/gu],
];

const SMALL_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: "the of and to in a is that for it was on with as are by be at this from have has not he his they we",
    de: "der die und das in den von zu mit ist im für auf nicht ein eine dem des sich als auch es an werden hat",
    fr: "de la le et les des en un une du dans est que pour qui sur pas par au avec ce il sont plus ne aux",
    es: "de la que el en y los del se las por un para con no una su al lo como más pero sus fue",
    pt: "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi",
    it: "di e il la che in un per è del non della una con i da le si dei nel al sono gli più alla",
    nl: "de het een van en in is dat op te met voor niet zijn aan er om als ook door maar bij naar",
    pl: "w i na z się nie do to że jest o po a jak przez od za dla przy są tym ale oraz",
    sv: "och i att det som en på är av för med till den har de inte om ett från men var efter sig",
    da: "og i at det en på er af for med til den har de ikke om et fra men efter som blev hvor",
    nb: "og i å det som en på er av for med til den har de ikke om et fra men etter ble hvor",
    fi: "ja on ei että se oli hän mutta kun myös ovat joka tai niin kuin sen sekä ole mukaan jo",
    cs: "a v se na je že to s z do o i jako by po pro k ve jsou ale bylo který také podle",
    sk: "a v sa na je že to s z do o aj ako by po pre k vo sú ale bolo ktorý tiež podľa",
    hu: "a az és hogy nem is egy ez van meg de ha volt már csak még mint vagy azt ki",
    ro: "de și în a la cu pe că nu o care din un este mai pentru sau să au fost ce al",
    hr: "i u je na se da su za od s o koji kao će iz to ne a nije bi je li ali te",
    sl: "in je v na se da so za ki pa z tudi bi ne po kot bo ali do iz s ter o",
    tr: "ve bir bu için de da ile olarak çok daha olan gibi en ama kadar sonra olduğu ne var göre önce yeni iki her ki ise kendi tarafından ancak dedi hiçbir",
    id: "yang dan di dengan untuk dari dalam pada ini itu adalah tidak akan oleh ke telah juga sebagai",
    vi: "và của là có cho không được với trong một các đã này những người để từ khi về ở",
    ca: "de la el i que en a els les del un per amb una no es al és com més va ha dels",
    et: "ja on ei et see oli ta kui ka aga mis oma seda olid selle ning või nii pole",
    lv: "un ir ar no par ka uz tika bet kas tā arī kā pēc viņš lai nav vai gan pie",
    lt: "ir yra kad su į iš tai buvo ne kaip jis bet per už nuo dėl apie jau ar bei",
    sq: "e të në dhe një për me që nga është u si më do se ka nuk kjo por i",
    sw: "ya na wa kwa ni katika la za kuwa hiyo hii huo baada ambayo yake hata kama alisema",
  }).map(([language, list]) => [language, new Set(list.split(" "))]),
);
