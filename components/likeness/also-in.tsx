import Link from "next/link";
import type { Tie } from "#lib/likeness/model.ts";
import { similarityWords } from "./likeness-words.ts";

const MOST_SHOWN = 5;

/** "Also in The Estuary Courier, 98 % the same": where else this text stands. Nothing when nowhere. */
export function AlsoIn({ projectId, ties }: { projectId: string; ties: readonly Tie[] }) {
  if (ties.length === 0) return null;
  return (
    <ul aria-label="The same text elsewhere" className="mt-1 space-y-0.5">
      {ties.slice(0, MOST_SHOWN).map(({ likenessId, decision, similarity, article }) => (
        <li key={likenessId}>
          Also in{" "}
          <Link
            href={
              decision === "merged"
                ? `/projects/${projectId}/likenesses/${likenessId}`
                : `/projects/${projectId}/articles/${article.id}`
            }
            className="link"
          >
            {article.publisher || `“${article.title}”`}
          </Link>
          , {similarityWords(similarity)}
          {decision === "merged" && ", merged into this"}
        </li>
      ))}
      {ties.length > MOST_SHOWN && <li>and in {ties.length - MOST_SHOWN} more</li>}
    </ul>
  );
}
