import { ANNOTATION_STATE_LOOKS } from "#components/annotations/words.ts";
import { Shape } from "#components/ui/shape.tsx";
import { WORK_STATES } from "#lib/articles/model.ts";
import { PROGRESS_STATES } from "./annotation-progress.tsx";
import { WORK_STATE_LOOKS } from "./article-states.ts";

/** What the shapes of the articles table mean. */
export function ShapesKey() {
  const work = WORK_STATES.filter((state) => state !== "not-begun").map(
    (state) => WORK_STATE_LOOKS[state],
  );
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <span>Annotations:</span>
      {PROGRESS_STATES.map((state) => ANNOTATION_STATE_LOOKS[state]).map(({ word, shape }) => (
        <span key={word} className="inline-flex items-center gap-1">
          <Shape kind={shape} /> {word}
        </span>
      ))}
      <span className="sm:ml-4">Work:</span>
      {work.map(({ word, shape }) => (
        <span key={word} className="inline-flex items-center gap-1">
          <Shape kind={shape} /> {word}
        </span>
      ))}
    </p>
  );
}
