import type { Side } from "./compared-texts.ts";

/** How far the surroundings of two places agree, in folded units each way. */
export type Agreement = { readonly left: number; readonly right: number };

/** How far around a place its surroundings are compared, in folded units each way. */
const REACH = 4_000;

/**
 * How far two texts agree to the left and to the right of places of the same length (UTF-16). Where
 * both come to their beginning or end together, that counts as one more.
 */
export function agreement(
  a: Side,
  aStart: number,
  b: Side,
  bStart: number,
  length: number,
): Agreement {
  return {
    left: agreesLeft(a, a.folded.before[aStart] ?? 0, b, b.folded.before[bStart] ?? 0),
    right: agreesRight(
      a,
      a.folded.before[aStart + length] ?? 0,
      b,
      b.folded.before[bStart + length] ?? 0,
    ),
  };
}

/** The same to the left only, from offsets of the folded texts. */
export function agreesLeft(a: Side, aBefore: number, b: Side, bBefore: number): number {
  const [one, other] = [a.folded.text, b.folded.text];
  const most = Math.min(REACH, aBefore, bBefore);
  let left = 0;
  while (left < most && one.charCodeAt(aBefore - 1 - left) === other.charCodeAt(bBefore - 1 - left))
    left++;
  return left === aBefore && left === bBefore ? left + 1 : left;
}

/** The same to the right only. */
export function agreesRight(a: Side, aAfter: number, b: Side, bAfter: number): number {
  const [one, other] = [a.folded.text, b.folded.text];
  const [room, otherRoom] = [one.length - aAfter, other.length - bAfter];
  const most = Math.min(REACH, room, otherRoom);
  let right = 0;
  while (right < most && one.charCodeAt(aAfter + right) === other.charCodeAt(bAfter + right))
    right++;
  return right === room && right === otherRoom ? right + 1 : right;
}
