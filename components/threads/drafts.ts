/** Messages that were begun and not sent, in this browser, by person and by where they were begun. */
export type Drafts = {
  load(place: string): string;
  /** Empty text forgets it. */
  save(place: string, text: string): void;
};

/** Where the browser keeps nothing, they last until the page is left. */
export function browserDrafts(userId: string): Drafts {
  const key = (place: string) => `onrecord-draft-${userId}-${place}`;
  return {
    load(place) {
      const here = MEMORY.get(key(place));
      if (here !== undefined) return here;
      try {
        return localStorage.getItem(key(place)) ?? "";
      } catch {
        return "";
      }
    },
    save(place, text) {
      MEMORY.set(key(place), text);
      try {
        if (text === "") localStorage.removeItem(key(place));
        else localStorage.setItem(key(place), text);
      } catch {
        // It stays in memory.
      }
    },
  };
}

const MEMORY = new Map<string, string>();
