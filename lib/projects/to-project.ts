import { Layers, Scope, type Project } from "./model.ts";

/** A project's row as everybody receives it. */
export function toProject(row: {
  id: string;
  name: string;
  scope: unknown;
  layers: string;
  honoursRobots: boolean;
  createdAt: Date;
}): Project {
  return {
    id: row.id,
    name: row.name,
    scope: Scope.parse(row.scope),
    layers: Layers.parse(row.layers),
    honoursRobots: row.honoursRobots,
    createdAt: row.createdAt.toISOString(),
  };
}
