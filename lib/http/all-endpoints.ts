import type { Endpoint } from "./endpoint.ts";
import * as annotations from "./endpoints/annotations.ts";
import * as articles from "./endpoints/articles.ts";
import * as background from "./endpoints/background.ts";
import * as carries from "./endpoints/carries.ts";
import * as events from "./endpoints/events.ts";
import * as evidence from "./endpoints/evidence.ts";
import * as exports from "./endpoints/export.ts";
import * as ingestionItems from "./endpoints/ingestion-items.ts";
import * as ingestions from "./endpoints/ingestions.ts";
import * as likenesses from "./endpoints/likenesses.ts";
import * as links from "./endpoints/links.ts";
import * as me from "./endpoints/me.ts";
import * as missed from "./endpoints/missed.ts";
import * as names from "./endpoints/names.ts";
import * as openapi from "./endpoints/openapi.ts";
import * as originals from "./endpoints/originals.ts";
import * as passages from "./endpoints/passages.ts";
import * as presence from "./endpoints/presence.ts";
import * as projects from "./endpoints/projects.ts";
import * as revisions from "./endpoints/revisions.ts";
import * as review from "./endpoints/review.ts";
import * as tablePreview from "./endpoints/table-preview.ts";
import * as threads from "./endpoints/threads.ts";
import * as watches from "./endpoints/watches.ts";
import * as work from "./endpoints/work.ts";

/** Every request of the API. A file of endpoints is named here once. */
export function allEndpoints(): Endpoint[] {
  return [
    projects,
    articles,
    names,
    passages,
    exports,
    annotations,
    links,
    likenesses,
    evidence,
    review,
    revisions,
    carries,
    originals,
    background,
    missed,
    work,
    ingestions,
    ingestionItems,
    tablePreview,
    watches,
    events,
    presence,
    threads,
    me,
    openapi,
  ]
    .flatMap((file): unknown[] => Object.values(file))
    .filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "run" in value && "answers" in value;
}
