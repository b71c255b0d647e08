import { z } from "zod";
import { MEMBER_ROLES } from "#lib/context.ts";

/** What a project marks. Recorded in every export. */
export const Scope = z.object({
  /** Named topics, or everything when empty. */
  topics: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** All attributions, or only those around claims and denials. */
  attributions: z.enum(["all", "around-claims-and-denials"]).default("all"),
});
export type Scope = z.infer<typeof Scope>;

export const ProjectInput = z.object({
  name: z.string().trim().min(1, "Give the project a name.").max(200),
  scope: Scope.optional(),
});
export type ProjectInput = z.infer<typeof ProjectInput>;

export type Project = { id: string; name: string; scope: Scope; createdAt: string };

export const MemberRoleToken = z.enum(MEMBER_ROLES);
