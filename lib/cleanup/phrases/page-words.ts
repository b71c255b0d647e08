import type { PhraseTable } from "./phrase-table.ts";

/** Words over a text that say what sort of text it is, and nothing of what it tells. */
export const LABELS: PhraseTable = {
  en: "analysis|opinion|editorial|exclusive|explainer|feature|interviews?|breaking(?: news)?|commentary|column|long read",
  de: "analyse|meinung|leitartikel|exklusiv|interview|eilmeldung|reportage",
  other:
    "analyse|opinion|éditorial|exclusif|análisis|análise|opinión|opinião|exclusiva?|opinione|esclusiva|opinia|аналитика|мнение|эксклюзив|analiz|görüş",
};

/** Buttons, counters and signs around an article. */
export const BUTTONS: PhraseTable = {
  en: "share|tweet|print|e-?mail|save|menu|search|home|close|next|previous|prev|back|more|ok|login|log ?in|sign ?in|sign ?up|register|subscribe|sections|all sections|copy(?: link)?|link copied!?|skip to .{1,30}|(?:back to|go to|scroll to) .{1,20}|(?:show|load|see|view|read|learn) (?:more|all|less|full (?:article|story|bio))(?: .{0,20})?|continue reading.{0,30}|advert(?:isement|ising)?|ad|ads|sponsored|\\d+ ?min(?:ute)?s?(?: to)? read|reading time.{0,20}|open image in gallery|(?:view|open|launch) (?:gallery|image|slideshow).{0,20}|image \\d+ of \\d+|avatar|news ?feed|text size|listen(?: to (?:this )?article)?|listen now|play(?: video)?|watch(?: live| now| video)?|photos?|videos?|live|tags?:?|topics?:?|filed under:?.{0,40}|share (?:this|on|via|to|with) ?.{0,40}|click to share.{0,40}|follow (?:us|me|topics).{0,40}|(?:\\d[\\d.,k]* )?(?:shares?|views?|likes?|retweets?)|buy now|loading\\.{0,3}|scroll down.{0,30}|add to (?:bookmarks|favou?rites|reading list)|report (?:an error|a typo|this ad)|article continues (?:below|after).{0,40}|story continues below.{0,30}",
  brands:
    "facebook|twitter|x|instagram|youtube|whatsapp|telegram|linkedin|pinterest|reddit|flipboard|tumblr|pocket|vk|viber|line|tiktok|threads|bluesky|mastodon|xing|weibo|wechat|rss|google news|messenger",
  de: "anzeige|werbung|teilen|drucken|merken|per (?:e-?mail|mail) (?:teilen|versenden)|auf .{2,20} teilen|lesezeit:? .{1,20}|\\d+ min(?:uten)?\\.? lesezeit|weiterlesen|mehr (?:lesen|anzeigen|erfahren)|suche|schließen|startseite|artikel (?:teilen|drucken|merken|anhören|vorlesen).{0,20}|zum inhalt springen|nach oben|schlagwörter:?|themen:?|stichwörter:?|vorlesen|zurück|weiter|folgen(?: sie uns.{0,40})?",
  fr: "publicité|partager(?: (?:sur|cet article|l[’']article|via|par).{0,30})?|imprimer|envoyer par e-?mail|temps de lecture ?:? ?.{1,20}|(?:environ )?\\d+ min(?:utes)? de lecture|lire (?:la suite|plus|l[’']article)(?: .{0,20})?|(?:voir|afficher) (?:plus|tout)|accueil|rechercher|fermer|copier le lien|écouter(?: .{0,20})?|ajouter à .{2,30}|aller au contenu.{0,20}|haut de page|mots[- ]clés:?|suivez-nous.{0,30}|retour|suivant|précédent",
  es: "publicidad|anuncio|compartir(?: (?:en|por|este|la|el).{0,30})?|imprimir|enviar por (?:correo|e-?mail)|tiempo de lectura:? .{1,20}|\\d+ min(?:utos)?\\.? de lectura|(?:leer|ver|cargar|mostrar) (?:más|todo)|inicio|buscar|cerrar|copiar (?:enlace|link)|escuchar(?: .{0,20})?|guardar|etiquetas:?|temas:?|síguenos.{0,30}|ir al contenido.{0,20}|volver(?: arriba)?|siguiente|anterior",
  pt: "publicidade|anúncio|propaganda|continua (?:após|depois) .{0,30}|compartilh(?:ar|e)(?: .{0,30})?|partilhar(?: .{0,30})?|imprimir|enviar por e-?mail|tempo de leitura:? .{1,20}|\\d+ min(?:utos)?\\.? de leitura|(?:ler|ver|carregar|mostrar) (?:mais|tudo)|início|buscar|pesquisar|fechar|copiar link|ouvir(?: .{0,20})?|salvar|tags|siga-nos.{0,30}|ir para o conteúdo.{0,20}|voltar(?: ao topo)?|próximo|próxima",
  it: "pubblicità|annuncio|condividi(?: .{0,30})?|stampa|invia (?:per|via) e-?mail|tempo di lettura:? .{1,20}|\\d+ min(?:uti)? di lettura|(?:leggi|mostra|vedi|carica) (?:di più|tutto|altro|tutti)|continua a leggere.{0,20}|cerca|chiudi|copia link|ascolta(?: .{0,20})?|salva|seguici.{0,30}|vai al contenuto.{0,20}|torna su|successivo|precedente|argomenti:?",
  nl: "advertentie|reclame|delen(?: .{0,20})?|deel (?:op|via|dit) .{2,30}|afdrukken|leestijd:? .{1,20}|\\d+ min(?:uten)? leestijd|zoeken|sluiten|terug|volgende|vorige|trefwoorden:?",
  pl: "reklama|udostępnij(?: .{0,30})?|drukuj|wyślij(?: .{0,20})?|czas czytania:? .{1,20}|\\d+ min(?:uty|ut)? czytania|czytaj (?:więcej|dalej)|pokaż (?:więcej|wszystkie)|szukaj|zamknij|strona główna|skopiuj link|posłuchaj(?: .{0,20})?|tagi:?|przejdź do treści|wróć|następn[ya]|poprzedni[a]?|dalszy ciąg (?:artykułu|materiału) pod wideo.{0,20}",
  nordic:
    "annons|annonse|annonce|reklam|reklame|dela|del|del artikkel(?:en)?|dela artikel(?:n)?|skriv ut|lästid:? .{1,20}|lesetid:? .{1,20}|mainos|jaa|tulosta|sök|søk|stäng|lukk",
  cs: "reklama|inzerce|sdílet(?: .{0,20})?|tisk(?:nout)?|doba čtení:? .{1,20}|hledat|zavřít|číst (?:více|dále)|domů|hirdetés|megosztás|nyomtatás|publicitate|distribuie|caută",
  tr: "reklam|ilan|paylaş(?: .{0,20})?|.{2,14}['’](?:ta|te|da|de) paylaş|yazdır|\\d+ (?:dakikalık|dk\\.?|dakika) ?(?:okuma|okunma)?(?: süresi)?|okuma süresi:? .{1,20}|devamını oku|daha fazla(?: .{0,20})?|ara|kapat|ana ?sayfa|etiketler:?|dinle|takip et|bizi takip edin.{0,20}|önceki|sonraki",
  id: "iklan|bagikan(?: .{0,20})?|cetak|cari|tutup|beranda|quảng cáo|chia sẻ(?: .{0,20})?|trang chủ|selengkapnya",
  ru: "реклама|поделиться(?: .{0,30})?|распечатать|печать|версия для печати|время (?:на )?чтени[яе]:? .{1,20}|\\d+ мин(?:ут[ыа]?)?\\.?(?: (?:на )?чтени[яе])?|читать (?:далее|дальше|полностью|ещё|еще)(?: .{0,20})?|показать (?:ещё|еще|все)|поиск|закрыть|главная|скопировать(?: ссылку)?|слушать(?: .{0,20})?|теги:?|темы:?|подписывайтесь на .{2,40}|назад|вперёд|вперед|ещё|еще",
  uk: "реклама|поділитися(?: .{0,30})?|друк(?:увати)?|час (?:на )?читання:? .{1,20}|\\d+ хв(?:илин[иа]?)?\\.?(?: (?:на )?читання)?|читати (?:далі|більше|повністю)|показати (?:ще|всі)|пошук|закрити|головна|скопіювати(?: посилання)?|слухати|теги:?|теми:?|підписуйтесь на .{2,40}|назад|ще",
  el: "διαφήμιση|κοινοποίηση|εκτύπωση|αναζήτηση|αρχική|χρόνος ανάγνωσης:? .{1,20}|реклама|сподели",
  ar: "إعلان|إعلانات|اعلان|شارك(?: .{0,30})?|مشاركة(?: .{0,30})?|طباعة|(?:مدة|وقت) القراءة:? .{1,20}|\\d+ دقائق? (?:قراءة|للقراءة)|(?:اقرأ|عرض|شاهد) المزيد|بحث|إغلاق|الرئيسية|نسخ الرابط|استمع|الوسوم:?|كلمات (?:مفتاحية|دليلية):?|تابعنا.{0,30}|حفظ|التالي|السابق|آگهی|تبلیغات|اشتراک گذاری",
  he: "פרסומת|תוכן ממומן|שתפו(?: .{0,30})?|שיתוף(?: .{0,20})?|שתף(?: .{0,20})?|הדפסה|הדפס|זמן קריאה:? .{1,20}|קרא עוד|קראו עוד|חיפוש|סגור|דף הבית|העתק קישור|האזנה|תגיות:?|תגים:?",
  hi: "विज्ञापन|शेयर(?: करें)?|.{2,14} (?:पर )?शेयर करें|साझा करें|पढ़ने का समय:? .{1,20}|\\d+ मिनट (?:में पढ़ें|पढ़ें)|और पढ़ें|खोजें|बंद करें|होम|टैग्स?:?|फ़ॉलो करें.{0,20}",
  zh: "广告|廣告|分享(?:到|至)?.{0,10}|打印|列印|收藏|(?:预计)?(?:阅读|閱讀)(?:时间|時間|时长)?.{0,12}|阅读(?:更多|全文)|閱讀(?:更多|全文)|展开(?:全文)?|搜索|搜尋|关闭|關閉|首页|首頁|返回(?:顶部|首页)?|复制链接|標籤.{0,3}|标签.{0,3}|关键词.{0,3}|關鍵字.{0,3}|字号.{0,10}|字體.{0,10}|责任编辑.{0,12}|责编.{0,12}|責任編輯.{0,12}|关注我们.{0,10}|微信扫一扫.{0,12}|扫一扫.{0,12}|上一页|下一页",
  ja: "広告|pr|(?:シェア|共有|ツイート|ポスト|保存|印刷)(?:する)?|(?:この記事は)?(?:約)?\\d+分(?:で読めます|で読める)?|続きを(?:読む|見る)|もっと(?:見る|読む)|検索|閉じる|ホーム|トップ(?:ページ)?|リンクをコピー|(?:タグ|キーワード)[:：]?|フォローする?|いいね!?|ブックマーク|ページトップへ.{0,4}|次(?:へ|のページ)|前(?:へ|のページ)|目次",
  ko: "광고|공유(?:하기)?|.{2,10} 공유(?:하기)?|인쇄(?:하기)?|스크랩|(?:읽는|예상) 시간:? ?.{1,12}|더\\s?보기|검색|닫기|홈|url ?복사|글자 ?(?:크기|크게|작게).{0,10}|구독(?:하기)?|좋아요|목록|태그|이전|다음|본문 .{2,12}",
  th: "โฆษณา|แชร์|พิมพ์|ค้นหา|ปิด|หน้าแรก|แท็ก.{0,3}",
};

