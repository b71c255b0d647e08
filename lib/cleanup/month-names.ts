/**
 * The names of months by their number (1…12), in lower case: the full names as they stand in a
 * date, and short forms. A name that means two months in two languages is left out.
 */
export function monthNumber(name: string): number | null {
  return MONTHS.get(name.toLowerCase().replace(/\.$/, "")) ?? null;
}

const NAMES: readonly string[] = [
  // en
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "- - - - - - - - sept - - -",
  // de, de-AT
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feber mrz - - - - - - okt - dez",
  // fr
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv févr - avr - - juil aout - - - déc",
  // es
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene - - abr - - - ago setiembre - - dic",
  // pt
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "- fev - - - - - - set out - dez",
  // it
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "gen - - - mag giu lug - - ott - -",
  // nl
  "januari februari maart april mei juni juli augustus september oktober november december",
  "- - mrt - - - - - - - - -",
  // sv, da, nb
  "januari februari mars april maj juni juli augusti september oktober november december",
  "januar februar marts april maj juni juli august september oktober november december",
  "- - - - - - - - - - - desember",
  // fi (partitive)
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  // pl (genitive)
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  // cs (genitive)
  "ledna února března dubna května června července srpna září října - prosince",
  // hu
  "január február március április május június július augusztus szeptember október november december",
  // ro
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  // tr
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  // id
  "januari februari maret april mei juni juli agustus september oktober november desember",
  // ru (genitive, short)
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "янв фев мар апр май июн июл авг сен окт ноя дек",
  // uk
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  // bg
  "януари февруари март април май юни юли август септември октомври ноември декември",
  // el (genitive)
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
  // he
  "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
  "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
  // ar: Egypt and the Gulf, the Levant (in one word)
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
  "- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -",
  // fa
  "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
  // hi
  "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
  "- फरवरी - - - - - - सितम्बर अक्तूबर नवम्बर दिसम्बर",
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((list) =>
    list
      .split(" ")
      .flatMap((name, index) =>
        name === "-"
          ? []
          : [[name, index + 1] as const, [name.normalize("NFD"), index + 1] as const],
      ),
  ),
);
