import type { Evidence } from "#lib/evidence/model.ts";

/** The evidence on an annotation, worked out once for each set. */
export function evidenceOn(
  evidence: ReadonlyMap<string, Evidence>,
  annotationId: string,
): readonly Evidence[] {
  let index = KNOWN.get(evidence);
  if (!index) {
    index = Map.groupBy(evidence.values(), (each) => each.annotationId);
    KNOWN.set(evidence, index);
  }
  return index.get(annotationId) ?? NONE;
}

const NONE: readonly Evidence[] = [];
const KNOWN = new WeakMap<ReadonlyMap<string, Evidence>, ReadonlyMap<string, Evidence[]>>();
