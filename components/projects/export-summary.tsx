import { ANNOTATION_STATES, type AnnotationState } from "#lib/annotations/model.ts";
import type { ExportMeasure } from "#lib/exchange/measure-export.ts";
import { counted } from "./counted.ts";
import type { ExportChoice } from "./export-href.ts";

type Props = {
  measure: ExportMeasure;
  format: ExportChoice["format"];
  states: readonly AnnotationState[];
};

/** What the file will hold, and what it will not, before anybody fetches it. */
export function ExportSummary({ measure, format, states }: Props) {
  const inIt = states.reduce((sum, state) => sum + measure.annotations[state], 0);
  const leftOut = ANNOTATION_STATES.filter(
    (state) => !states.includes(state) && measure.annotations[state] > 0,
  ).map((state) => counted(measure.annotations[state], `${state} annotation`));
  const { confidentialEvidence, mergedArticles } = measure;
  const lines = [
    ...leftOut,
    ...(mergedArticles > 0 && format !== "markdown"
      ? [`${counted(mergedArticles, "article")} merged into others`]
      : []),
    ...(confidentialEvidence > 0
      ? [`${counted(confidentialEvidence, "confidential item")} of evidence`]
      : []),
    ...DROPPED[format],
  ];
  return (
    <section aria-live="polite" className="rounded-lg border border-line bg-surface px-4 py-3">
      <p>
        <span className="font-medium">In the file:</span>{" "}
        {format === "csv" ? "" : `${counted(measure.articles, "article")}, `}
        {counted(inIt, "annotation")}.
      </p>
      {lines.length > 0 && (
        <>
          <p className="mt-2 font-medium">Left out:</p>
          <ul className="list-disc pl-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const DROPPED: Readonly<Record<ExportChoice["format"], readonly string[]>> = {
  jsonl: ["links to annotations that are left out"],
  csv: [
    "the texts of the articles, their blocks and details",
    "articles in which nothing is marked",
    "the project's scope",
    "links to annotations that are left out",
  ],
  markdown: [
    "the text of the article, but for what is quoted",
    "offsets, versions and dates of the annotations",
  ],
};