/** Words before the date on which a page was made or changed. */
export const PUBLISHED: PhraseTable = {
  en: "(?:first |last |originally )?(?:published|updated|posted|modified|created|edited|reviewed)",
  de: "veröffentlicht|aktualisiert|erstellt|stand|zuletzt (?:geändert|aktualisiert)|publiziert",
  fr: "publié[es]?|mise? (?:à jour|en ligne)|modifié|posté|créé|dernière mise à jour",
  es: "publicado|actualizado|creado|última actualización|fecha",
  pt: "publicado|atualizado|criado|postado|última atualização|data",
  it: "pubblicato|aggiornato|ultimo aggiornamento|creato|data",
  nl: "gepubliceerd|bijgewerkt|geplaatst|laatste update",
  pl: "opublikowan[oay]|aktualizacja|zaktualizowano|dodano|data (?:publikacji|dodania)|utworzono",
  nordic: "publicerad|uppdaterad|publisert|oppdatert|opdateret|julkaistu|päivitetty",
  other:
    "publikováno|aktualizováno|megjelent|frissítve|publicat|actualizat|diterbitkan|diperbarui|cập nhật|đăng|публикуван[ао]?|обновен[ао]?|δημοσιεύθηκε|ενημερώθηκε",
  tr: "yayın(?:lanma)?(?: tarihi)?|güncelleme(?: tarihi)?|giriş(?: tarihi)?|yayınlandı|güncellendi",
  ru: "опубликован[оа]?|обновлен[оа]?|обновлено|создано|дата(?: публикации)?|размещено",
  uk: "опубліковано|оновлено|створено|дата(?: публікації)?",
  ar: "نشر(?:ت)?(?: في| بتاريخ)?|نُشر|تاريخ (?:النشر|التحديث)|آخر تحديث|تم (?:النشر|التحديث)|منتشر شده",
  he: "פורסם|עודכן|תאריך(?: פרסום)?|עדכון אחרון",
  hi: "प्रकाशित|अपडेट(?:ेड)?|प्रकाशन|पब्लिश्ड",
  zh: "发布(?:时间|日期|于)?|發布(?:時間|日期|於)?|发表(?:时间|于)?|更新(?:时间|時間|日期)?|时间|時間|日期",
  ja: "公開(?:日)?|更新(?:日)?|掲載(?:日)?|投稿(?:日)?|配信|作成日",
  ko: "입력|수정|등록|승인|게재|발행|업데이트",
};

