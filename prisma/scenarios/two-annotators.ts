import { v7 as uuidv7 } from "uuid";
import { patchSettings } from "#lib/access/settings.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import { addActiveTime } from "#lib/articles/active-time.ts";
import type { Article } from "#lib/articles/model.ts";
import { putPresence } from "#lib/articles/present-readers.ts";
import { putWork } from "#lib/articles/put-work.ts";
import type { Db } from "#lib/db/client.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import type { Layers } from "#lib/projects/model.ts";
import { putMissedPassage } from "#lib/review/put-missed-passage.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import { putMessage } from "#lib/threads/put-message.ts";
import { putThread } from "#lib/threads/put-thread.ts";
import {
  makeAnnotation,
  makeArticle,
  makeEvidence,
  makeLink,
  makeMember,
  makeProject,
  type UserContext,
} from "#prisma/factories.ts";

/** Somebody's work of every kind, with all by which it would be known where it does not belong. */
export type Worked = {
  ctx: UserContext;
  annotations: readonly string[];
  links: readonly string[];
  evidence: readonly string[];
  threads: readonly string[];
  missed: readonly string[];
  /** Ids of all of it, words that stand in nothing else, and their name. */
  traces: readonly string[];
};

/** Two annotators at work on the same articles, and a reviewer who talks with both. */
export type TwoAnnotators = {
  projectId: string;
  articles: readonly [Article, Article, Article];
  likeness: string;
  ana: Worked;
  bo: Worked;
  reviewer: UserContext;
  manager: UserContext;
  reader: UserContext;
};

const TEXT =
  "The harbour office of Veldora said on Tuesday that the Aurelia left late. " +
  "“We were never asked,” its director told the Tarn Courier, and denied that anybody had waited. " +
  "Forty people stood on the quay until noon, according to a list that the crew had kept. " +
  "The ministry will publish the log of that day, a spokesman promised.";

/**
 * A project in which Ana and Bo have each marked, linked, evidenced, submitted, talked, finished and read,
 * and have been talked to; the second article was revised under their marks, the third is like the first.
 */
export async function makeTwoAnnotators(db: Db, layers: Layers): Promise<TwoAnnotators> {
  const { id: projectId } = await makeProject(db, { layers });
  const join = async (role: "reader" | "annotator" | "reviewer" | "manager") =>
    (await makeMember(db, { projectId, role })).ctx;
  const [reviewer, manager, reader] = [
    await join("reviewer"),
    await join("manager"),
    await join("reader"),
  ];
  const [one, two, three] = [
    await makeArticle(db, { projectId, title: "Harbour", text: TEXT }),
    await makeArticle(db, { projectId, title: "Quay", text: `Again. ${TEXT}` }),
    await makeArticle(db, { projectId, title: "Harbour, late", text: `${TEXT} That was all.` }),
  ];
  const [found] = await noteLikenesses(reviewer, three.id);
  if (!found) throw new Error("The first and the third article are alike.");
  const place = { projectId, reviewer, articles: [one, two, three] as const };
  const ana = await joinAndWork(db, place, "Marit Solveigsdotter");
  const bo = await joinAndWork(db, place, "Tavi Okonedo");
  await talkToBoth(reviewer, one.id, [ana, bo]);
  const text = `Again. ${TEXT.replace("Forty people stood", "Some forty persons were seen")}`;
  await reviseArticle(manager, two.id, {
    content: { text, mediaType: "text/plain" },
    origin: { kind: "paste", name: null },
  });
  const articles = [one, two, three] as const;
  return { projectId, articles, likeness: found.id, ana, bo, reviewer, manager, reader };
}

/** One more annotator of the project, who does as much. */
export async function joinAndWork(
  db: Db,
  { projectId, reviewer, articles }: Pick<TwoAnnotators, "projectId" | "reviewer" | "articles">,
  name: string,
): Promise<Worked> {
  const ctx = await makeAnnotator(db, projectId, name);
  return work(db, { reviewer, articles }, ctx);
}

async function makeAnnotator(db: Db, projectId: string, name: string): Promise<UserContext> {
  const { id, email } = await db.user.create({
    data: { id: uuidv7(), name, email: `${uuidv7()}@onrecord.example` },
  });
  const { ctx } = await makeMember(db, { projectId, user: { id, email, name } });
  await patchSettings(ctx, { sharesActiveTime: true });
  return ctx;
}

