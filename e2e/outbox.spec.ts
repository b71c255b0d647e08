import { expect, test } from "#e2e/support/fixtures.ts";
import { press } from "#e2e/support/keyboard.ts";
import { makePersonWithPassword, PASSWORD } from "#e2e/support/newsroom.ts";
import {
  cardOf,
  expectSaved,
  footOf,
  lineIsBack,
  openDesk,
  selectWords,
  textOf,
} from "#e2e/support/screens/desk.ts";
import { makeMember } from "#prisma/factories.ts";

const TEXT =
  "The lock keeper of Osk said that the gate had been open all night.\n\nThe council denied that anybody had seen it open, and asked for patience until the report is there.";
const GONE = /The connection is gone\. Your \d+ changes? (?:is|are) kept here and will be sent\./;

test("a mark made without a network, and words begun in its card, survive a reload and are sent once it is back", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  // The page itself comes back on reload; what is written does not arrive.
  await page.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  await expect(footOf(page)).toContainText(GONE);
  expect(await installation.db.annotation.count({ where: { articleId: article.id } })).toBe(0);

  const wording = page.locator("[data-attribute=wording]");
  await wording.pressSequentially("The gate was open");

  await page.reload();
  await expect(cardOf(page, /^Claim, draft: ‘the gate had been open/)).toBeVisible();
  await expect(footOf(page)).toContainText(GONE);
  await expect(wording).toHaveValue("The gate was open");

  await page.unroute("**/api/v1/**");
  await lineIsBack(page);
  await expectSaved(page);
  const [sent, ...others] = await installation.db.annotation.findMany({
    where: { articleId: article.id },
  });
  expect(others).toEqual([]);
  expect(sent?.attributes).toMatchObject({ wording: "The gate was open" });
});

test("an expired session asks for the password over the page, and the mark is kept", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/401/);
  const user = await makePersonWithPassword(installation, { name: "Tove Oakes" });
  await makeMember(installation.db, { projectId: newsroom.project.id, user });
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(user, article);
  await installation.db.session.updateMany({
    where: { userId: user.id },
    data: { endedAt: new Date() },
  });
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await dialog.getByLabel("Password").fill(PASSWORD);
  await dialog.getByLabel("Password").press("Enter");
  await expect(dialog).toBeHidden();
  await expectSaved(page);
  const row = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id },
  });
  expect(row.authorId).toBe(user.id);
});

test("a mark that was changed elsewhere is offered as two versions, and neither is lost", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  expectErrors(/412/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await as(annotator);
  // It does not hear of what happens elsewhere.
  await page.route("**/events*", () => undefined);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  await expectSaved(page);

  const other = await as(annotator);
  await openDesk(other, page.url());
  await expect(cardOf(other, /^Claim/)).toHaveAttribute("aria-current", "true");
  await other.keyboard.press("d");
  await expect(cardOf(other, /^Denial/)).toBeVisible();
  await expectSaved(other);

  await page.bringToFront();
  await page.keyboard.press("a");
  await expect(footOf(page)).toContainText("needs you");
  // The choice is the next stop of the keyboard behind the card itself.
  await cardOf(page, /^Attribution/).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Keep mine" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectSaved(page);
  const row = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id },
  });
  expect(row.tag).toBe("attribution");
  expect(row.version).toBe(3);
});

test("a change that had arrived, and whose answer was lost, is no question when one has gone on from it elsewhere", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  expectErrors(/412/, /ERR_CONNECTION_RESET/, /Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await as(annotator);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  await expectSaved(page);
  const other = await as(annotator);
  await openDesk(other, page.url());

  await page.bringToFront();
  let losesAnswers = true;
  await page.route("**/api/v1/annotations/*", async (route) => {
    if (!losesAnswers || route.request().method() !== "PUT") return route.fallback();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.keyboard.press("d");
  await expect(footOf(page)).toContainText(GONE);

  await other.bringToFront();
  await expect(cardOf(other, /^Denial/)).toBeVisible();
  await cardOf(other, /^Denial/).click();
  await other.keyboard.press("a");
  await expect(cardOf(other, /^Attribution/)).toBeVisible();
  await expectSaved(other);

  await page.bringToFront();
  losesAnswers = false;
  await lineIsBack(page);
  await expectSaved(page);
  await expect(cardOf(page, /^Attribution/)).toBeVisible();
  const written = await installation.db.annotationVersion.findMany({
    where: { annotation: { articleId: article.id } },
    orderBy: { version: "asc" },
  });
  expect(written.map(({ content }) => Object(content).tag)).toEqual([
    "claim",
    "denial",
    "attribution",
  ]);
});

test("what was read before a change arrived takes nothing of it back", async ({
  newsroom,
  deskOf,
  installation: { db },
}) => {
  const ana = await newsroom.member("annotator");
  const article = await newsroom.article({
    text: "The lock was shut. Nobody had seen the keeper.",
  });
  const page = await deskOf(ana, article);
  // A new title, of which nobody is told, shows when what was read has come to the page.
  await db.article.update({ where: { id: article.id }, data: { title: "The late reading" } });
  // With the first mark work has begun, and the page reads everything anew: it comes late.
  const read = Promise.withResolvers<void>();
  const late = Promise.withResolvers<void>();
  await page.route(
    (url) => url.searchParams.has("_rsc") && url.pathname.endsWith(article.id),
    async (route) => {
      const answer = await route.fetch();
      read.resolve();
      await late.promise;
      await route.fulfill({ response: answer });
    },
  );
  await textOf(page).focus();
  await press(page, "Control+Home");
  await press(page, "Shift+Control+ArrowRight", 4);
  await press(page, "c");
  await read.promise;
  await press(page, "Digit2");
  await expectSaved(page);
  const kind = page.getByRole("combobox", { name: "Kind" });
  const chosen = await kind.inputValue();
  expect(chosen).not.toBe("");
  late.resolve();
  await expect(page.getByRole("main").getByText("The late reading").first()).toBeVisible();
  // At once: nothing that comes afterwards may have mended it.
  expect(await kind.inputValue()).toBe(chosen);
  await press(page, "Shift+Digit1");
  await expectSaved(page);
  expect(await db.annotation.findMany({ where: { articleId: article.id } })).toMatchObject([
    { attributes: { kind: chosen, worthChecking: expect.any(String) }, version: 3 },
  ]);
});
