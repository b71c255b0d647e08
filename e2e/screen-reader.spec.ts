import { expect, test } from "#e2e/support/fixtures.ts";
import { press } from "#e2e/support/keyboard.ts";
import { listenTo } from "#e2e/support/listener.ts";
import { cardOf, expectSaved, textOf } from "#e2e/support/screens/desk.ts";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* What a screen reader says: names and relations, and the sentences of the live regions by their text. */

const TEXT = [
  "Ferry was late again",
  "The harbour office denied that the night ferry had been late.",
  "“We left on time,” said Ansa Kreel, who runs the ferry. “Nobody complained.”",
  "The quay was empty at nine. Two hundred people slept in the hall.",
].join("\n\n");

test("marks, steps, changes, refusals, safety and others' work are heard", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  test.slow();
  expectErrors(/412|ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/);
  const { db } = installation;
  const ana = await newsroom.member("annotator", "Ana Oakes");
  const bo = await newsroom.member("annotator", "Bo Lind");
  const article = await newsroom.article({ text: TEXT });
  await makeAnnotation(db, article, {
    author: bo.ctx,
    quote: "the night ferry had been late",
    state: "submitted",
  });
  const attribution = {
    author: bo.ctx,
    tag: "attribution" as const,
    segments: [
      { role: "source" as const, quote: "Ansa Kreel" },
      { role: "cue" as const, quote: "said" },
      { role: "content" as const, quote: "“We left on time,”" },
    ],
  };
  await makeAnnotation(db, article, attribution);
  const page = await deskOf(ana, article);
  const heardSince = await listenTo(page);
  /** Press a key, and hear a sentence for it. */
  const hears = async (key: string, ...sentences: (string | RegExp)[]) => {
    await heardSince();
    await press(page, key);
    await expectToHear(...sentences);
  };
  const expectToHear = async (...sentences: (string | RegExp)[]) => {
    const all: string[] = [];
    await expect(async () => {
      all.push(...(await heardSince()));
      for (const sentence of sentences)
        expect(
          all.some((each) =>
            typeof sentence === "string" ? each === sentence : sentence.test(each),
          ),
          `${String(sentence)} among ${JSON.stringify(all)}`,
        ).toBe(true);
    }).toPass({ timeout: 12_000 });
    return all;
  };

  await test.step("the caret says where it is, what begins and what ends", async () => {
    await textOf(page).focus();
    await press(page, "Control+Home");
    await hears("Control+ArrowDown", `Paragraph 2. ${TEXT.split("\n\n")[1]}`);
    await hears("p", "Claim begins, submitted, by Bo Lind. the night ferry had been late");
    await hears("p", "Claim ends. full stop");
    await hears("p", "Paragraph 3. Attribution begins, draft, by Bo Lind. “We left on time");
    await hears("p", /^Attribution ends\. /);
    await hears("p", /^Cue of an attribution begins, draft, by Bo Lind\. said/);
    await hears("Control+ArrowRight", "Cue of an attribution ends. said");
    await hears("ArrowRight", "Source of an attribution begins, draft, by Bo Lind. A");
    await hears("Period", "Source of an attribution ends. “Nobody complained.”");
    await hears("Control+End", "Paragraph 4. End of the paragraph.");
  });

  await test.step("what is selected, made, there already, moved, undone and submitted is heard", async () => {
    await press(page, "Control+ArrowUp");
    await hears("Shift+Period", "Selected: ‘The quay was empty at nine’.");
    await hears("c", "Claim marked.");
    await expectSaved(page);
    await press(page, "Comma");
    await press(page, "Shift+Period");
    await hears("c", "You have marked these words as a claim already: here it is.");
    await press(page, "Escape");
    await hears("Minus", "Now ‘The quay was empty at’.");
    // The same sentence twice is said twice.
    await press(page, "Equal");
    await hears("Minus", "Now ‘The quay was empty at’.");
    await hears("Control+z", /^Undone: /);
    await hears("Shift+Enter", "Submitted for review.");
    await hears("Shift+Enter", "Taken back: it is a draft again.");
    await hears(
      "Shift+W",
      /^You are in paragraph 4\..* annotations here\. (All saved|Saving …)\.$/,
    );
    await expectSaved(page);
  });

  await test.step("a refusal says whose it is", async () => {
    await press(page, "k");
    await expect(cardOf(page, /^Attribution, draft: .*, by Bo Lind$/)).toBeFocused();
    await hears("Delete", "Only Bo Lind, who made this annotation, changes it.");
  });

  const mine = await db.annotation.findFirstOrThrow({
    where: { articleId: article.id, authorId: ana.user.id },
    include: { segments: true },
  });
  await test.step("that work is not being saved, that it is again, and a conflict", async () => {
    await press(page, "j");
    await expect(cardOf(page, /^Claim, draft: ‘The quay/)).toBeFocused();
    await page.context().setOffline(true);
    await hears("Digit2", "The connection is gone. Your 1 change is kept here and will be sent.");
    await putAnnotation(
      ana.ctx,
      mine.id,
      {
        articleId: article.id,
        revision: 1,
        tag: "claim",
        segments: mine.segments.map(({ start, end, exact }) => ({
          role: "content",
          start,
          end,
          exact,
        })),
        absent: [],
        attributes: { kind: "event" },
        doubt: null,
      },
      (await db.annotation.findUniqueOrThrow({ where: { id: mine.id } })).version,
    );
    await heardSince();
    await page.context().setOffline(false);
    await expectToHear("This annotation has been changed since you saw it.", /^1 change needs you/);
    await page.getByRole("button", { name: "Keep mine" }).press("Enter");
    await expectToHear("Yours is kept, and goes to the server.", "Everything is saved again.");
    await expect(cardOf(page, /^Claim, draft: ‘The quay/)).toBeFocused();
  });

  await test.step("what others do is heard once, in one sentence", async () => {
    await heardSince();
    for (const quote of ["Two hundred people", "slept in the hall", "who runs the ferry"])
      await makeAnnotation(db, article, { author: bo.ctx, quote });
    const all = await expectToHear("Bo Lind marked 3 passages.");
    expect(all.filter((each) => each.includes("Bo Lind"))).toHaveLength(1);
  });
});

