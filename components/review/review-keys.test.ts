import { describe, expect, it } from "vitest";
import { reviewKey } from "./review-keys.ts";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("the queue's keys", () => {
  it("reads letters whatever their case", () => {
    expect(reviewKey(press("a"))).toBe("approve");
    expect(reviewKey(press("A"))).toBe("approve");
    expect(reviewKey(press("r"))).toBe("reject");
  });

  it("leaves the browser's own keys alone", () => {
    expect(reviewKey(press("r", { ctrlKey: true }))).toBeNull();
    expect(reviewKey(press("a", { metaKey: true }))).toBeNull();
    expect(reviewKey(press("x"))).toBeNull();
  });

  it("undoes with U and with Ctrl or Command and Z, but does not redo", () => {
    expect(reviewKey(press("u"))).toBe("undo");
    expect(reviewKey(press("z", { ctrlKey: true }))).toBe("undo");
    expect(reviewKey(press("z", { metaKey: true }))).toBe("undo");
    expect(reviewKey(press("Z", { ctrlKey: true, shiftKey: true }))).toBeNull();
  });
});
