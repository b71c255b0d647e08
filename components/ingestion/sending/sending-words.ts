import { counted } from "#components/projects/counted.ts";
import type { Sending } from "./sending.ts";

/** What stands in an upload's way and what to do, in a sentence; null while it simply goes on. */
export function sendingWords({ state, problem, total, settled, isKept }: Sending): string | null {
  const left = total - settled;
  const files = counted(left, "file");
  const are = left === 1 ? "is" : "are";
  switch (state) {
    case "sending":
      return isKept ? null : "This browser has no room to keep the files. Leave this tab open.";
    case "paused":
      return `Paused. ${files} ${are} kept in this browser.`;
    case "waiting":
      return `${problem ?? "The connection is gone."} ${files} ${are} kept here and will be sent.`;
    case "signed-out":
      return `You are signed out. ${files} ${are} kept here: sign in in another tab, then go on.`;
    case "elsewhere":
      return "Another tab of this browser sends these files.";
    case "stopped":
      return problem;
  }
}
