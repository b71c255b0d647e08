import type { Project } from "#lib/projects/model.ts";
import { LAYERS_WORDS } from "./layers-words.ts";

/** Name, scope and how pages are fetched, for those who may not change them. */
export function ProjectFacts({ project }: { project: Project }) {
  const { topics, attributions } = project.scope;
  return (
    <>
      <dl className="grid max-w-xl gap-4 [&_dt]:text-muted">
        <div>
          <dt>Name</dt>
          <dd>{project.name}</dd>
        </div>
        <div>
          <dt>Topics</dt>
          <dd>{topics.length === 0 ? "Everything" : topics.join(" · ")}</dd>
        </div>
        <div>
          <dt>Attributions</dt>
          <dd>{attributions === "all" ? "All" : "Only those around claims and denials"}</dd>
        </div>
        <div>
          <dt>Layers</dt>
          <dd>
            {LAYERS_WORDS[project.layers].label}. {LAYERS_WORDS[project.layers].hint}
          </dd>
        </div>
        <div>
          <dt>robots.txt</dt>
          <dd>{project.honoursRobots ? "Honoured" : "Not looked at"}</dd>
        </div>
      </dl>
      <p className="mt-6 text-muted">A manager of the project can change this.</p>
    </>
  );
}
