import { describe, expect, it } from "vitest";
import { judgePage } from "./judge-page.ts";

const ADDRESS = "https://courier.example/2026/11/ferry-late-again";

function page(body: string, title = "The Estuary Courier", head = ""): string {
  return `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

function kindOf(html: string, more: { url?: string; asked?: string } = {}): string | null {
  return judgePage({ html, url: ADDRESS, ...more })?.kind ?? null;
}

const buttons = (...labels: string[]) =>
  labels.map((label) => `<button>${label}</button>`).join("");
const prose = (sentence: string, times: number) => `<p>${sentence} </p>`.repeat(times);
const FERRY =
  "The ferry between Orsk and Velde was late on Monday, and the harbour office said why.";

describe("a wall is known for what it is", () => {
  it.each([
    [
      "We and our 412 partners store and access personal data on your device.",
      "Accept all",
      "Manage options",
    ],
    [
      "Wir und unsere 211 Partner verarbeiten Ihre Daten. Mehr in der Datenschutzerklärung.",
      "Alle akzeptieren",
      "Ablehnen",
    ],
    [
      "Avec votre consentement, nos 300 partenaires et nous utilisons des cookies et des traceurs.",
      "Tout accepter",
      "Continuer sans accepter",
    ],
    [
      "Nosotros y nuestros socios usamos cookies para mostrarle anuncios y medir su uso.",
      "Aceptar todo",
      "Más opciones",
    ],
    [
      "Noi e i nostri partner archiviamo e accediamo a informazioni, come i cookie.",
      "Accetta tutti",
      "Rifiuta",
    ],
    [
      "My i nasi partnerzy przechowujemy informacje na urządzeniu. Twoja zgoda jest dobrowolna.",
      "Przejdź do serwisu",
      "Ustawienia",
    ],
    [
      "Wij en onze 120 partners gebruiken cookies om advertenties te tonen op dit apparaat.",
      "Alles accepteren",
      "Instellen",
    ],
    [
      "Мы используем файлы cookie, чтобы показывать рекламу и считать посещения этого сайта.",
      "Принять все",
      "Настроить",
    ],
    [
      "当社とパートナーは、このサイトでクッキーを使用して広告を表示し、利用状況を測定します。クッキーの使用についてご確認ください。",
      "同意する",
      "設定",
    ],
  ])("a form for consent: %s", (words, accept, other) => {
    expect(kindOf(page(`<div><p>${words}</p>${buttons(accept, other)}</div>`))).toBe("consent");
  });

  it("a form for consent, by the address to which the site has led", () => {
    const html = page("<h1>Before you go on</h1><p>Choose.</p>");
    const url = "https://consent.courier.example/m?continue=x";
    expect(kindOf(html, { url, asked: ADDRESS })).toBe("consent");
    expect(kindOf(html, { url })).toBeNull();
  });

  it.each([
    "<p>Please log in to continue reading.</p><a>Log in</a>",
    "<form><input name=user><input type='password'></form><p>Welcome back</p>",
    "<p>Bitte melden Sie sich an, um den Artikel zu lesen.</p>",
    "<p>Connectez-vous pour lire la suite.</p>",
    "<p>Inicia sesión para leer este artículo.</p>",
    "<p>Zaloguj się, aby czytać dalej.</p>",
    "<p>Войдите, чтобы продолжить чтение.</p>",
    "<p>ログインしてください。</p>",
  ])("a log-in: %s", (body) => expect(kindOf(page(body))).toBe("log-in"));

  it("a log-in, by the address to which the site has led", () => {
    const html = page("<h1>Welcome</h1><p>Your e-mail</p>");
    expect(kindOf(html, { url: "https://courier.example/login?next=/2026", asked: ADDRESS })).toBe(
      "log-in",
    );
    expect(
      kindOf(html, {
        url: "https://courier.example/login",
        asked: "https://courier.example/login",
      }),
    ).toBeNull();
  });

  it.each([
    "<p>Subscribe to continue reading. Already a subscriber? Sign in.</p>",
    "<div>Dieser Artikel ist nur für Abonnenten.</div>",
    "<p>Il vous reste 85 % de cet article à lire. La suite est réservée aux abonnés.</p>",
    "<p>Contenido exclusivo para suscriptores</p>",
    "<p>Contenuto riservato agli abbonati</p>",
    "<p>Dalsza część artykułu tylko dla prenumeratorów</p>",
    "<p>この記事は有料会員限定です</p>",
  ])("a paywall after the first lines: %s", (wall) => {
    expect(kindOf(page(prose(FERRY, 3) + wall))).toBe("paywall");
  });

  it("a paywall that only the page's data tell of", () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": false}</script>';
    expect(kindOf(page(prose(FERRY, 3), "Ferry", head))).toBe("paywall");
    expect(kindOf(page(prose(FERRY, 30), "Ferry", head))).toBeNull();
  });

  it.each([
    '<div id="root"></div><script src="/app.js"></script>',
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="app">Loading…</div><script></script>',
    "<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p>",
    "<p>Pour lire cette page, activez JavaScript.</p>",
    "<p>Por favor, habilite JavaScript.</p>",
    "<p>Per favore abilita JavaScript per continuare.</p>",
    "<p>Włącz obsługę JavaScript w przeglądarce.</p>",
    "<p>Включите JavaScript в браузере.</p>",
    "<p>JavaScriptを有効にしてください。</p>",
    "<p>请启用 JavaScript</p>",
    "<p>JavaScript is disabled in your browser.</p>",
  ])("JavaScript only: %s", (body) => expect(kindOf(page(body))).toBe("script"));

  it.each([
    ["404 Not Found", ""],
    ["Page not found | The Estuary Courier", ""],
    ["Seite nicht gefunden – Der Bote", ""],
    ["Page introuvable - Le Courrier", ""],
    ["Página no encontrada | El Correo", ""],
    ["Courier", "<h1>Pagina non trovata</h1>"],
    ["Courier", "<h1>Nie znaleziono strony</h1>"],
    ["Courier", "<h1>Oops! Error 404</h1>"],
    ["Courier", "<h2>Страница не найдена</h2>"],
    ["Courier", "<h1>ページが見つかりません</h1>"],
    ["Courier", "<h1>Sidan hittades inte!</h1>"],
  ])("a page that is not there, though the server says it is: %s %s", (title, heading) => {
    const body = `${heading}<p>Perhaps you find what you look for among our latest stories.</p>`;
    expect(kindOf(page(body + buttons("Home"), title))).toBe("not-found");
  });

  it("a page that is not there, because the front page comes instead", () => {
    const html = page(prose(FERRY, 40));
    const url = "https://www.courier.example/";
    expect(kindOf(html, { url, asked: ADDRESS })).toBe("not-found");
    expect(kindOf(html, { url, asked: "https://courier.example/en" })).toBeNull();
    expect(kindOf(html, { url, asked: "https://short.example/a/b/c" })).toBeNull();
  });

  it.each([
    ["Just a moment...", '<div id="challenge-form">Checking your browser</div>'],
    ["Courier", '<p>Please verify you are human.</p><div class="g-recaptcha"></div>'],
    ["Access denied", "<p>Access to this page has been denied.</p>"],
    ["Bote", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"],
  ])("a check for robots: %s", (title, body) =>
    expect(kindOf(page(body, title))).toBe("robot-check"),
  );

  it("a page that only leads on", () => {
    const head = '<meta http-equiv="Refresh" content="0; url=\'https://courier.example/b\'">';
    expect(kindOf(page("<p>Moved.</p>", "x", head))).toBe("leads-on");
    expect(kindOf(page(prose(FERRY, 5), "x", head))).toBeNull();
    expect(kindOf(page("<p>Live</p>", "x", '<meta http-equiv=refresh content="300">'))).toBeNull();
  });

  it("and each is told in a sentence that offers another way", () => {
    const judged = judgePage({ html: page("<p>Please log in to continue.</p>"), url: ADDRESS });
    expect(judged?.sentence).toBe(
      "The site shows this page only after a log-in. Open the page in your browser, and paste its text or save it and give the file.",
    );
  });
});

describe("an ordinary page is left alone, however short", () => {
  it.each([
    page("<p>The ferry left on time.</p>"),
    page("<h1>Fähre pünktlich</h1><p>Die Fähre fuhr pünktlich ab.</p>", "Fähre"),
    page("<p>フェリーは定刻に出発した。</p>"),
    page("<p>渡轮准时出发。</p>", "渡轮"),
    page(
      "<p>Paragraf.</p><script>track()</script><p>Prom odpłynął o czasie, powiedział kapitan.</p>",
    ),
    "The ferry left on time.",
    "<p>x</p>",
    "",
    "<",
  ])("%s", (html) => expect(kindOf(html)).toBeNull());

  it("with a bar for cookies over its article", () => {
    const bar = `<div><p>We use cookies and share personal data with our partners.</p>${buttons("Accept all")}</div>`;
    expect(kindOf(page(bar + prose(FERRY, 6)))).toBeNull();
  });

  it("with a log-in in its head, and an offer of a subscription at its end", () => {
    const head = '<form><input type="password"></form>';
    const foot = "<p>Already a subscriber? Sign in.</p>";
    expect(kindOf(page(head + prose(FERRY, 30) + foot))).toBeNull();
  });

  it("that is about cookies, JavaScript, paywalls, log-ins or missing pages", () => {
    const about = [
      "The regulator fined the shop because it set cookies without consent, the ministry said on Monday.",
      "The ministry's form needs JavaScript enabled, which the auditors called a barrier for many people.",
      "Readers have to log in to continue reading, the publisher announced, and it expects many to leave.",
      "The archive said page not found for months, and nobody at the ministry could tell the court why.",
    ];
    expect(
      kindOf(page(about.map((line) => `<p>${line}</p>`).join("") + prose(FERRY, 16))),
    ).toBeNull();
    for (const line of about.slice(0, 1)) {
      expect(
        kindOf(page(`<h1>Fine for cookies</h1><p>${line}</p>`, "Fine for cookies")),
      ).toBeNull();
    }
    const title = "Page not found: how a ministry lost its archive";
    expect(kindOf(page(`<h1>${title}</h1>${prose(FERRY, 2)}`, `${title} | Courier`))).toBeNull();
    const crash = "Error 404 at the ballot box";
    expect(kindOf(page(`<h1>${crash}</h1>${prose(FERRY, 2)}`, crash))).toBeNull();
  });

  it("with scripts and little text, as long as there is some", () => {
    expect(kindOf(page("<p>The ferry was late.</p><script>count()</script>"))).toBeNull();
    const html = page(`<script src="/a.js"></script><h1>Ferry late</h1><p>${FERRY}</p>`);
    expect(kindOf(html)).toBeNull();
  });

  it("with hidden parts and comments of a wall", () => {
    const hidden = `<div hidden><p>Please log in to continue reading.</p></div><!-- Page not found -->`;
    expect(
      kindOf(page(`${hidden}<template><p>Enable JavaScript</p></template><p>${FERRY}</p>`)),
    ).toBeNull();
  });

  it("that is very large or very deep, and takes no time", () => {
    expect(
      kindOf(`<p>Please log in to continue reading.</p>${"<b>x</b>".repeat(300_000)}`),
    ).toBeNull();
    const begun = performance.now();
    expect(kindOf(page(`${"<div>".repeat(100_000)}${FERRY}`))).toBeNull();
    expect(kindOf(page("enable ".repeat(100_000)))).toBeNull();
    expect(kindOf(page("page ".repeat(100_000), "page ".repeat(10_000)))).toBeNull();
    expect(kindOf(page(`${"<h1><div>".repeat(20_000)}${"word ".repeat(50_000)}`))).toBeNull();
    expect(kindOf(page(`JavaScript ${"=".repeat(5_000)}`))).toBeNull();
    expect(kindOf(page(`<p>enable${"!".repeat(5_000)}</p>${FERRY}`))).toBeNull();
    expect(kindOf(page(`${"activ".repeat(50_000)} ${FERRY}`))).toBeNull();
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 30_000);
});
