import { Download } from "lucide-react";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { SELECTION_LIMIT, selectArticles } from "./article-selection.ts";

type Props = { projectId: string; selection: ReadonlySet<string> };

/** What can be done with the articles that are ticked; stays in sight at the foot. */
export function SelectionBar({ projectId, selection }: Props) {
  if (selection.size === 0) return null;
  const query = new URLSearchParams([...selection].map((id) => ["article", id]));
  return (
    <section
      aria-label="Chosen articles"
      className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-surface px-4 py-2 shadow-raised"
    >
      <p role="status" className="mr-auto">
        {counted(selection.size, "article")} chosen
        {selection.size >= SELECTION_LIMIT && (
          <span className="text-muted"> · that is the most; export by state to have more</span>
        )}
      </p>
      <Button variant="quiet" onClick={() => selectArticles(projectId, [...selection], false)}>
        Clear
      </Button>
      <ButtonLink
        href={`/projects/${projectId}/export?${query.toString()}`}
        variant="primary"
        icon={<Download aria-hidden className="size-4" />}
      >
        Export
      </ButtonLink>
    </section>
  );
}
