import type { Scope } from "#lib/projects/model.ts";

/** What the project marks, in a line. */
export function ProjectScope({ scope: { topics, attributions } }: { scope: Scope }) {
  const what = topics.length === 0 ? "everything" : topics.join(" · ");
  const whose =
    attributions === "all" ? "all attributions" : "attributions around claims and denials";
  return (
    <p className="wrap-anywhere">
      Scope: {what}; {whose}.
    </p>
  );
}
