"use client";

import { useState } from "react";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { CONTROL_STYLE } from "#components/ui/control-style.ts";
import { copyText } from "./copy-text.ts";
import { unsentText } from "./unsent-text.ts";

/** Takes what was not sent out of the browser: to the clipboard, or into a file. Nothing where all is sent. */
export function CopyWork() {
  const desk = useDesk();
  const queue = useDeskState((state) => state.queue);
  const annotations = useDeskState((state) => state.annotations);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  if (queue.length === 0) return null;
  const known = (id: string) => annotations.get(id) ?? null;
  const text = unsentText(queue, desk.data.article.title, known);
  return (
    <>
      <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
        {isCopied ? "Copied" : "Copy my unsent work"}
      </Button>
      <Button size="small" onClick={() => saveText(text)}>
        Save it as a file
      </Button>
      {isCopied === false && (
        <textarea
          readOnly
          autoFocus
          aria-label="My unsent work; the browser does not let this page copy it"
          value={text}
          rows={3}
          onFocus={(event) => event.currentTarget.select()}
          className={CONTROL_STYLE}
        />
      )}
    </>
  );
}

function saveText(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "onrecord-not-sent.txt";
  link.click();
  URL.revokeObjectURL(address);
}
