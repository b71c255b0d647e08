"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { AnnotationState } from "#lib/annotations/model.ts";
import type { ExportMeasure } from "#lib/exchange/measure-export.ts";
import { type ExportChoice, exportHref, USUAL_STATES } from "./export-href.ts";
import { ExportStates } from "./export-states.tsx";
import { ExportSummary } from "./export-summary.tsx";

type Props = { projectId: string; measure: ExportMeasure };

/** Chooses what goes into a file, says beforehand what does not, and links to it. */
export function ExportForm({ projectId, measure }: Props) {
  const isOne = measure.articles === 1 && measure.chosen !== null;
  const [format, setFormat] = useState<ExportChoice["format"]>(isOne ? "markdown" : "jsonl");
  const [states, setStates] = useState<readonly AnnotationState[]>(USUAL_STATES);
  const href = exportHref(projectId, {
    format,
    states,
    articleIds: measure.chosen?.map(({ id }) => id) ?? null,
  });
  return (
    <div className="grid max-w-2xl gap-8">
      <section>
        <h2 className="mb-1 font-medium">Articles</h2>
        {measure.chosen === null ? (
          <p>
            All {measure.articles.toLocaleString("en")} of the project.{" "}
            <Link href={`/projects/${projectId}/articles`} className="link">
              Choose some instead
            </Link>
          </p>
        ) : (
          <>
            <ul className="max-h-60 list-disc overflow-y-auto pl-5">
              {measure.chosen.map(({ id, title }) => (
                <li key={id} className="wrap-anywhere">
                  {title}
                </li>
              ))}
            </ul>
            <p className="mt-1">
              <Link href={`/projects/${projectId}/export`} className="link">
                Export all of the project instead
              </Link>
            </p>
          </>
        )}
      </section>
      <RadioGroup
        legend="Format"
        value={format}
        onValueChange={setFormat}
        options={isOne ? [...FORMATS, MARKDOWN] : FORMATS}
      />
      <ExportStates counts={measure.annotations} states={states} onChange={setStates} />
      <ExportSummary measure={measure} format={format} states={states} />
      <div>
        {states.length === 0 ? (
          <Button variant="primary" disabled>
            Choose a state first
          </Button>
        ) : (
          // A file, not a page: the browser fetches it by itself.
          <a href={href} className={buttonStyle("primary", "medium")}>
            <Download aria-hidden className="size-4" />
            Download
          </a>
        )}
      </div>
    </div>
  );
}

type Format = { value: ExportChoice["format"]; label: string; hint: string };

const FORMATS: readonly Format[] = [
  {
    value: "jsonl",
    label: "JSON Lines",
    hint: "All there is: texts, annotations, evidence, links and reviewers. Other programs read it back.",
  },
  {
    value: "csv",
    label: "CSV",
    hint: "A row for each segment, for spreadsheets and statistics.",
  },
];

const MARKDOWN: Format = {
  value: "markdown",
  label: "Markdown",
  hint: "For a colleague to read: who claimed, who denied, in whose words, with what evidence.",
};
