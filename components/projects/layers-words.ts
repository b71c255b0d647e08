import type { Layers } from "#lib/projects/model.ts";

/** Who sees whose work, in words. */
export const LAYERS_WORDS: Readonly<Record<Layers, { label: string; hint: string }>> = {
  shared: {
    label: "Shared",
    hint: "All members see everybody’s annotations, links, evidence and threads, in every state.",
  },
  blind: {
    label: "Blind",
    hint: "Annotators see their own work only, and are told nothing of what others do. Those who review or manage see everybody’s. Annotations stay submitted: nothing is approved or rejected.",
  },
};
