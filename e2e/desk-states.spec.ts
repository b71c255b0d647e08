import { expect, test } from "#e2e/support/fixtures.ts";
import { makeBusyProject } from "#e2e/support/busy-project.ts";
import { leave, press } from "#e2e/support/keyboard.ts";
import { looksRight } from "#e2e/support/looks-right.ts";
import { cardOf, expectSaved, openDesk, textOf } from "#e2e/support/screens/desk.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import type { Context } from "#lib/context.ts";

/* Every state of the desk, as axe sees it in light and in dark. */

test("axe finds nothing on the desk: empty, busy, with words selected, open and filtered, in light and in dark", async ({
  newsroom,
  as,
  installation,
}) => {
  test.slow();
  const { people, article } = await makeBusyProject(newsroom, installation);
  const empty = await newsroom.article({ title: "Nothing yet", text: "The ferry was on time." });
  const page = await as(people.annotator);
  await openDesk(page, newsroom.path(`/articles/${empty.id}`));
  await looksRight(page, "an empty article");
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await looksRight(page, "a busy article");

  await textOf(page).focus();
  await press(page, "Control+Home");
  await press(page, "Control+ArrowDown", 2);
  await press(page, "Shift+Period");
  await looksRight(page, "words selected");
  await press(page, "a");
  await looksRight(page, "an attribution that is open", { within: CARDS });
  await expectSaved(page);
  await press(page, "Escape", 2);

  await cardOf(page, /^Claim, came back/).press("Enter");
  await looksRight(page, "what came back", { within: CARDS });
  await page.getByRole("button", { name: /^Denials/ }).click();
  await page.getByRole("button", { name: /^Draft/ }).click();
  await looksRight(page, "filters", { within: "aside[aria-label='Marks and article']" });
  await page.getByRole("button", { name: "Show all" }).click();
});

test("axe finds nothing on what opens over the desk and beside it", async ({
  newsroom,
  as,
  installation,
}) => {
  test.slow();
  const { people, article } = await makeBusyProject(newsroom, installation);
  const page = await as(people.annotator);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await cardOf(page, /^Claim, draft/).press("Enter");
  await cardOf(page, /^Claim, draft/).focus();
  for (const [key, name] of WINDOWS) {
    await press(page, key);
    const opened = page.locator(DIALOG);
    await expect(opened).toBeVisible();
    await expect(opened.getByText("Loading")).toBeHidden();
    await looksRight(page, name, { within: DIALOG });
    await leave(page, opened);
  }
  for (const [key, name] of PANELS) {
    await cardOf(page, /^Claim, draft/).focus();
    await press(page, key);
    await expect(page.locator("[data-panel]")).toBeVisible();
    await looksRight(page, name, { within: "[data-panel]" });
    await leave(page, page.locator("[data-panel]"));
  }
});

test("axe finds nothing where work is not sent, stands in conflict, or the session has ended", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  test.slow();
  expectErrors(/401|412|Unauthorized|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const { people, article, annotations } = await makeBusyProject(newsroom, installation);
  const page = await as(people.annotator);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await cardOf(page, /^Claim, draft/).press("Enter");
  // Not sent, and then in conflict with what was done elsewhere meanwhile.
  await page.context().setOffline(true);
  await cardOf(page, /^Claim, draft/).focus();
  await press(page, "Digit2");
  await expect(page.locator("[data-save=waiting]")).toBeVisible();
  await changeElsewhere(people.annotator.ctx, annotations.draft);
  await looksRight(page, "no connection", { within: "section[aria-label=Status]" });
  await page.context().setOffline(false);
  await expect(page.locator("[data-two-versions]")).toBeVisible();
  await looksRight(page, "a conflict", { within: CARDS });

  await page.context().clearCookies();
  await cardOf(page, /^Denial/)
    .first()
    .press("Enter");
  await press(page, "Digit2");
  await expect(page.getByRole("dialog", { name: "Your session has ended" })).toBeVisible();
  await looksRight(page, "the session has ended", { within: DIALOG });
});

const DIALOG = ":is([role=dialog], [role=alertdialog])[data-open]";
const CARDS = "aside[aria-label=Annotations]";
const WINDOWS: readonly (readonly [key: string, name: string])[] = [
  ["?", "all keys"],
  ["Control+k", "all commands"],
  ["l", "a link"],
  ["h", "a history"],
  ["u", "a doubt"],
  ["f", "folding a block"],
  ["i", "title and details"],
  ["Shift+S", "submitting all"],
  ["Shift+F", "finishing"],
];
const PANELS: readonly (readonly [key: string, name: string])[] = [
  ["g", "guidelines"],
  ["e", "evidence"],
  ["z", "talk"],
  ["v", "another article"],
  ["Shift+P", "marks by paragraph"],
];

/** The author does something else with the same mark, on another machine. */
async function changeElsewhere(
  ctx: Context,
  { id, articleId, revision, tag, segments, version }: StoredAnnotation,
): Promise<void> {
  const content = { tag, segments, absent: [], attributes: { kind: "event" }, doubt: null };
  await putAnnotation(ctx, id, { articleId, revision, ...content }, version);
}
