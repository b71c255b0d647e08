import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";
import { findCorpus } from "#e2e/support/corpus.ts";
import { misquotations, readExport } from "#e2e/support/exported.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { listedTitles, resultOf, upload } from "#e2e/support/screens/articles.ts";
import { cardOf, expectSaved, selectWords, textOf } from "#e2e/support/screens/desk.ts";
import { repositoryRoot } from "#lib/env.ts";
import type { Installation } from "#e2e/support/installation.ts";

/** Two articles that meet: one claims what the other denies. The quotations stand in one block each. */
type Material = {
  folder: string;
  files: readonly string[];
  claim: { file: string; quote: string };
  denial: {
    file: string;
    quote: string;
    /** The statement around the denial. */
    attribution: { content: string; source: string; cue: string };
  };
};

const DEMO: Material = {
  folder: join(repositoryRoot(), "prisma", "scenarios", "demo", "articles"),
  files: ["eleven-tankers.html", "ministry-rejects-report.txt", "pilots-account.txt"],
  claim: {
    file: "pilots-account.txt",
    quote: "he guided six tankers to the northern quay in March",
  },
  denial: {
    file: "ministry-rejects-report.txt",
    quote: "We have never opened that harbour",
    attribution: {
      content: "“We have never opened that harbour,”",
      source: "Tomas Brekk, the ministry’s spokesman",
      cue: "said",
    },
  },
};

const corpus = findCorpus();
const REAL: Material | null =
  corpus === null
    ? null
    : {
        folder: corpus,
        files: [
          "arms-denial.txt",
          "lavrov-thanks.txt",
          "live-blog.txt",
          "recognition.txt",
          "weapons-sale.txt",
        ],
        claim: {
          file: "weapons-sale.txt",
          quote: "North Korea is selling military equipment and weapons to Russia",
        },
        denial: {
          file: "arms-denial.txt",
          quote:
            "we have never had ‘arms dealings’ with Russia and that we have no plan to do so in the future",
          attribution: {
            content:
              "“We once again make clear that we have never had ‘arms dealings’ with Russia and that we have no plan to do so in the future,”",
            source: "the vice director",
            cue: "said",
          },
        },
      };

