import { expect, test } from "#e2e/support/fixtures.ts";

/** The browser itself reports the 404 of the page it was sent to. */
const NOT_FOUND = /status of 404/;

for (const colorScheme of ["light", "dark"] as const) {
  test(`an unknown address says so, in ${colorScheme}`, async ({ page, axe, expectErrors }) => {
    expectErrors(NOT_FOUND);
    await page.emulateMedia({ colorScheme });
    await page.goto("/nothing/is/here");
    await expect(
      page.getByRole("heading", { name: "There is nothing at this address" }),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to your projects" })).toHaveAttribute(
      "href",
      "/",
    );
    await axe();
  });
}

test("pages may run no script that the server did not number", async ({ page, expectErrors }) => {
  expectErrors(NOT_FOUND, /Content Security Policy/);
  const response = await page.goto("/nothing/is/here");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toContain("unsafe-eval");
  const isRun = await page.evaluate(async () => {
    const refused = new Promise<boolean>((resolve) => {
      document.addEventListener("securitypolicyviolation", () => resolve(false), { once: true });
    });
    const host = document.createElement("div");
    host.innerHTML = "<img src='data:,' onerror='window.name = \"run\"'>";
    document.body.append(host);
    return (await refused) || window.name === "run";
  });
  expect(isRun).toBe(false);
});

test("health answers without a page's policy", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
  expect(response.headers()["content-security-policy"]).toContain("default-src 'none'");
});

test("a browser that asks for the icon by its old name gets it", async ({ request }) => {
  const icon = await request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect(icon.headers()["content-type"]).toContain("image/svg+xml");
});
