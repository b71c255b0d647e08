"use client";

import { useEffect, useEffectEvent, type RefObject } from "react";

type Props = {
  label: string;
  /** The button beside it opens it by this. */
  chooser: RefObject<HTMLInputElement | null>;
  onFiles: (files: readonly File[]) => void;
  isMany?: boolean;
  /** Browsers of phones know no folders, and choose files. */
  isFolder?: boolean;
  /** Endings of names, as the `accept` of an input has them. */
  accept?: string;
};

/** Where files are chosen. What was chosen before the page could take it is taken as soon as it can. */
export function FileInput({ label, chooser, onFiles, isMany, isFolder, accept }: Props) {
  const take = useEffectEvent((input: HTMLInputElement) => takeFrom(input, onFiles));
  useEffect(() => {
    if (chooser.current) take(chooser.current);
  }, [chooser]);
  return (
    <input
      ref={chooser}
      // React passes on what it does not know, and its types do not know this.
      {...(isFolder ? { webkitdirectory: "" } : {})}
      type="file"
      multiple={isMany}
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      className="sr-only"
      onChange={(event) => takeFrom(event.currentTarget, onFiles)}
    />
  );
}

/** Each choice is taken once, and the same file can be chosen again once it was mended. */
function takeFrom(input: HTMLInputElement, onFiles: Props["onFiles"]): void {
  const files = [...(input.files ?? [])];
  input.value = "";
  if (files.length > 0) onFiles(files);
}
