import { z } from "zod";
import { MEMBER_ROLES, type MemberRole } from "#lib/context.ts";

/** What a project marks. Recorded in every export. */
export const Scope = z.object({
  /** Named topics, or everything when empty. */
  topics: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** All attributions, or only those around claims and denials. */
  attributions: z.enum(["all", "around-claims-and-denials"]).default("all"),
});
export type Scope = z.infer<typeof Scope>;

export const LAYERS = ["shared", "blind"] as const;
/**
 * Who sees whose work. Shared: all members see everybody's. Blind: each annotator sees their own, and
 * who reviews sees everybody's (docs/decisions/011-blind-layers.md).
 */
export const Layers = z.enum(LAYERS);
export type Layers = z.infer<typeof Layers>;

export const ProjectInput = z.object({
  name: z.string().trim().min(1, "Give the project a name.").max(200),
  scope: Scope.optional(),
  layers: Layers.default("shared"),
});
export type ProjectInput = z.input<typeof ProjectInput>;

/** What can be changed of a project; what is left out stays. */
export const ProjectChange = z.object({
  name: ProjectInput.shape.name.optional(),
  scope: Scope.optional(),
  /** Whether pages are left alone that their site asks programs not to fetch (robots.txt). */
  honoursRobots: z.boolean().optional(),
});
export type ProjectChange = z.infer<typeof ProjectChange>;

export type Project = {
  id: string;
  name: string;
  scope: Scope;
  layers: Layers;
  honoursRobots: boolean;
  createdAt: string;
};

/** A person in a project, as its members see each other. */
export type ProjectMember = {
  id: string;
  name: string;
  /** Null to those who do not manage the project's members. */
  email: string | null;
  role: MemberRole;
  createdAt: string;
  /** When they were removed; their name stays on their work. */
  revokedAt: string | null;
};

/** One version of a project's guidelines, without its document: what a history lists. */
export type GuidelinesVersion = {
  version: number;
  createdAt: string;
  /** Null where the installation itself wrote it. */
  author: { id: string; name: string } | null;
};

export const MemberRoleToken = z.enum(MEMBER_ROLES);
