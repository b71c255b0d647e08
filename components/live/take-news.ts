import type { Desk as WholeDesk, Learned } from "#components/desk/model.ts";
import type { DeskState } from "#components/desk/state/desk-state.ts";
import type { Held } from "#components/desk/state/held.ts";
import type { DistantAnnotation } from "#components/desk/desk-data.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { News } from "./read-news.ts";

/** What it takes of a desk. */
export type NewsDesk = Pick<WholeDesk, "data" | "store" | "learn">;

/** Lays what others did into the desk, beneath the reader's own changes. What is in hand is set aside. */
export function takeNews(
  desk: NewsDesk,
  news: News,
  isInHand: (annotationId: string) => boolean,
): void {
  desk.learn((held) => {
    const state = desk.store.get();
    const touched = new Set<string>();
    const newer = new Map(state.live.newer);
    let { revision } = state.live;
    for (const [id, annotation] of news.annotations) {
      const fate = fateOf(desk, held, id, annotation, isInHand);
      if (fate === "later-text") revision = Math.max(revision ?? 0, annotation?.revision ?? 0);
      if (fate === "set-aside" && annotation) newer.set(id, annotation);
      if (fate !== "taken" || !annotation) continue;
      held.annotations.set(id, annotation);
      newer.delete(id);
      touched.add(id);
    }
    for (const [id, link] of news.links) {
      if (link) held.links.set(id, link);
      else held.links.delete(id);
      touched.add(id);
    }
    for (const [id, item] of news.evidence) {
      if (item) held.evidence.set(id, item);
      else held.evidence.delete(id);
      touched.add(id);
    }
    const threads = new Map(held.threads);
    for (const [id, thread] of news.threads) {
      if (thread) threads.set(id, thread);
      else threads.delete(id);
    }
    if (news.threads.size > 0) held.threads = threads;
    const { article } = news;
    const isLater = article !== null && article.revision > desk.data.article.revision;
    if (isLater) ({ revision } = article);
    else if (article) held.blocks = article.blocks;
    return {
      touched,
      data: knownAlong(desk, news),
      shown: {
        ...(news.elsewhere.length > 0 || touchesDistant(state, news)
          ? { elsewhere: distantAfter(state.elsewhere, news) }
          : {}),
        ...(news.missed ? { missed: newest(desk, news.missed) } : {}),
        ...(article && !isLater ? { details: article } : {}),
        live: { ...state.live, revision, newer },
      },
    };
  });
}

/** What was set aside for somebody's sake is laid in once they have let go of it. */
export function takeAside(desk: NewsDesk, isInHand: (annotationId: string) => boolean): void {
  const { newer } = desk.store.get().live;
  const free = [...newer].filter(([id]) => !isInHand(id));
  if (free.length === 0) return;
  desk.learn((held) => {
    const { live } = desk.store.get();
    const rest = new Map(live.newer);
    const touched = new Set<string>();
    for (const [id, annotation] of free) {
      rest.delete(id);
      if (annotation.version <= (held.annotations.get(id)?.version ?? 0)) continue;
      held.annotations.set(id, annotation);
      touched.add(id);
    }
    return { touched, shown: { live: { ...live, newer: rest } } };
  });
}

type Fate = "taken" | "set-aside" | "known" | "later-text";

function fateOf(
  desk: NewsDesk,
  held: Held,
  id: string,
  annotation: Annotation | null,
  isInHand: (id: string) => boolean,
): Fate {
  const before = held.annotations.get(id);
  // None is ever deleted: it is not for this reader (any more), and what they see may stay.
  if (annotation === null) return "known";
  const { article } = desk.data;
  if (annotation.articleId !== article.id) return "known";
  // Its places are those of another text than the one on the page.
  if (annotation.revision > article.revision) return "later-text";
  if (annotation.revision < article.revision) return "known";
  if (before && before.version >= annotation.version) return "known";
  if (!before && annotation.state === "withdrawn") return "known";
  return isInHand(id) ? "set-aside" : "taken";
}

/** The reviewer's words on what came back belong to the data that the desk was opened with. */
function knownAlong(desk: NewsDesk, { reviews, annotations }: News): Learned["data"] {
  if (reviews.size === 0) return {};
  const { returned, me } = desk.data;
  const rest = returned.filter(({ review }) => !reviews.has(review.annotationId));
  const fresh = [...reviews].flatMap(([id, review]) => {
    const judged = annotations.get(id);
    if (!review || !judged || judged.author.id !== me.id) return [];
    const { tag, segments, absent, attributes, doubt } = judged;
    return [{ review, judged: { tag, segments, absent, attributes, doubt } }];
  });
  return { returned: [...rest, ...fresh] };
}

function touchesDistant({ elsewhere }: DeskState, { annotations }: News): boolean {
  return [...annotations.keys()].some((id) => elsewhere.has(id));
}

function distantAfter(
  before: DeskState["elsewhere"],
  { elsewhere, annotations }: News,
): DeskState["elsewhere"] {
  const after = new Map<string, DistantAnnotation>(before);
  for (const each of elsewhere) after.set(each.id, each);
  for (const [id, annotation] of annotations) {
    const known = after.get(id);
    if (!known || !annotation) continue;
    const { tag, state, segments } = annotation;
    after.set(id, { ...known, tag, state, segments });
  }
  return after;
}

function newest({ data }: NewsDesk, missed: DeskState["missed"]): DeskState["missed"] {
  return missed.filter(({ revision }) => revision === data.article.revision);
}
