import Link from "next/link";
import type { ProjectCard } from "#lib/articles/project-cards.ts";
import { counted } from "./counted.ts";

/** The projects that one is in, each a way in. */
export function ProjectList({ projects }: { projects: readonly ProjectCard[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {projects.map((project) => (
        <li key={project.id}>
          <Link
            href={`/projects/${project.id}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken"
          >
            <span className="min-w-0 font-serif text-xl font-semibold wrap-anywhere">
              {project.name}
            </span>
            <span className="text-muted tabular-nums">
              {counted(project.articles, "article")} · {counted(project.members, "member")} · you
              are {project.role === "annotator" ? "an" : "a"} {project.role}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
