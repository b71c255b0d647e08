"use client";

import { useState } from "react";
import { callApi } from "#components/http/call-api.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { UserSettings } from "#lib/access/model.ts";

type Choices = Pick<UserSettings, "letters" | "sharesActiveTime">;

/** What a person chooses for themselves; each choice is saved as it is made. */
export function OwnSettings({ settings }: { settings: Choices }) {
  const [chosen, setChosen] = useState(settings);
  const toast = useToast();
  const choose = async (change: Partial<Choices>) => {
    const before = chosen;
    setChosen({ ...before, ...change });
    const answer = await callApi({ method: "PATCH", path: "/me/settings", body: change });
    if (answer.kind === "done") return toast({ text: "Saved." });
    setChosen(before);
    toast({ text: `Not saved. ${answer.problem.message}`, isProblem: true });
  };
  return (
    <div className="grid gap-3">
      <Checkbox
        label="Letters about what I have not read"
        hint="When somebody names me, answers me or writes about an annotation of mine, and I do not read it here."
        checked={chosen.letters}
        onCheckedChange={(letters) => void choose({ letters })}
      />
      <Checkbox
        label="Others see how long I was at work on an article"
        hint="You always see your own time. It is never shown to anybody else unless you say so."
        checked={chosen.sharesActiveTime}
        onCheckedChange={(sharesActiveTime) => void choose({ sharesActiveTime })}
      />
    </div>
  );
}
