const KEY = "onrecord-share-project";

/** The project to which this browser sent a page last; null when it keeps nothing. */
export function lastProject(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepProject(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // A browser that keeps nothing: the first project is offered again.
  }
}
