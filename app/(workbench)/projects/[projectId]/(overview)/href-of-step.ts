import type { NextStep } from "#components/projects/next-step.ts";
import type { OpenWork } from "#lib/articles/my-open-work.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import type { ReturnedAnnotation } from "#lib/review/queries.ts";

type Queue = {
  returned: readonly ReturnedAnnotation[];
  missed: readonly MissedPassage[];
  openWork: readonly OpenWork[];
};

/** Where the next step is taken; null when there is none. */
export function hrefOfStep(projectId: string, go: NextStep["go"], queue: Queue): string | null {
  const home = `/projects/${projectId}`;
  switch (go) {
    case "add":
      return `${home}/articles/add`;
    case "review":
      return `${home}/review`;
    case "new-articles":
      return `${home}/articles?state=new`;
    case "returned": {
      const [first] = queue.returned;
      return first ? `${home}/articles/${first.annotation.articleId}#${first.annotation.id}` : null;
    }
    case "missed": {
      const [first] = queue.missed;
      return first ? `${home}/articles/${first.articleId}#words=${first.start}-${first.end}` : null;
    }
    case "open-work": {
      const [first] = queue.openWork;
      return first ? `${home}/articles/${first.id}` : null;
    }
    default:
      return null;
  }
}
