import { removeMember } from "#lib/access/remove-member.ts";
import { makeSignInLink } from "#lib/access/make-sign-in-link.ts";
import { revokeUser } from "#lib/access/revoke-user.ts";
import { makeMember } from "#prisma/factories.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import { makePersonWithPassword, PASSWORD } from "#e2e/support/newsroom.ts";
import {
  confirm,
  expectSignedIn,
  expectSignedOut,
  invite,
  openAccount,
  signIn,
} from "#e2e/support/screens/access.ts";

const NEW_PASSWORD = "the barge follows at ten";
const REFUSED = "The e-mail or the password is not right.";

const atTheMachine = ({ db }: Installation) => ({
  actor: { kind: "operator" as const },
  db,
  now: new Date(),
});

test("somebody signs in where they wanted to go, and out again", async ({
  page,
  newsroom,
  installation,
  expectErrors,
}) => {
  // What the page has just asked for may find that nobody is signed in any more.
  expectErrors(/401 \(Unauthorized\).*\/me\/notices/u);
  const user = await makePersonWithPassword(installation, { name: "Tove Oakes" });
  await makeMember(installation.db, { projectId: newsroom.project.id, user });
  await page.goto(newsroom.path("/settings/members"));
  await expectSignedOut(page);
  await signIn(page, { email: user.email.toUpperCase(), password: PASSWORD });
  await expect(page).toHaveURL(newsroom.path("/settings/members"));
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  await page.getByRole("button", { name: /^You:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expectSignedOut(page);
  await page.goto("/projects");
  await expectSignedOut(page);
});

test("a wrong password and an unknown account are refused in the same words", async ({
  page,
  installation,
}) => {
  const user = await makePersonWithPassword(installation);
  await page.goto("/sign-in");
  for (const email of [user.email, `nobody-${user.email}`]) {
    await signIn(page, { email, password: "a password that is not" });
    await expect(page.getByText(REFUSED)).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await page.reload();
  }
  await signIn(page, { email: user.email, password: PASSWORD });
  await expectSignedIn(page);
});

test("too many guesses at one account are refused, the right one too", async ({
  page,
  installation,
}) => {
  const user = await makePersonWithPassword(installation);
  await page.goto("/sign-in");
  const refusal = page.getByText(/^Too many attempts\. Try again in \d+ minutes\.$/);
  for (let guess = 1; guess <= 10; guess++) {
    await signIn(page, { email: user.email, password: `guess number ${guess}` });
    await expect(page.getByText(REFUSED)).toBeVisible();
    await page.reload();
  }
  await signIn(page, { email: user.email, password: PASSWORD });
  await expect(refusal).toBeVisible();
});

test("a sign-in leads to no other site", async ({ page, installation }) => {
  const user = await makePersonWithPassword(installation);
  await page.goto("/sign-in?next=https%3A%2F%2Felsewhere.example%2F");
  await signIn(page, { email: user.email, password: PASSWORD });
  await expectSignedIn(page);
  expect(new URL(page.url()).origin).toBe(installation.url);
});

test("signing out everywhere ends every session at its next request", async ({
  as,
  installation,
}) => {
  const user = await makePersonWithPassword(installation);
  const desk = await as(user);
  const phone = await as(user);
  await phone.goto("/projects");
  await expectSignedIn(phone);
  await desk.goto("/projects");
  await openAccount(desk);
  await confirm(desk, "Sign out everywhere", "all devices");
  await expectSignedOut(desk);
  await phone.reload();
  await expectSignedOut(phone);
});

test("a new password ends the other sessions, and is the one that counts", async ({
  as,
  page,
  installation,
}) => {
  const user = await makePersonWithPassword(installation);
  const desk = await as(user);
  const phone = await as(user);
  await desk.goto("/account");
  await desk.getByLabel("Current password").fill("not this one at all");
  await desk.getByLabel("New password").fill(NEW_PASSWORD);
  await desk.getByRole("button", { name: "Change password" }).click();
  await expect(desk.getByLabel("Current password")).toHaveAccessibleDescription(
    "This is not your current password.",
  );
  await desk.getByLabel("Current password").fill(PASSWORD);
  await desk.getByRole("button", { name: "Change password" }).click();
  await expect(desk.getByText("Your password is changed.")).toBeVisible();
  await phone.goto("/projects");
  await expectSignedOut(phone);
  await page.goto("/sign-in");
  await signIn(page, { email: user.email, password: PASSWORD });
  await expect(page.getByText(REFUSED)).toBeVisible();
  await signIn(page, { email: user.email, password: NEW_PASSWORD });
  await expectSignedIn(page);
});

test("a one-time link signs in once, and lets a password be chosen", async ({
  page,
  browser,
  watch,
  newsroom,
  installation,
}) => {
  const { user } = await newsroom.member("annotator", "Tove Oakes");
  const { link } = await makeSignInLink(atTheMachine(installation), user.id);
  const path = new URL(link).pathname;
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Welcome, Tove Oakes" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Choose a password" })).toBeVisible();
  await page.getByLabel("Password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Use this password" }).click();
  await expectSignedIn(page);

  const elsewhere = await browser.newContext();
  watch(elsewhere);
  const second = await elsewhere.newPage();
  await second.goto(path);
  await expect(second.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expect(second.getByText("This link was used already")).toBeVisible();
  await second.getByRole("link", { name: "Sign in with your password" }).click();
  await signIn(second, { email: user.email, password: NEW_PASSWORD });
  await expectSignedIn(second);
  await elsewhere.close();
});

