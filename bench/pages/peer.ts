import "@recogito/text-annotator/text-annotator.css";
import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";

/** UTF-16 units of the whole text. */
type PeerMark = { id: string; segments: { start: number; end: number; exact: string }[] };

/** Recogito's annotator over the same paragraphs, with its own defaults. */
export function mount(
  element: HTMLElement,
  given: { paragraphs: readonly string[]; marks: readonly PeerMark[] },
): void {
  const inner = document.createElement("div");
  // White space between paragraphs is in the text, so that both count from the same start.
  given.paragraphs.forEach((words, index) => {
    if (index > 0) inner.append("\n\n");
    const paragraph = document.createElement("p");
    paragraph.textContent = words;
    inner.append(paragraph);
  });
  element.append(inner);
  const annotator = createTextAnnotator<TextAnnotation>(inner);
  annotator.setAnnotations(
    given.marks.map(({ id, segments }) => ({
      id,
      bodies: [],
      target: {
        annotation: id,
        // Ranges are made by the annotator itself when it first looks at them.
        selector: segments.map(({ start, end, exact }) => ({
          quote: exact,
          start,
          end,
          range: new Range(),
        })),
      },
    })),
    true,
  );
}
