/*
 * What walls say, in the languages in which they are met most. Each phrase is whole enough that an
 * article rarely says it, and judge-page.ts never believes a phrase alone.
 */

/** A button, whole: "Accept all". */
export const ACCEPT_LABEL =
  /^(i |ich |yes,? |ja,? )?(accept( all| cookies| all cookies| and continue| & continue)?|agree( to all)?( and continue| & continue)?|allow all( cookies)?|got it|alle(s)? (akzeptieren|zulassen|annehmen)|(alle cookies )?akzeptieren( und weiter)?|zustimmen( und weiter)?|einverstanden|(tout )?accepter( et (continuer|fermer))?|j.accepte|(aceptar|aceitar)( todo| tudo| todas?| y continuar| e continuar| cookies)?|acepto|accetta( tutt[oi])?( e continua)?|accetto|alles accepteren|akkoord|accepteren|(za)?akceptuj(ę)?( wszystk\w+)?|zgadzam się|przejdź do serwisu|přijmout (vše|všechny)|souhlasím|acceptera( alla)?|godkänn( alla)?|godta( alle)?|accepter alle|tillad alle|hyväksy( kaikki)?|принять( вс[её])?|согласен|прийняти( всі)?|elfogad(om)?|kabul et|tümünü kabul et|αποδοχή( όλων)?|同意(する|して続ける)?|すべて許可|接受(全部)?|同意并继续|موافق|قبول الكل)[.!]?$/iu;

/** What is asked for. */
export const CONSENT_TERM =
  /\b(cookies?|consent|tracking|privacy (policy|choices|settings)|personal data|(our|unsere|nos|nuestros|i nostri|nossos|onze) (\d+ )?(partners?|partner|partenaires|socios|partner|parceiros)|datenschutz|einwilligung|consentement|traceurs|consentimiento|consenso|toestemming|zgod[ay]|ciasteczk\w+|souhlas|samtycke|samtykke|suostumus)\b|куки|файлы cookie|согласи|クッキー|隐私|cookie/iu;

/** Asks for JavaScript. What stands between its words can be read in one way only, so that signs in a row cost nothing. */
export const SCRIPT_PHRASE =
  /(enable|activate|turn on|requires?|needs?|without|disabled|activ\w{0,12}|aktivier\w{0,12}|einschalten|habilit\w{0,12}|abilit\w{0,12}|attiv\w{0,12}|ative|włącz\w{0,12}|povol\w{0,12}|zapn\w{0,12}|aktivera|slå på|aktiver|включите|увімкніть|etkinleştir\w{0,12}|ota käyttöön|schakel)(?:[^\w\s]*\s+(?:\S+\s+){0,4}?[^\w\s]*|[^\w\s]{1,20})java ?script|java ?script(?:[^\w\s]*\s+(?:\S+\s+){0,5}?[^\w\s]*|[^\w\s]{1,20}?)(enabled?|required|disabled|activated?|activé|désactivé|aktivier\w{0,12}|deaktiviert|eingeschaltet|erforderlich|benötigt|ausgeschaltet|activado|desactivado|habilitado|abilitato|disabilitato|attivato|ativado|desativado|in(schakelen|geschakeld)?|uitgeschakeld|wyłącz\w{0,12}|włącz\w{0,12}|vypnut\w{0,12}|отключ\w{0,12}|включ\w{0,12}|有効|無効|啟用|启用|etkin)|(启用|啟用|开启)\s*java ?script/iu;

/** Asks to log in, or to register, before anything is read. */
export const LOGIN_PHRASE =
  /\b(please )?(log|sign) ?in to (continue|read|view|access|see)|\byou (must|need to|have to) (be logged in|log in|sign in|register)|\bcreate (a|your) (free )?account to (continue|read)|bitte (melden sie sich an|einloggen|anmelden)|melden sie sich an, um|um weiterzulesen,? (melden|registrieren)|connectez-vous pour|inscrivez-vous pour (lire|continuer)|inicia sesión para|regístrate para (leer|seguir|continuar)|accedi per (continuare|leggere)|registrati per (continuare|leggere)|faça login para|entre para continuar|log in om (verder|door)|zaloguj się,? (aby|żeby)|přihlaste se,? (abyste|pro)|logga in för att|logg inn for å|log ind for at|kirjaudu sisään|войдите,? чтобы|увійдіть,? щоб|giriş yap(ın|malısınız)|ログインして|请登录|請登入/iu;

