import { createRoot } from "react-dom/client";
import { articleText } from "#components/editor/article-text.ts";
import type { Mark } from "#components/editor/paint-plan.ts";
import { ReadingPane } from "#components/editor/reading-pane.tsx";

const NOTHING: readonly never[] = [];
const ignore = () => {};
const TAGS = ["claim", "denial", "attribution"] as const;
const ROLES = ["content", "source", "cue"] as const;

/** Our reading pane alone, with nothing of the desk around it. */
export function mount(
  element: HTMLElement,
  given: { text: string; blocks: Parameters<typeof articleText>[1]; marks: readonly Mark[] },
): void {
  createRoot(element).render(
    <ReadingPane
      article={articleText(given.text, given.blocks)}
      label="Article"
      marks={given.marks.map(withOwnWords)}
      focused={null}
      chosen={NOTHING}
      missed={NOTHING}
      masthead={null}
      onSelect={ignore}
      onHit={ignore}
      onLayout={ignore}
      onRestore={null}
      ref={null}
    />,
  );
}

/** A tag or role read from JSON is a string of its own each time; a program has each of them once. */
function withOwnWords({ id, tag, segments }: Mark): Mark {
  return {
    id,
    tag: TAGS.find((each) => each === tag) ?? tag,
    segments: segments.map(({ role, start, end }) => ({
      role: ROLES.find((each) => each === role) ?? role,
      start,
      end,
    })),
  };
}