for (const [name, material] of [
  ["invented articles", DEMO],
  ["five real articles", REAL],
] as const) {
  test(`from files to a dataset through the screens alone: ${name}`, async ({
    newsroom,
    as,
    installation,
  }) => {
    test.skip(material === null, "The five real articles are not on this machine.");
    test.slow();
    if (material === null) return;
    const tove = await as(await newsroom.member("annotator", "Tove Oakes"));
    const lena = await as(await newsroom.member("reviewer", "Lena Kask"));

    await tove.goto(newsroom.path("/articles/add"));
    await upload(
      tove,
      await Promise.all(
        material.files.map(async (file) => ({
          name: file,
          content: await readFile(join(material.folder, file)),
        })),
      ),
    );
    for (const file of material.files) await expect(resultOf(tove, file)).toContainText(/added/i);
    await tove.goto(newsroom.path("/articles"));
    await expect(listedTitles(tove)).toHaveCount(material.files.length);

    const { claim, denial } = material;
    await openFile(tove, installation, newsroom.path("/articles"), claim.file);
    await selectWords(tove, claim.quote);
    await tove.keyboard.press("c");
    await expectSaved(tove);

    await openFile(tove, installation, newsroom.path("/articles"), denial.file);
    const { content, source, cue } = denial.attribution;
    await selectWords(tove, content);
    await tove.keyboard.press("a");
    await selectWords(tove, source, content);
    await tove.keyboard.press("s");
    await selectWords(tove, cue, content);
    await tove.keyboard.press("q");
    await tove.keyboard.press("Enter");
    await tove.keyboard.press("Escape");
    await expectSaved(tove);
    await selectWords(tove, denial.quote);
    await tove.keyboard.press("d");
    await expect(cardOf(tove, /^Denial, draft/)).toHaveAttribute("aria-current", "true");
    await expectSaved(tove);
    await tove.keyboard.press("l");
    const box = tove.getByRole("combobox", { name: "Find the other annotation by its words" });
    await box.fill(claim.quote.slice(0, 30));
    await tove
      .getByRole("option", { name: /denies/i })
      .filter({ hasText: claim.quote.slice(0, 20) })
      .first()
      .click();
    await expectSaved(tove);

    await tove.keyboard.press("e");
    await tove.getByRole("button", { name: "Add evidence" }).click();
    const words = claim.quote.split(" ").slice(0, 5).join(" ");
    await tove.getByRole("searchbox", { name: "Find the passage" }).fill(words);
    await tove
      .getByRole("button", { name: /^Take “/ })
      .first()
      .click();
    await tove.getByRole("radio", { name: /refutes/i }).check({ force: true });
    await tove
      .getByRole("textbox", { name: "Reason" })
      .fill("The other article says the opposite.");
    await tove.getByRole("textbox", { name: "Reason" }).press("Control+Enter");
    await expect(tove.getByText("The other article says the opposite.")).toBeVisible();

    await tove.getByRole("button", { name: "Close evidence" }).click();
    await cardOf(tove, /^Denial, draft/).click();
    await tove.keyboard.press("Shift+Enter");
    await expect(cardOf(tove, /^Denial, submitted/)).toBeVisible();
    await expectSaved(tove);
    const { id } = await installation.db.annotation.findFirstOrThrow({
      where: { projectId: newsroom.project.id, tag: "denial" },
    });

    await lena.goto(newsroom.path("/review"));
    const underReview = lena.getByRole("region", { name: "The annotation under review" });
    await expect(underReview.getByText(denial.quote, { exact: true }).first()).toBeVisible();
    await lena.keyboard.press("r");
    await lena.keyboard.press("3");
    await lena
      .getByRole("textbox", { name: "Comment for Tove Oakes" })
      .fill("Say which form it has.");
    await lena.keyboard.press("Control+Enter");
    await expect.poll(() => stateOf(installation, id)).toBe("rejected");

    await tove.reload();
    const returned = cardOf(tove, /^Denial, came back to you/);
    await returned.click();
    await expect(tove.getByText("Say which form it has.").first()).toBeVisible();
    await tove.getByRole("combobox", { name: "Form" }).selectOption("flat");
    await expectSaved(tove);
    await returned.click();
    await tove.keyboard.press("Shift+Enter");
    await expect(cardOf(tove, /^Denial, submitted/)).toBeVisible();
    await expectSaved(tove);

    await lena.reload();
    await expect(underReview.getByText(denial.quote, { exact: true }).first()).toBeVisible();
    await lena.keyboard.press("a");
    await expect.poll(() => stateOf(installation, id)).toBe("approved");

    await lena.goto(newsroom.path("/export"));
    const [file] = await Promise.all([
      lena.waitForEvent("download"),
      lena.getByRole("link", { name: "Download" }).click(),
    ]);
    const jsonl = await readFile(await file.path(), "utf8");
    expect(misquotations(jsonl)).toEqual([]);
    const { annotations } = readExport(jsonl);
    const exported = annotations.find((each) => each.id === id);
    expect(exported).toMatchObject({
      state: "approved",
      reviewer: { name: "Lena Kask" },
      segments: [{ exact: denial.quote }],
      evidence: [{ kind: "passage", stance: "refutes" }],
      links: expect.arrayContaining([expect.objectContaining({ type: "denies", from: id })]),
    });
  });
}

async function stateOf({ db }: Installation, id: string): Promise<string> {
  return (await db.annotation.findUniqueOrThrow({ where: { id } })).state;
}

/** Open the article that came from a file. */
async function openFile(
  page: Page,
  { db }: Installation,
  articles: string,
  file: string,
): Promise<void> {
  const projectId = /projects\/([^/]+)/.exec(articles)?.[1] ?? "";
  const { articleId } = await db.revision.findFirstOrThrow({
    where: { projectId, originName: basename(file) },
    select: { articleId: true },
  });
  await page.goto(`${articles}/${articleId}`);
  await expect(textOf(page)).toBeVisible();
  await expectSaved(page);
}