/** Sentences about the page itself: its cookies, its conditions, its forms. */
export const HOUSEKEEPING: PhraseTable = {
  en: "cookies?|privacy policy|data protection|terms (?:of (?:use|service)|and conditions)|personal data|your (?:browser|consent|account|e-?mail address)|all rights reserved|javascript|gdpr",
  de: "alle rechte vorbehalten|datenschutz(?:erklärung|hinweise|bestimmungen)?|nutzungsbedingungen|impressum|agb",
  fr: "tous droits réservés|politique de confidentialité|mentions légales|données personnelles|conditions générales",
  es: "todos los derechos reservados|política de (?:privacidad|cookies)|aviso legal|datos personales|términos y condiciones",
  pt: "todos os direitos reservados|política de (?:privacidade|cookies)|dados pessoais|termos de uso",
  it: "tutti i diritti riservati|informativa (?:sulla )?privacy|dati personali|note legali|i cookie|p\\. ?iva",
  pl: "wszelkie prawa zastrzeżone|polityk[aię] prywatności|plik(?:i|ów) cookie|regulamin serwisu|rodo",
  tr: "tüm hakları saklıdır|gizlilik politikası|çerez(?:ler|leri)?|kullanım koşulları|kvkk",
  ru: "все права защищены|политик[аи] конфиденциальности|персональных данных|пользовательское соглашение",
  uk: "(?:усі|всі) права захищен[оі]|політик[аи] конфіденційності|персональних даних",
  ar: "جميع الحقوق محفوظة|سياسة الخصوصية|ملفات تعريف الارتباط|شروط الاستخدام|الكوكيز",
  he: "כל הזכויות שמורות|מדיניות (?:ה)?פרטיות|תנאי שימוש|קובצי cookie|עוגיות",
  hi: "सर्वाधिकार सुरक्षित|गोपनीयता नीति|कुकीज़",
  zh: "版权所有|版權所有|隐私政策|隱私權?政策|使用条款|未经.{0,10}(?:授权|许可|允许)|cookie",
  ja: "無断転載|プライバシーポリシー|利用規約|個人情報|cookie",
  ko: "무단\\s?전재|재배포\\s?금지|개인정보|이용약관|쿠키",
};