test("whoever reads by a screen reader's own keys finds the marks in words, and every window named", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const ana = await newsroom.member("annotator", "Ana Oakes");
  const bo = await newsroom.member("annotator", "Bo Lind");
  const article = await newsroom.article({ text: TEXT, title: "Ferry was late again" });
  await makeAnnotation(installation.db, article, {
    author: bo.ctx,
    tag: "denial",
    quote: "denied that the night ferry had been late",
    state: "submitted",
  });
  await makeAnnotation(installation.db, article, {
    author: ana.ctx,
    quote: "the night ferry had been late",
  });
  const page = await deskOf(ana, article);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ferry was late again");
  await expect(page.getByRole("main").getByRole("textbox")).toHaveAccessibleName(
    "The text of “Ferry was late again”. Arrow keys move the caret; press question mark for all keys.",
  );
  await expect(
    page.getByRole("list", { name: "Annotations, 2" }).getByRole("listitem"),
  ).toHaveCount(2);
  await expect(cardOf(page, /^Denial/)).toHaveAccessibleName(
    "Denial, submitted: ‘denied that the night ferry had been late’, paragraph 2, by Bo Lind",
  );

  await page.getByRole("button", { name: "Read the marks paragraph by paragraph" }).press("Enter");
  const outline = page.getByRole("region", { name: "Marks by paragraph, text" });
  await expect(outline).toMatchAriaSnapshot(`
    - heading "paragraph 1" [level=3]
    - paragraph: Ferry was late again
    - heading "paragraph 2" [level=3]
    - paragraph: /The harbour office \\(denial begins\\) denied that \\(claim begins\\) the night ferry had been late \\(claim ends\\) \\(denial ends\\) \\./
    - list "Marked in paragraph 2":
      - listitem:
        - 'button "Denial, submitted, by Bo Lind: ‘denied that the night ferry had been late’"'
        - button "To the words of the denial ‘denied that the night ferry had been late’"
      - listitem:
        - 'button "Claim, draft, by you: ‘the night ferry had been late’"'
        - button "To the words of the claim ‘the night ferry had been late’"
  `);
  await outline.getByRole("button", { name: "To the words of the claim" }).press("Enter");
  await expect(textOf(page)).toBeFocused();
  await expect(page.locator("[data-heard]")).toContainText("Claim begins, draft, by you.");
  await press(page, "Shift+P");
  await expect(outline).toBeHidden();

  await cardOf(page, /^Claim/).press("Enter");
  await cardOf(page, /^Claim/).focus();
  for (const [key, name, description] of WINDOWS) {
    await press(page, key);
    const opened = page.locator("[role=dialog], [role=alertdialog]");
    await expect(opened).toHaveAccessibleName(name);
    if (description) await expect(opened).toHaveAccessibleDescription(description);
    await press(page, "Escape");
    await expect(opened).toBeHidden();
  }
});

const WINDOWS: readonly (readonly [key: string, name: string, description?: RegExp])[] = [
  ["?", "Keys"],
  ["Control+k", "Commands"],
  ["l", "Link", /^Claim “the night ferry had been late”$/],
  ["h", "History"],
  ["u", "A doubt", /What you are unsure of/],
  ["Shift+F", "Finish this article?", /You have 1 mark in it/],
];
