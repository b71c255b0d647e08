import { globSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { repositoryRoot } from "#lib/env.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import {
  cardOf,
  expectSaved,
  footOf,
  openDesk,
  paintedWords,
  selectWords,
} from "#e2e/support/screens/desk.ts";
import { makeArticle, makeMember, makeProject, makeUser } from "#prisma/factories.ts";
import {
  makeTwoAnnotators,
  type TwoAnnotators,
  type Worked,
} from "#prisma/scenarios/two-annotators.ts";

/** Every page of a project, with the ids that its address needs; the guidelines' and settings' are nobody's work. */
function pagesOf({ projectId, articles, likeness }: TwoAnnotators): string[] {
  const files = globSync("**/page.tsx", { cwd: join(repositoryRoot(), "app") });
  const places = files.map((file) => {
    const parts = file.split(/[\\/]/).slice(0, -1);
    return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
  });
  return places
    .filter((place) => !/\[token\]|\[ingestionId\]|\/members$|^\/(sign-in|choose)/.test(place))
    .flatMap((place) => {
      const there = place.replace("[projectId]", projectId).replace("[likenessId]", likeness);
      if (!there.includes("[articleId]")) return [there];
      return articles.map(({ id }) => there.replace("[articleId]", id));
    });
}

/** Which of the pages, as the server sends them, hold a trace of somebody's work. */
async function pagesWith(page: Page, pages: readonly string[], whose: Worked): Promise<string[]> {
  const found = await Promise.all(
    pages.map(async (path) => {
      const text = await (await page.request.get(path)).text();
      // Of what stands in the address itself a page may say that it was asked for.
      const traces = whose.traces.filter((each) => !path.includes(each) && text.includes(each));
      return traces.length > 0 ? [`${path}: ${traces.join(", ")}`] : [];
    }),
  );
  return found.flat();
}

/** Addresses that ask for more than a page says by itself. */
function asked({ projectId, ana, bo }: TwoAnnotators): string[] {
  return [ana, bo].flatMap(({ ctx, annotations }) => [
    `/projects/${projectId}/articles?sort=annotations&direction=up`,
    `/projects/${projectId}/articles?state=in-review`,
    `/projects/${projectId}/review?at=${annotations[0]}&author=${ctx.actor.userId}`,
    `/projects/${projectId}/review?tab=returned`,
  ]);
}

test("no page of a blind project has a trace of another's work, of which reviewers' are full", async ({
  as,
  installation,
}) => {
  const blind = await makeTwoAnnotators(installation.db, "blind");
  const bo = await as({ id: blind.bo.ctx.actor.userId });
  expect(await pagesWith(bo, [...pagesOf(blind), ...asked(blind)], blind.ana)).toEqual([]);
  const reviewer = await as({ id: blind.reviewer.actor.userId });
  const desks = blind.articles.map(({ id }) => `/projects/${blind.projectId}/articles/${id}`);
  expect(await pagesWith(reviewer, desks, blind.ana)).toHaveLength(desks.length);
});

const TEXT = [
  "The lock keeper of Osk said that the gate had been open all night.",
  "The council denied that anybody had seen it open, and asked for patience.",
].join("\n\n");

/** All that a page is sent, the event stream and what it asks for itself included. */
async function overhear(page: Page): Promise<() => string> {
  const heard: string[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "eventsource") return;
    void response.text().then(
      (text) => heard.push(response.url(), text),
      // A redirect, or a page that was left, has no body.
      () => undefined,
    );
  });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  wire.on("Network.eventSourceMessageReceived", ({ eventName, data, eventId }) => {
    heard.push(`${eventName} ${eventId} ${data}`);
  });
  return () => heard.join("\n");
}

