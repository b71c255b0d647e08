"use client";

import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { timeWords } from "./time-words.ts";

/** How long the reader was at work on this article, and whoever shares theirs; with the choice to share. */
export function ActiveTime() {
  const desk = useDesk();
  const { me } = desk.data;
  const times = useDeskState((state) => state.activeTimes);
  const isShared = useDeskState((state) => state.sharesActiveTime);
  const own = times.find(({ user }) => user.id === me.id);
  const others = times.filter(({ user }) => user.id !== me.id);
  if (!desk.data.can.write && times.length === 0) return null;

  async function share(shares: boolean): Promise<void> {
    const answer = await desk.shareActiveTime(shares);
    if (answer.kind !== "done") return desk.say(`Not changed. ${answer.problem.message}`, true);
    desk.say(
      shares
        ? "Members of your projects see your times now."
        : "Nobody but you sees your times now.",
    );
  }

  return (
    <div className="grid gap-1 text-sm text-muted" data-active-time>
      {desk.data.can.write && <p>Your time: {timeWords(own?.seconds ?? 0)}</p>}
      {others.map(({ user, seconds }) => (
        <p key={user.id}>
          {user.name}: {timeWords(seconds)}
        </p>
      ))}
      {desk.data.can.write && (
        // It has its place before the answer is there: what stands below does not move.
        <div className={isShared === null ? "invisible" : undefined}>
          <Checkbox
            label="Others see my times"
            checked={isShared ?? false}
            onCheckedChange={(shares) => void share(shares)}
          />
        </div>
      )}
    </div>
  );
}
