import type { Doubted } from "#components/desk/state/held-after.ts";
import { readNews } from "./read-news.ts";
import { takeNews, type NewsDesk } from "./take-news.ts";
import { whatToAsk } from "./what-to-ask.ts";

/**
 * Asks the server what there is of things that the desk and a reading of everything do not agree about.
 * Without an answer they stay as they are, until there is news of them.
 */
export async function askForDoubted(
  desk: NewsDesk,
  { links, evidence, isArticle }: Doubted,
): Promise<void> {
  if (links.length + evidence.length === 0 && !isArticle) return;
  const { article, me } = desk.data;
  const nothing = whatToAsk([], { articleId: article.id, userId: me.id, distant: () => false });
  const asked = { ...nothing, links: new Set(links), evidence: new Set(evidence), isArticle };
  const { annotations, elsewhere } = desk.store.get();
  const isKnown = (id: string) => annotations.has(id) || elsewhere.has(id);
  try {
    takeNews(desk, await readNews(article.id, asked, isKnown), () => false);
  } catch {
    // The network is away.
  }
}