test("at the desk of one nothing appears of what another does at theirs", async ({
  as,
  axe,
  installation,
}) => {
  const { db } = installation;
  const { id: projectId } = await makeProject(db, { layers: "blind" });
  const person = async (role: "annotator" | "reviewer", name: string) =>
    (await makeMember(db, { projectId, role, user: await makeUser(db, { name }) })).user;
  const [ana, bo, rob] = [
    await person("annotator", "Ana Kestrel"),
    await person("annotator", "Bo Lindqvist"),
    await person("reviewer", "Rob Maddox"),
  ];
  const article = await makeArticle(db, { projectId, text: TEXT, title: "The gate" });
  const address = `/projects/${projectId}/articles/${article.id}`;
  const [hers, his, robs] = [await as(ana), await as(bo), await as(rob)];
  const sentToHim = await overhear(his);
  for (const page of [his, robs, hers]) await openDesk(page, address);
  await expect(footOf(his)).toContainText("You see only your own work here");
  await expect(footOf(robs)).not.toContainText("You see only");

  await selectWords(hers, "the gate had been open all night");
  await hers.keyboard.press("c");
  await hers.keyboard.press("Escape");
  await selectWords(hers, "denied that anybody had seen it open");
  await hers.keyboard.press("d");
  await expectSaved(hers);
  await cardOf(hers, /^Claim/).click();
  await hers.keyboard.press("Shift+Enter");
  await expect(cardOf(robs, /^Claim, submitted/)).toBeVisible();
  await expect(cardOf(robs, /^Denial/)).toBeVisible();
  const [claim] = await db.annotation.findMany({ where: { projectId, tag: "claim" } });

  // He makes the very same mark, and hears of his own.
  await selectWords(his, "the gate had been open all night");
  await his.keyboard.press("c");
  await expectSaved(his);
  await expect(his.locator("[data-card]")).toHaveCount(1);
  expect(await paintedWords(his, /denial/)).toEqual([]);
  await expect(robs.locator("[data-card]")).toHaveCount(3);
  await expect(his.getByRole("list", { name: "Also reading" })).toHaveCount(0);
  await axe(his);

  // An address that was told to him is that of nothing.
  await his.goto(`${address}#${claim?.id}`);
  await expect(footOf(his)).toContainText("There is no annotation at this address.");
  await his.goto(`/projects/${projectId}/articles`);
  const row = his.getByRole("row", { name: /The gate/ });
  await expect(row).toContainText("In work");
  await expect(row).not.toContainText("Ana");
  await robs.goto(`/projects/${projectId}/articles`);
  await expect(robs.getByRole("row", { name: /The gate/ })).toContainText("In review");

  const theirs = await db.annotation.findMany({ where: { authorId: ana.id } });
  const heard = sentToHim();
  for (const { id } of theirs) expect(heard).not.toContain(id);
  expect(heard).not.toContain(ana.id);
  expect(heard).not.toContain("Ana Kestrel");
  expect(heard).toContain(bo.id);
});

test("a manager reveals a blind project, and is asked first", async ({ as, axe, installation }) => {
  const blind = await makeTwoAnnotators(installation.db, "blind");
  const [manager, bo] = [
    await as({ id: blind.manager.actor.userId }),
    await as({ id: blind.bo.ctx.actor.userId }),
  ];
  const [article] = blind.articles;
  await openDesk(bo, `/projects/${blind.projectId}/articles/${article.id}`);
  await expect(bo.locator("[data-card]")).toHaveCount(2);
  await manager.goto(`/projects/${blind.projectId}/review`);
  await expect(
    manager.getByRole("heading", { name: "Nothing is decided in a blind project" }),
  ).toBeVisible();
  await axe(manager);
  await manager.goto(`/projects/${blind.projectId}/settings`);
  await expect(manager.getByText("Annotators see their own work only")).toBeVisible();
  await manager.getByRole("button", { name: "Reveal…" }).click();
  const dialog = manager.getByRole("alertdialog");
  await expect(dialog).toContainText("every member sees everybody’s annotations");
  await axe(manager);
  await dialog.getByRole("button", { name: "Reveal" }).click();
  await expect(
    manager.getByText("It cannot become blind: 2 people have worked here"),
  ).toBeVisible();
  await axe(manager);
  // The desk that stood open reads everything anew.
  await expect(bo.locator("[data-card]")).toHaveCount(4);
  await expect(footOf(bo)).not.toContainText("You see only your own work here");
});
