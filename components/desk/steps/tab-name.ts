import { v7 as uuidv7 } from "uuid";

const KEY = "onrecord-tab";
/** The page that a reload takes the place of may hold the name for a moment yet. */
const PATIENCE_MS = 400;

let claimed: Promise<string> | null = null;

/** What this tab is called among those of the browser. It keeps its name when it is loaded anew. */
export function tabName(): Promise<string> {
  claimed ??= claim();
  return claimed;
}

/** The names of the tabs that are open. Without locks (an address without https) nobody knows: none. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(`${KEY} `) ? [name.slice(KEY.length + 1)] : [])),
  );
}

async function claim(): Promise<string> {
  const kept = keptName();
  // A tab that was made as another's double has its name too, while the other has it still.
  const name = kept !== null && (await hold(kept)) ? kept : uuidv7();
  if (name !== kept) await hold(name);
  try {
    sessionStorage.setItem(KEY, name);
  } catch {
    // Without storage the tab has another name each time.
  }
  return name;
}

function keptName(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Holds the name until the page is left; false where another tab has it. */
function hold(name: string): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`${KEY} ${name}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
