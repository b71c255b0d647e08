import type { Page } from "@playwright/test";

/**
 * Listens as a screen reader does: every sentence that comes into a live region, in order. What is
 * given says all that was heard since it was asked last.
 */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate((key) => {
    const said: string[] = [];
    Object.assign(window, { [key]: said });
    const live = "[aria-live], [role=status], [role=alert]";
    new MutationObserver((changes) => {
      for (const { target, addedNodes, type } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (!region || (type === "childList" && addedNodes.length === 0)) continue;
        const text = region.textContent?.replace(/\s+/gu, " ").trim() ?? "";
        if (text !== "") said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, KEY);
  return () =>
    page.evaluate((key) => {
      const said: unknown = Reflect.get(window, key);
      return Array.isArray(said) ? said.splice(0).map(String) : [];
    }, KEY);
}

const KEY = "onrecordHeard";
