import { gatherCrowd } from "#e2e/support/crowd.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { withSilentProxy } from "#e2e/support/silent-proxy.ts";
import { giveSession } from "#e2e/support/session.ts";
import { cardOf, expectSaved, openDesk, selectWords, textOf } from "#e2e/support/screens/desk.ts";
import { readEnv } from "#lib/env.ts";

const TEXT = [
  "The lock keeper of Osk said that the gate had been open all night.",
  "The council denied that anybody had seen it open, and asked for patience until the report is there.",
].join("\n\n");
const READERS = 300;

test("three hundred people read one article: a mark reaches them all within a second", async ({
  newsroom,
  deskOf,
  axe,
  installation,
}) => {
  test.setTimeout(180_000);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("reader", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const place = { projectId: newsroom.project.id, articleId: article.id };
  const crowd = await gatherCrowd(installation, place, READERS);
  try {
    await expect.poll(crowd.begun, { timeout: 30_000 }).toBe(READERS);
    const [hers, his] = [await deskOf(ana, article), await deskOf(ben, article)];
    await expect(his.getByRole("button", { name: /^and \d+ more$/ })).toBeVisible();
    await selectWords(hers, "the gate had been open all night");
    await hers.keyboard.press("c");
    await expect(cardOf(his, /^Claim, draft/)).toBeVisible();
    await expectSaved(hers);
    await expect.poll(() => crowd.delays("annotation.created").length).toBe(READERS);
    const delays = crowd.delays("annotation.created").toSorted((a, b) => a - b);
    const said = `median ${delays[READERS / 2]} ms, last ${delays.at(-1)} ms; told of presence ${crowd.presences()} times`;
    test.info().annotations.push({ type: "readers", description: said });
    expect(delays[READERS / 2], said).toBeLessThan(1_000);
    // Other journeys run beside this one.
    expect(delays.at(-1), said).toBeLessThan(3_000);
    // Who came and went is told to a crowd now and then, and not to each for each.
    expect(crowd.presences()).toBeLessThan((READERS * READERS) / 4);

    // Each copy of the app listens over one connection, however many follow it.
    const connections = await installation.db.$queryRaw<{ name: string; count: number }[]>`
      SELECT application_name AS "name", count(*)::int AS "count" FROM pg_stat_activity
       WHERE application_name ~ '^onrecord [0-9]+( listening)?$' AND datname = current_database()
       GROUP BY 1`;
    for (const { name, count } of connections) {
      expect(count, name).toBeLessThanOrEqual(name.endsWith("listening") ? 1 : readEnv().poolSize);
    }

    await his.getByRole("button", { name: /^and \d+ more$/ }).click();
    const everybody = his.getByRole("dialog", { name: /others read here$/ });
    await expect(everybody.getByRole("listitem").first()).toBeVisible();
    await axe(his);
    await everybody.getByRole("button", { name: /^Reader 17\b/ }).click();
    await expect(everybody).toBeHidden();
    await expect(textOf(his)).toBeVisible();
  } finally {
    crowd.leave();
  }
});

test("a line that dies without a word is noticed, and what was missed comes over the next", async ({
  newsroom,
  deskOf,
  browser,
  watch,
  installation,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("reader", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const hers = await deskOf(ana, article);
  await withSilentProxy(async (proxy) => {
    const context = await browser.newContext({
      proxy: { server: proxy.url, bypass: "<-loopback>" },
    });
    watch(context);
    await giveSession(installation, context, ben.user);
    const his = await context.newPage();
    const streams: string[] = [];
    his.on("request", (request) => {
      if (request.url().includes("/events")) streams.push(request.url());
    });
    await his.clock.install();
    await openDesk(his, newsroom.path(`/articles/${article.id}`));
    await selectWords(hers, "the gate had been open all night");
    await hers.keyboard.press("c");
    await expect(cardOf(his, /‘the gate had been/)).toBeVisible();

    proxy.silence();
    await hers.keyboard.press("Escape");
    await selectWords(hers, "asked for patience");
    await hers.keyboard.press("c");
    await expectSaved(hers);
    expect(streams).toHaveLength(1);
    await his.clock.fastForward(40_000);
    await expect(cardOf(his, /‘asked for patience/)).toBeVisible();
    expect(streams).toHaveLength(2);
    expect(streams[1]).toContain("after=");
    await context.close();
  });
});
