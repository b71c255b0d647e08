import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import { turn } from "#e2e/support/screens/colours.ts";
import { openDesk, textOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* The colours change while the desk is open: nothing keeps those of before. */

const LONG = Array.from(
  { length: 80 },
  (_, at) =>
    `The ferry number ${at} left at nine, said the harbour office, and nobody on the quay had seen it go. `,
).map((sentence) => sentence.repeat(4));

test("the map and what is far below take the colours of the day and of the night", async ({
  newsroom,
  installation,
  as,
}) => {
  const author = await newsroom.member("annotator");
  const article = await newsroom.article({ text: LONG.join("\n\n") });
  await makeAnnotation(installation.db, article, {
    author: author.ctx,
    tag: "denial",
    // Tall enough for whole pixels of the map.
    quote: article.text.slice(0, article.text.length / 4),
  });
  const page = await as(author);
  await page.emulateMedia({ colorScheme: "light" });
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  for (const by of ["the system", "the menu"] as const) {
    for (const colours of ["dark", "light"] as const) {
      await test.step(`${colours}, by ${by}`, async () => {
        if (by === "the system") await turn(page, colours);
        else await choose(page, colours);
        const wanted = await inksOf(page);
        expect(wanted.below).toBe(wanted.text);
        await expect.poll(() => onMap(page)).toBe(wanted.denial);
      });
    }
  }
});

async function choose(page: Page, colours: "dark" | "light"): Promise<void> {
  await page.getByRole("button", { name: /^You:/ }).click();
  await page.getByRole("menuitemradio", { name: colours === "dark" ? "Dark" : "Light" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", colours);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
}

/** The ink of the text, of its last paragraph, which nobody has scrolled to, and of a denial. */
async function inksOf(page: Page): Promise<Record<"text" | "below" | "denial", string>> {
  return textOf(page).evaluate((text) => {
    const inkOf = (element: Element | null) => (element ? getComputedStyle(element).color : "");
    const denial = document.createElement("i");
    denial.style.color = "var(--denial)";
    document.body.append(denial);
    const inks = {
      text: inkOf(text),
      below: inkOf([...text.querySelectorAll("p")].at(-1) ?? null),
      denial: inkOf(denial),
    };
    denial.remove();
    return inks;
  });
}

/** The colour in the denials' part of the map, near its top. */
async function onMap(page: Page): Promise<string> {
  return page.locator("[data-minimap] canvas").evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return "";
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    // The most frequent of what is painted wholly.
    const seen = new Map<string, number>();
    for (let at = 0; pixels && at < pixels.length; at += 4) {
      if (pixels[at + 3] !== 255) continue;
      const colour = `rgb(${[...pixels.slice(at, at + 3)].join(", ")})`;
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return [...seen].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
  });
}