type Place = { reviewer: UserContext; articles: readonly [Article, Article, Article] };

async function work(
  db: Db,
  { reviewer, articles: [one, two, three] }: Place,
  ctx: UserContext,
): Promise<Worked> {
  /** A word that nobody else writes. */
  const said = (what: string) => `${what}-${ctx.actor.userId.slice(-12)}`;
  const mark = (article: Article, quote: string, more: object = {}) =>
    makeAnnotation(db, article, { author: ctx, quote, ...more });
  const claim = await mark(one, "the Aurelia left late", {
    attributes: { wording: said("wording") },
    doubt: said("doubt"),
  });
  const denial = await mark(one, "denied that anybody had waited", { tag: "denial" });
  const far = await mark(two, "Forty people stood on the quay", { doubt: said("doubted") });
  const gone = await mark(one, "The ministry will publish the log of that day");
  const like = await mark(three, "the Aurelia left late", {
    tag: "attribution",
    attributes: { who: said("who") },
  });
  await withdrawAnnotation(ctx, gone.id, null);
  const links = [
    await makeLink(ctx, { type: "denies", from: denial, to: claim }),
    await makeLink(ctx, { type: "same-claim", from: far, to: claim }),
  ];
  const passage = { articleId: two.id, start: 0, end: 6, exact: "Again." };
  const evidence = [
    await makeEvidence(ctx, claim, { note: said("note"), reason: said("reason") }),
    await makeEvidence(ctx, denial, { note: said("secret"), confidential: true }),
    (
      await putEvidence(
        ctx,
        uuidv7(),
        {
          kind: "passage",
          annotationId: claim.id,
          ...passage,
          stance: "context",
          reason: said("passage"),
          confidential: false,
          viewers: [],
        },
        null,
      )
    ).evidence,
  ];
  await submitAnnotation(ctx, claim.id, null);
  const talk = (by: UserContext, annotationId: string | null, body: string, more: object = {}) =>
    putThread(by, uuidv7(), {
      ...{ articleId: one.id, annotationId, isPrivate: false },
      message: { id: uuidv7(), body, mentions: [] },
      ...more,
    });
  const threads = [
    await talk(ctx, claim.id, said("asked")),
    await talk(ctx, null, said("wondered")),
    await talk(ctx, null, said("noted"), { isPrivate: true }),
    await talk(reviewer, denial.id, said("hinted")),
  ].map(({ thread }) => thread);
  const [asked] = threads;
  const answer = { threadId: asked?.id ?? "", body: said("answered"), mentions: [] };
  const { message } = await putMessage(reviewer, uuidv7(), answer, null);
  const { missed } = await putMissedPassage(reviewer, uuidv7(), {
    ...{ articleId: one.id, start: 0, end: 3, annotatorId: ctx.actor.userId },
    comment: said("missed"),
  });
  await putWork(ctx, three.id, "finished");
  await addActiveTime(ctx, one.id, { seconds: 61 });
  await putPresence(ctx, one.id, { tab: uuidv7(), place: 5 });
  const ids = {
    annotations: [claim, denial, far, gone, like].map(({ id }) => id),
    links: links.map(({ id }) => id),
    evidence: evidence.map(({ id }) => id),
    threads: threads.map(({ id }) => id),
    missed: [missed.id],
  };
  const traces = [
    ...Object.values(ids).flat(),
    ...threads.flatMap(({ messages }) => messages.map(({ id }) => id)),
    message.id,
    // The end of every word of theirs, and their own id.
    ctx.actor.userId.slice(-12),
    ctx.actor.name,
  ];
  return { ctx, ...ids, traces };
}

/** Both are named in one thread, and both answer in it. */
async function talkToBoth(
  reviewer: UserContext,
  articleId: string,
  people: readonly Worked[],
): Promise<void> {
  const id = uuidv7();
  const first = { id: uuidv7(), body: "About the headline", mentions: [] };
  await putThread(reviewer, id, {
    articleId,
    annotationId: null,
    isPrivate: false,
    message: first,
  });
  const say = (by: UserContext, body: string, mentions: string[] = []) =>
    putMessage(by, uuidv7(), { threadId: id, body, mentions }, null);
  for (const { ctx } of people) {
    const tail = ctx.actor.userId.slice(-12);
    await say(reviewer, `please-${tail}`, [ctx.actor.userId]);
    await say(ctx, `done-${tail}`);
  }
}
