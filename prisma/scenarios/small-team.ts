import type { Db } from "#lib/db/client.ts";
import type { Layers, Project } from "#lib/projects/model.ts";
import { makeMember, makeProject, type UserContext } from "#prisma/factories.ts";

/** A project with somebody in every role, and somebody who is in another project only. */
export type SmallTeam = {
  project: Project;
  reader: UserContext;
  annotator: UserContext;
  annotator2: UserContext;
  reviewer: UserContext;
  reviewer2: UserContext;
  manager: UserContext;
  /** A manager of `elsewhere`, who is nobody here. */
  stranger: UserContext;
  elsewhere: Project;
};

export async function makeSmallTeam(db: Db, given: { layers?: Layers } = {}): Promise<SmallTeam> {
  const project = await makeProject(db, given);
  const elsewhere = await makeProject(db);
  const join = async (
    role: "reader" | "annotator" | "reviewer" | "manager",
    projectId = project.id,
  ) => (await makeMember(db, { projectId, role })).ctx;
  return {
    project,
    elsewhere,
    reader: await join("reader"),
    annotator: await join("annotator"),
    annotator2: await join("annotator"),
    reviewer: await join("reviewer"),
    reviewer2: await join("reviewer"),
    manager: await join("manager"),
    stranger: await join("manager", elsewhere.id),
  };
}
