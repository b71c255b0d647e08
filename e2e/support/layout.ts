import type { Page } from "@playwright/test";

/**
 * What is wrong with how the page lies on the screen, in sentences: it scrolls sideways, something that
 * can be pressed lies under something else or beyond the edge, its words stand out of it, or words are
 * cut where nothing says so.
 */
export async function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      faults.push(`The page is ${scrollWidth - clientWidth} pixels too wide.`);
    const dialog = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1);
    const root = dialog ?? document.body;
    for (const element of root.querySelectorAll("button, a, input, select, textarea")) {
      const box = element.getBoundingClientRect();
      if (!isShown(element) || box.width < 2 || box.height < 2 || !isInView(element, box)) continue;
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      if (x > innerWidth || x < 0) faults.push(`${nameOf(element)} lies beyond the edge.`);
      const found = document.elementFromPoint(x, y);
      if (found && !element.contains(found) && !found.contains(element) && !labels(found, element))
        faults.push(`${nameOf(element)} lies under ${nameOf(found)}.`);
      const beyond = Math.max(
        element.scrollWidth - element.clientWidth,
        element.scrollHeight - element.clientHeight,
      );
      const canSpill = element.matches("button, a") && element.clientWidth > 1;
      if (canSpill && beyond > 4 && getComputedStyle(element).overflowX === "visible")
        faults.push(`The words of ${nameOf(element)} stand ${beyond} pixels out of it.`);
    }
    for (const element of root.querySelectorAll("button, a, label, dt, dd, h1, h2, h3, p, li")) {
      if (!isShown(element) || !(element instanceof HTMLElement)) continue;
      const style = getComputedStyle(element);
      const isCut =
        element.scrollWidth > element.clientWidth + 1 &&
        style.overflowX === "hidden" &&
        style.textOverflow !== "ellipsis" &&
        element.clientWidth > 1;
      if (isCut) faults.push(`${nameOf(element)} is cut.`);
    }
    return faults;

    function isShown(element: Element): boolean {
      return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    }
    /** In the window, and in whatever scrolls around it; tabs scroll sideways. */
    function isInView(element: Element, box: DOMRect): boolean {
      const y = box.top + box.height / 2;
      if (y < 0 || y > innerHeight) return false;
      const tabs = element.closest("[role=tablist], nav")?.getBoundingClientRect();
      if (tabs && box.left + box.width / 2 > tabs.right) return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (!/auto|scroll|hidden/u.test(getComputedStyle(around).overflowY)) continue;
        const edge = around.getBoundingClientRect();
        if (y < edge.top || y > edge.bottom) return false;
      }
      return true;
    }
    function labels(found: Element, element: Element): boolean {
      return found.closest("label")?.contains(element) ?? false;
    }
    function nameOf(element: Element): string {
      const name = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40);
      return `<${element.tagName.toLowerCase()}> “${name}”`;
    }
  });
}
