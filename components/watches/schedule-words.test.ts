import { expect, it } from "vitest";
import {
  scheduleChoices,
  scheduleMinutes,
  scheduleValue,
  scheduleWords,
} from "./schedule-words.ts";

it.each([
  [15, "Every 15 minutes"],
  [60, "Every hour"],
  [1440, "Every day"],
  [null, "Only by hand"],
  [45, "Every 45 minutes"],
  [180, "Every 3 hours"],
  [4320, "Every 3 days"],
])("says %s as %s", (minutes, words) => {
  expect(scheduleWords(minutes)).toBe(words);
  expect(scheduleMinutes(scheduleValue(minutes))).toBe(minutes);
});

it("offers a schedule that is in force although nobody could choose it", () => {
  expect(scheduleChoices(45)[0]).toEqual({ value: "45", label: "Every 45 minutes" });
  expect(scheduleChoices(60)).toHaveLength(6);
});
