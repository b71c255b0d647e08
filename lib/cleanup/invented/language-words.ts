/** The words of one language from which invented pages are made. Every name in them is invented. */
export type Language = {
  readonly code: string;
  readonly body: readonly string[];
  readonly headlines: readonly string[];
  readonly teaser: string;
  readonly comment: string;
  readonly ui: Readonly<Record<UiWord, string>>;
};

export type UiWord =
  | "related"
  | "more"
  | "newsletter"
  | "cookies"
  | "comments"
  | "share"
  | "byline"
  | "date"
  | "minutes"
  | "credit"
  | "caption"
  | "login"
  | "advert"
  | "popular"
  | "rights"
  | "home"
  | "sport"
  | "contact"
  | "subhead";
