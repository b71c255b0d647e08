/** What is known of a demo article from elsewhere than its text. HTML says as much by itself. */
export type DemoArticle = {
  /** File in articles/. */
  readonly file: string;
  readonly mediaType: "text/plain" | "text/html" | "text/markdown";
  /** A label only; the headline, where there is one, stands in the text. */
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly byline?: string;
  /** YYYY-MM-DD. */
  readonly published?: string;
};

/** In the order of the affair. All of it is invented: countries, people, papers and ships. */
export const DEMO_ARTICLES: readonly DemoArticle[] = [
  { file: "eleven-tankers.html", mediaType: "text/html" },
  {
    file: "ministry-rejects-report.txt",
    mediaType: "text/plain",
    title: "Ministry rejects report that tankers called at closed port",
    url: "https://www.vell-courier.example/coast/ministry-rejects-report",
    publisher: "Vell Courier",
    byline: "Ada Morrow",
    published: "2031-04-29",
  },
  {
    file: "minister-speaks.txt",
    mediaType: "text/plain",
    title: "ORTA: minister speaks on Lund Bay",
    publisher: "ORTA",
    published: "2031-04-30",
  },
  {
    file: "parliament-live.txt",
    mediaType: "text/plain",
    title: "Live: minister faces parliament",
    publisher: "The Daily Lantern",
    published: "2031-04-30",
  },
  {
    file: "shipowner-shelter.txt",
    mediaType: "text/plain",
    title: "Shipowner: tanker sheltered from storm, did not unload",
    publisher: "Karsholm Business Daily",
    byline: "Zdeněk Åström",
    published: "2031-05-01",
  },
  {
    file: "sahrin-flag.txt",
    mediaType: "text/plain",
    title: "Sahrin says ships had left its register",
    publisher: "Northern Wire",
    published: "2031-05-01",
  },
  {
    file: "tanker-turned-back.txt",
    mediaType: "text/plain",
    title: "Brief: tanker turned back",
    publisher: "Northern Wire",
    published: "2031-05-02",
  },
  {
    file: "ferries-return.txt",
    mediaType: "text/plain",
    title: "Three ferries to return by summer",
    publisher: "Vell Courier",
    published: "2031-05-02",
  },
  {
    file: "signature-on-the-order.md",
    mediaType: "text/markdown",
    title: "A signature on the order",
    publisher: "Ostmar Evening Mail",
    published: "2031-05-03",
  },
  {
    file: "what-the-harbour-shows.txt",
    mediaType: "text/plain",
    title: "What the harbour affair shows, and what it does not",
    publisher: "The Meridian Review",
    byline: "Rosalind Teague",
    published: "2031-05-04",
  },
  {
    file: "pilots-account.txt",
    mediaType: "text/plain",
    title: "“I brought them in myself,” harbour pilot says",
    url: "https://www.vell-courier.example/coast/pilots-account",
    publisher: "Vell Courier",
    byline: "Ada Morrow",
    published: "2031-05-04",
  },
];