/** Whoever keeps the rights of a page says so at its end. */
export const RIGHTS_RESERVED: PhraseTable = {
  en: "all rights reserved",
  de: "alle rechte vorbehalten",
  fr: "tous droits réservés",
  es: "todos los derechos reservados",
  pt: "todos os direitos reservados",
  it: "tutti i diritti riservati|riproduzione riservata",
  nl: "alle rechten voorbehouden",
  pl: "wszelkie prawa zastrzeżone",
  cs: "všechna práva vyhrazena|minden jog fenntartva|toate drepturile rezervate",
  tr: "tüm hakları saklıdır",
  ru: "все права защищены",
  uk: "(?:усі|всі) права (?:захищено|захищені)",
  ar: "جميع الحقوق محفوظة",
  he: "כל הזכויות שמורות",
  hi: "सर्वाधिकार सुरक्षित",
  zh: "版权所有|版權所有|未经.{0,8}(?:授权|许可).{0,6}(?:转载|使用)",
  ja: "無断転載(?:を)?禁(?:止|じます)?|無断複製",
  ko: "무단\\s?전재",
};

/** Headings over the author's card. */
export const ABOUT_AUTHOR: PhraseTable = {
  en: "about (?:the |our )?(?:authors?|writers?|contributors?|editors?)|author bio(?:graphy)?|meet the author",
  de: "(?:über|zu) (?:den autor|die autorin|die autoren|den verfasser|die verfasserin|autor|autorin)|zur person|autoreninfo",
  fr: "(?:à|a) propos (?:de l[’']auteure?|des auteurs|de l[’']autrice)|l[’']auteur",
  es: "(?:sobre|acerca d)(?:e)? ?(?:el autor|la autora|los autores|l autor)|acerca del autor",
  pt: "sobre (?:o autor|a autora|os autores)|quem escreve",
  it: "(?:sull[’']autore|sull[’']autrice|informazioni sull[’']autore|chi è l[’']autore)",
  nl: "over de auteurs?",
  pl: "o autor(?:ze|ce|ach)",
  nordic:
    "om (?:författaren|forfatteren|skribenten)|kirjoittajasta|o autorovi|a szerzőről|despre autor",
  tr: "yazar hakkında|yazarlar hakkında",
  ru: "об авторе|об авторах",
  uk: "про автора|про авторку|про авторів",
  ar: "(?:عن|حول) (?:الكاتب|الكاتبة|المؤلف|المؤلفة)",
  he: "(?:על|אודות) (?:הכותב|הכותבת|המחבר|המחברת)",
  hi: "लेखक के बारे में",
  zh: "(?:关于|關於)?作者(?:简介|簡介|介绍|介紹)|关于作者|關於作者",
  ja: "(?:この記事の)?(?:筆者|著者|執筆者|ライター)(?:について|紹介|プロフィール)|プロフィール",
  ko: "(?:글쓴이|저자|필자|작성자)(?: 소개| 정보)?",
};
