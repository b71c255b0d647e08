import type { DemoArticleMarks } from "./mark-types.ts";
import { ELEVEN_TANKERS } from "./marks/eleven-tankers.ts";
import { FERRIES_RETURN } from "./marks/ferries-return.ts";
import { MINISTER_SPEAKS } from "./marks/minister-speaks.ts";
import { MINISTRY_REJECTS_REPORT } from "./marks/ministry-rejects-report.ts";
import { PARLIAMENT_LIVE } from "./marks/parliament-live.ts";
import { SAHRIN_FLAG } from "./marks/sahrin-flag.ts";
import { SHIPOWNER_SHELTER } from "./marks/shipowner-shelter.ts";
import { SIGNATURE_ON_THE_ORDER } from "./marks/signature-on-the-order.ts";
import { TANKER_TURNED_BACK } from "./marks/tanker-turned-back.ts";
import { WHAT_THE_HARBOUR_SHOWS } from "./marks/what-the-harbour-shows.ts";

/** The demo's annotations and work. pilots-account.txt is left for the newcomer to begin on. */
export const DEMO_MARKS: readonly DemoArticleMarks[] = [
  ELEVEN_TANKERS,
  MINISTRY_REJECTS_REPORT,
  MINISTER_SPEAKS,
  PARLIAMENT_LIVE,
  SHIPOWNER_SHELTER,
  SAHRIN_FLAG,
  TANKER_TURNED_BACK,
  FERRIES_RETURN,
  SIGNATURE_ON_THE_ORDER,
  WHAT_THE_HARBOUR_SHOWS,
];
