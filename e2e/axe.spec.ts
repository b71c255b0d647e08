import { globSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { makeInvitation } from "#lib/access/make-invitation.ts";
import { makeSignInLink } from "#lib/access/make-sign-in-link.ts";
import { repositoryRoot } from "#lib/env.ts";
import { createIngestion } from "#lib/ingestion/create-ingestion.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { addWatch } from "#lib/watches/add-watch.ts";
import { type BusyProject, makeBusyProject } from "#e2e/support/busy-project.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import { findOwner, type Newsroom } from "#e2e/support/newsroom.ts";

type Scene = BusyProject & { newsroom: Newsroom; installation: Installation };

type Visit = {
  /** Whose eyes: a member's, an owner's, or those of somebody who is not signed in. */
  who: keyof BusyProject["people"] | "owner" | "visitor";
  path: (scene: Scene) => string | Promise<string>;
  /** A heading by which the page is known to be there. */
  sees: string | RegExp;
};

const inProject =
  (rest: string): Visit["path"] =>
  ({ newsroom }) =>
    newsroom.path(rest);

const atTheMachine = ({ installation }: Scene) => ({
  actor: { kind: "operator" as const },
  db: installation.db,
  now: new Date(),
});

/** The ways in on the page on which articles are added. */
const WAYS = ["files", "paste", "addresses", "table", "feed", "browser"];

/** Every page of `app`, by its place there; some are looked at in several ways. */
const VISITS: Readonly<Record<string, readonly Visit[]>> = {
  "/sign-in": [{ who: "visitor", path: () => "/sign-in", sees: "Sign in" }],
  "/link/[token]": [
    {
      who: "visitor",
      path: async (scene) =>
        pathOf(await makeSignInLink(atTheMachine(scene), scene.people.annotator.user.id)),
      sees: "Welcome, Tove Oakes",
    },
    { who: "visitor", path: () => "/link/unknown", sees: "This link does not work" },
  ],
  "/invitation/[token]": [
    {
      who: "visitor",
      path: async (scene) =>
        pathOf(
          await makeInvitation(scene.people.manager.ctx, scene.newsroom.project.id, {
            role: "reviewer",
          }),
        ),
      sees: /^Join /,
    },
  ],
  "/first-owner/[token]": [
    { who: "visitor", path: () => "/first-owner/unknown", sees: "This link does not work" },
  ],
  "/choose-password": [
    { who: "annotator", path: () => "/choose-password", sees: "Choose a password" },
  ],
  "/": [{ who: "annotator", path: () => "/", sees: "Projects" }],
  "/notices": [{ who: "annotator", path: () => "/notices", sees: "Notices" }],
  "/projects": [{ who: "annotator", path: () => "/projects", sees: "Projects" }],
  "/projects/new": [{ who: "owner", path: () => "/projects/new", sees: "New project" }],
  "/account": [{ who: "owner", path: () => "/account", sees: "Your account" }],
  "/installation": [{ who: "owner", path: () => "/installation", sees: "Users" }],
  "/projects/[projectId]": [
    { who: "annotator", path: inProject(""), sees: /^Project / },
    { who: "manager", path: inProject(""), sees: /^Project / },
  ],
  "/projects/[projectId]/articles": [
    { who: "annotator", path: inProject("/articles"), sees: "Articles" },
    { who: "annotator", path: inProject("/articles?search=zeppelin"), sees: "No article fits" },
  ],
  "/projects/[projectId]/articles/add": [
    ...WAYS.map((way): Visit => ({
      who: "annotator",
      path: inProject(`/articles/add?way=${way}`),
      sees: "Add articles",
    })),
  ],
  "/projects/[projectId]/articles/[articleId]": [
    {
      who: "annotator",
      path: ({ newsroom, article }) => newsroom.path(`/articles/${article.id}`),
      sees: "Ferry left at nine",
    },
  ],
  "/projects/[projectId]/articles/[articleId]/revisions": [
    {
      who: "annotator",
      path: async (scene) => {
        await scene.newsroom.revise(scene.article, "The ferry left at ten, said nobody.\n");
        return scene.newsroom.path(`/articles/${scene.article.id}/revisions`);
      },
      sees: "Revisions",
    },
  ],
  "/projects/[projectId]/articles/[articleId]/original": [
    {
      who: "reader",
      path: ({ newsroom, article }) => newsroom.path(`/articles/${article.id}/original`),
      sees: /^Original of/,
    },
  ],
  "/projects/[projectId]/ingestions": [
    { who: "annotator", path: inProject("/ingestions"), sees: "Coming in" },
  ],
  "/projects/[projectId]/ingestions/[ingestionId]": [
    {
      who: "annotator",
      path: async ({ newsroom, people }) => {
        const { id } = await createIngestion(people.annotator.ctx, newsroom.project.id, {
          id: uuidv7(),
          name: "Two addresses",
          kind: "addresses",
          addresses: ["https://nowhere.invalid/a", "https://nowhere.invalid/b"],
        });
        return newsroom.path(`/ingestions/${id}`);
      },
      sees: "Two addresses",
    },
  ],
  "/projects/[projectId]/watches": [
    {
      who: "annotator",
      path: async ({ newsroom, people }) => {
        await addWatch(people.annotator.ctx, newsroom.project.id, {
          kind: "feed",
          url: "https://nowhere.invalid/feed",
          everyMinutes: 60,
        });
        return newsroom.path("/watches");
      },
      sees: "Watches",
    },
    { who: "reader", path: inProject("/watches"), sees: "Watches" },
  ],
  "/projects/[projectId]/likenesses": [
    { who: "reviewer", path: inProject("/likenesses"), sees: "Near-duplicates" },
  ],
  "/projects/[projectId]/likenesses/[likenessId]": [
    {
      who: "reviewer",
      path: async ({ newsroom, people, article }) => {
        const copy = await newsroom.article({
          title: "Ferry left at nine, again",
          text: `${article.text}\nThis was first published elsewhere.\n`,
        });
        const [likeness] = await noteLikenesses(people.manager.ctx, copy.id);
        return newsroom.path(`/likenesses/${likeness?.id}`);
      },
      sees: "Two articles, nearly the same",
    },
  ],
  "/share": [
    {
      who: "annotator",
      path: () => "/share?url=https%3A%2F%2Fveldora.example%2Fferry&title=Ferry",
      sees: "Add this page",
    },
    { who: "annotator", path: () => "/share", sees: "There is no page to add" },
  ],
  "/projects/[projectId]/review": [
    { who: "reviewer", path: inProject("/review"), sees: /./ },
    { who: "annotator", path: inProject("/review"), sees: /./ },
  ],
  "/projects/[projectId]/export": [{ who: "reader", path: inProject("/export"), sees: "Export" }],
  "/projects/[projectId]/guidelines": [
    { who: "reader", path: inProject("/guidelines"), sees: "Guidelines" },
  ],
  "/projects/[projectId]/guidelines/edit": [
    { who: "manager", path: inProject("/guidelines/edit"), sees: "Edit the guidelines" },
  ],
  "/projects/[projectId]/guidelines/history": [
    { who: "manager", path: inProject("/guidelines/history"), sees: /./ },
  ],
  "/projects/[projectId]/settings": [
    { who: "manager", path: inProject("/settings"), sees: /./ },
    { who: "reader", path: inProject("/settings"), sees: /./ },
  ],
  "/projects/[projectId]/settings/members": [
    { who: "manager", path: inProject("/settings/members"), sees: "Members" },
    { who: "reader", path: inProject("/settings/members"), sees: "Members" },
  ],
  "/projects/[projectId]/settings/tokens": [
    { who: "manager", path: inProject("/settings/tokens"), sees: "Tokens" },
  ],
};

const WIDE = { width: 1440, height: 940 };
const PHONE = { width: 390, height: 844 };
/** Each colour and each width once: neither changes with the other. */
const LOOKS = [
  { name: "wide and light", colorScheme: "light", viewport: WIDE },
  { name: "on a phone, dark", colorScheme: "dark", viewport: PHONE },
] as const;

for (const [place, visits] of Object.entries(VISITS)) {
  for (const [index, { who, path, sees }] of visits.entries()) {
    test(`axe finds nothing on ${place} (${index + 1}, ${who})`, async ({
      page: visitors,
      as,
      axe,
      newsroom,
      installation,
    }) => {
      const busy = await makeBusyProject(newsroom, installation);
      const scene = { ...busy, newsroom, installation };
      const page = await eyesOf(who, scene, { visitors, as });
      const address = await path(scene);
      for (const { name, colorScheme, viewport } of LOOKS) {
        await test.step(name, async () => {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(viewport);
          // Anew: what the browser skips because it is far below keeps its old colours for a while.
          await page.goto(address);
          await expect(page.getByRole("heading", { name: sees }).first()).toBeVisible();
          await axe(page);
          expect(await sidewaysScroll(page), "pixels that the page is too wide").toBe(0);
        });
      }
    });
  }
}

test("every page of the app is looked at", () => {
  const pages = globSync("**/page.tsx", { cwd: join(repositoryRoot(), "app") }).map((file) => {
    const parts = file.split(/[\\/]/).slice(0, -1);
    return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
  });
  expect(Object.keys(VISITS).sort()).toEqual(pages.sort());
});

test("axe finds nothing on what opens over a page", async ({ as, axe, newsroom, installation }) => {
  const { people } = await makeBusyProject(newsroom, installation);
  const page = await as(people.manager);
  await page.goto(newsroom.path("/articles"));
  await page.getByRole("button", { name: /^You:/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More for “Ferry left at nine”" }).click();
  await page.getByRole("menuitem", { name: "Edit title and details" }).click();
  const dialog = page.getByRole("dialog", { name: "Title and details" });
  await expect(dialog.getByLabel("Published")).toBeVisible();
  await axe(page);
  await page.goto(newsroom.path("/settings/members"));
  await page.getByRole("button", { name: "Remove: Tove Oakes" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("combobox", { name: "Role of Tove Oakes" }).click();
  await expect(page.getByRole("option", { name: "Reviewer" })).toBeVisible();
  await axe(page);
});

async function eyesOf(
  who: Visit["who"],
  { people, installation }: Scene,
  { visitors, as }: { visitors: Page; as: (person: { id: string }) => Promise<Page> },
): Promise<Page> {
  if (who === "visitor") return visitors;
  if (who !== "owner") return as(people[who].user);
  return as(await findOwner(installation));
}

function pathOf({ link }: { link: string }): string {
  return new URL(link).pathname;
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
