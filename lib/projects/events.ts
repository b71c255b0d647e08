import type { GuidelinesVersion, Project } from "./model.ts";

/** What happened to projects and their guidelines, as the record of events keeps it. */
export function projectCreated(project: Project) {
  return {
    type: "project.created",
    projectId: project.id,
    subject: { type: "project", id: project.id },
    after: settings(project),
  } as const;
}

export function projectEdited(before: Project, after: Project) {
  return {
    type: "project.edited",
    projectId: after.id,
    subject: { type: "project", id: after.id },
    before: settings(before),
    after: settings(after),
  } as const;
}

/** From now on all members see everybody's work, or annotators their own only. */
export function layersChanged(before: Project, after: Project) {
  return {
    type: after.layers === "shared" ? "project.revealed" : "project.made-blind",
    projectId: after.id,
    subject: { type: "project", id: after.id },
    before: { layers: before.layers },
    after: { layers: after.layers },
  } as const;
}

/** The documents themselves stand in the guidelines' own rows, each kept for good. */
export function guidelinesSaved(projectId: string, before: number, after: GuidelinesVersion) {
  return {
    type: "guidelines.saved",
    projectId,
    subject: { type: "project", id: projectId },
    before: { version: before },
    after: { version: after.version },
  } as const;
}

function settings({ name, scope, layers, honoursRobots }: Project) {
  return { name, scope, layers, honoursRobots };
}