test("somebody who is invited joins the project, and the invitation is used up", async ({
  as,
  page,
  newsroom,
}) => {
  const manager = await as(await newsroom.member("manager"));
  const email = `lena-${newsroom.project.id}@veldora.example`;
  await manager.goto(newsroom.path("/settings/members"));
  const link = await invite(manager, { email, role: "Reviewer" });

  await page.goto(link);
  await expect(page.getByRole("heading", { name: `Join ${newsroom.project.name}` })).toBeVisible();
  await expect(page.getByText("You are invited as reviewer.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByLabel("Your name").fill("Lena Kask");
  await page.getByLabel("Password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await expectSignedIn(page);
  await expect(page.getByRole("link", { name: newsroom.project.name }).first()).toBeVisible();

  await manager.reload();
  const row = manager.getByRole("row", { name: /Lena Kask/ });
  await expect(row.getByRole("combobox", { name: "Role of Lena Kask" })).toContainText("Reviewer");
  await manager.goto(link);
  await expect(manager.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("somebody who is removed is out of the project at their next request", async ({
  as,
  newsroom,
}) => {
  const member = await newsroom.member("annotator", "Tove Oakes");
  const theirs = await as(member);
  await theirs.goto(newsroom.path("/articles"));
  await expect(theirs.getByRole("heading", { name: "No articles yet" })).toBeVisible();
  const manager = await as(await newsroom.member("manager"));
  await manager.goto(newsroom.path("/settings/members"));
  await confirm(manager, "Remove", "Tove Oakes");
  await expect(manager.getByRole("row", { name: /Tove Oakes/ })).toHaveCount(0);
  const response = await theirs.request.get(`/api/v1/projects/${newsroom.project.id}/articles`);
  expect(response.status()).toBe(404);
});

test("a page of a project that one was removed from is not found", async ({
  as,
  newsroom,
  installation,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  const member = await newsroom.member("annotator");
  const page = await as(member);
  await removeMember(atTheMachine(installation), newsroom.project.id, member.user.id);
  await page.goto(newsroom.path("/articles"));
  await expect(
    page.getByRole("heading", { name: "There is nothing at this address" }),
  ).toBeVisible();
});

test("a closed account is out at once, on the page and with its token", async ({
  as,
  newsroom,
  installation,
  request,
  expectErrors,
}) => {
  // What the page asks for by itself in that moment is refused.
  expectErrors(/401 \(Unauthorized\)/);
  const member = await newsroom.member("annotator");
  const token = await newsroom.tokenFor(member);
  const ask = () =>
    request.get("/api/v1/projects", { headers: { Authorization: `Bearer ${token}` } });
  const page = await as(member);
  await page.goto("/projects");
  await expectSignedIn(page);
  expect((await ask()).status()).toBe(200);
  await revokeUser(atTheMachine(installation), member.user.id);
  await page.reload();
  await expectSignedOut(page);
  expect((await ask()).status()).toBe(401);
});
