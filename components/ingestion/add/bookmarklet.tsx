"use client";

import { Bookmark, Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { bookmarkletCode } from "./bookmarklet-code.ts";

/** A bookmark that sends the page in front of somebody here. */
export function Bookmarklet({ publicUrl }: { publicUrl: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    const anchor = link.current;
    // React writes no such address itself. It is never followed on this page, only dragged away.
    anchor?.setAttribute("href", bookmarkletCode(publicUrl));
    const explain = (event: MouseEvent) => {
      event.preventDefault();
      setPressed(true);
    };
    anchor?.addEventListener("click", explain);
    return () => anchor?.removeEventListener("click", explain);
  }, [publicUrl]);
  return (
    <div className="grid max-w-2xl gap-6">
      <section className="grid gap-3">
        <h2 className="font-semibold">A bookmark for your browser</h2>
        <ol className="grid list-decimal gap-2 pl-5">
          <li>Drag this button to your bookmarks bar.</li>
          <li>On a page that you want to have here, click the bookmark.</li>
          <li>
            A small window opens. Choose the project, and whether the page goes there as you see it,
            also behind a log-in or a cookie notice, or only its address.
          </li>
        </ol>
        <div className="flex flex-wrap items-center gap-3">
          <a
            ref={link}
            href="#bookmark"
            draggable
            className={buttonStyle("secondary", "medium", "cursor-grab")}
          >
            <Bookmark aria-hidden className="size-4" />
            Add to Onrecord
          </a>
          <CopyButton label="Copy the bookmark’s address" text={() => bookmarkletCode(publicUrl)} />
        </div>
        <p role="status" className="text-sm text-muted">
          {isPressed
            ? "Drag it to the bookmarks bar; it does its work on other pages. Or copy its address into a new bookmark."
            : "There is no password in the bookmark, and the page goes nowhere before you say so. Drop any older bookmark of this name: it sends only the address."}
        </p>
      </section>
      <section className="grid gap-2">
        <h2 className="font-semibold">Or by an address</h2>
        <p className="text-muted">
          A phone’s shortcut or another program can open this address with a page’s own behind it:
        </p>
        <Field label="Address for sharing" isLabelHidden>
          <TextInput
            readOnly
            value={`${publicUrl}/share?url=`}
            className="font-mono text-sm"
            onFocus={(event) => event.target.select()}
          />
        </Field>
      </section>
    </div>
  );
}

function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setState("copied");
    } catch {
      setState("refused");
    }
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={
          state === "copied" ? (
            <Check aria-hidden className="size-4" />
          ) : (
            <Copy aria-hidden className="size-4" />
          )
        }
        onClick={() => void copy()}
      >
        {label}
      </Button>
      <span role="status" className="text-sm text-muted">
        {state === "copied" && "Copied."}
        {state === "refused" && "This browser does not let pages copy."}
      </span>
    </>
  );
}