/** Asks for money before the rest is read. */
export const PAYWALL_PHRASE =
  /\b(subscribe|subscription|become a (member|subscriber)) (now )?to (continue|keep|read)|\bto continue reading,? (subscribe|become)|\b(this (article|content|story) is|exclusively|only) (for|available to) (paying )?(subscribers|members)|already a subscriber\?|\bsubscriber[- ]only|weiterlesen mit\b|jetzt (abonnieren|testen) und weiterlesen|(dieser|diesen) (artikel|inhalt) .{0,30}(abonnenten|abo)|mit einem abo (lesen|weiterlesen)|réservée?s? (aux|à nos) abonnés|il vous reste \d+ ?% de cet article|abonnez-vous pour (lire|continuer)|(contenido|artículo) (exclusivo )?para suscriptores|suscr[íi]b(e|a)(te|se) para (seguir|continuar|leer)|(contenuto|articolo) (riservato|per) (agli )?abbonati|abbonati per (continuare|leggere)|(conteúdo|matéria) exclusiv[ao] para assinantes|assine para continuar|alleen voor abonnees|word abonnee|(artykuł|treść|dalsza część) .{0,30}(dla prenumeratorów|dla subskrybentów|w prenumeracie)|pouze pro předplatitele|endast för prenumeranter|kun for abonnenter|vain tilaajille|только для подписчиков|оформите подписку,? чтобы|この記事は(有料)?会員限定|会員限定記事|订阅后继续|訂閱後/iu;

/** A headline, or a part of a title, that says this and nothing else. */
export const NOT_FOUND_LABEL =
  /^(oops!?|sorry[,!.]?|ups!?|hoppla!?|error|fehler|erreur)?[\s:,.–-]*((error|fehler|erreur|http)?\s*404(\s*(error|not found|-?\s*page not found))?|(the |this )?page (was |could |can )?(not|n.t)( be)? found|page not found|(the )?page (you requested |you are looking for )?(does not|doesn.t|no longer) exists?|we can.t find (that|this|the) page|content (not found|no longer available)|(diese |die )?seite (wurde |konnte )?nicht gefunden( werden)?|(cette |la )?page (est )?(introuvable|non trouvée)|(cette |la )?page n.existe (pas|plus)|página no encontrada|(esta |la )?página no existe|no se ha encontrado la página|pagina non trovata|(a )?página não (foi )?encontrada|pagina niet gevonden|(nie znaleziono strony|strona nie (istnieje|została znaleziona))|stránka (nebyla nalezena|nenalezena|neexistuje)|sidan (kunde inte hittas|hittades inte|finns inte)|siden (finnes ikke|ble ikke funnet|blev ikke fundet|findes ikke)|sivua ei löyt(ynyt|y)|страница не найдена|сторінку не знайдено|az oldal nem található|sayfa bulunamadı|η σελίδα δεν βρέθηκε|ページが見つかりません(でした)?|(页面不存在|找不到页面|找不到網頁|无法找到页面)|페이지를 찾을 수 없습니다|الصفحة غير موجودة)[\s!.]*$/iu;

/** Wants to know whether a person is there. */
export const ROBOT_PHRASE =
  /\b(just a moment\.\.\.|checking (if the site connection is secure|your browser)|verify(ing)? (that )?you are (a )?human|are you a (robot|human)\?|confirm (that )?you are (not a robot|a human)|unusual (traffic|activity) from your|attention required!|pardon our interruption|access (to this page )?(has been )?denied|bestätigen sie,? dass sie (ein mensch|kein roboter)|vérifie[rz] que vous (êtes|n.êtes pas)|verifica que (eres|no eres)|verifica (di essere|che sei) umano|potwierdź,? że (jesteś|nie jesteś))|подтвердите,? что вы (человек|не робот)|我不是机器人|私はロボットではありません/iu;

/** Addresses to which sites send those who have not agreed, or not logged in. */
export const CONSENT_ADDRESS =
  /^https?:\/\/(consent|guce|cmp|privacy)\.|\/(consent|collectconsent|cookie-?(wall|consent)|privacy-?gate|zustimmung|cookiewall)(\/|\?|$)/i;
export const LOGIN_ADDRESS =
  /^https?:\/\/(login|signin|auth|accounts?|sso|id)\.|\/(log-?in|sign-?in|anmelden|anmeldung|connexion|einloggen|inloggen|logowanie|iniciar-sesion|authori[sz]e|sso|wp-login\.php)(\/|\?|\.|$)/i;
