import type { Scope } from "#lib/projects/model.ts";

/** The demo's project. Its scope: one named topic, and every attribution about it. */
export const DEMO_PROJECT: { readonly name: string; readonly scope: Scope } = {
  name: "Harbour affair",
  scope: {
    topics: ["The Harbour affair: ships, fuel and inspections at Lund Bay"],
    attributions: "all",
  },
};
