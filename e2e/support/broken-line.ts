import type { Page, Route } from "@playwright/test";
import { lineIsBack } from "./screens/desk.ts";

export type Line = {
  /** Breaks it in one way or another, or makes it whole, or leaves it. */
  change: () => Promise<void>;
  /** Whole again, and the desk is told that it may try. */
  mend: () => Promise<void>;
};

/**
 * A page's line to the app, which breaks at random. Cut, nothing that is written or asked arrives;
 * offline, the browser itself has no network, and the stream is gone too; or what is written arrives,
 * and half of the answers do not.
 */
export async function brokenLine(page: Page, random: () => number): Promise<Line> {
  let state: "whole" | "cut" | "loses-answers" | "offline" = "whole";
  const set = async (next: typeof state) => {
    if ((state === "offline") !== (next === "offline")) {
      await page.context().setOffline(next === "offline");
    }
    state = next;
  };
  await page.route("**/api/v1/**", async (route: Route) => {
    if (state === "cut") return route.abort("internetdisconnected");
    const isWrite = route.request().method() !== "GET";
    if (state !== "loses-answers" || !isWrite || random() < 0.5) return route.fallback();
    await route.fetch().catch(() => undefined);
    await route.abort("connectionreset");
  });
  return {
    change: async () => {
      const luck = random();
      if (luck < 0.2) await set("cut");
      else if (luck < 0.4) await set("loses-answers");
      else if (luck < 0.65) await set("offline");
      else if (luck < 0.85) await set("whole");
    },
    mend: async () => {
      await set("whole");
      await page.bringToFront();
      await lineIsBack(page);
    },
  };
}
