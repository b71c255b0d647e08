"use client";

import { Upload } from "lucide-react";
import Link from "next/link";
import { sendingWords } from "./sending-words.ts";
import { useUploads } from "./use-uploads.ts";

/** A slim line below the top bar while files of this browser are on their way. */
export function SendingLine({ pathname }: { pathname: string }) {
  const { uploads } = useUploads();
  // The ingestion's own page shows all of it.
  const elsewhere = uploads.filter(({ id }) => !pathname.endsWith(`/ingestions/${id}`));
  if (elsewhere.length === 0) return null;
  return (
    <ul aria-label="Files on their way" className="border-t border-line bg-accent-faint">
      {elsewhere.map((sending) => (
        <li
          key={sending.id}
          className="mx-auto flex max-w-6xl items-center gap-2 px-4 py-1 text-sm sm:px-6"
        >
          <Upload aria-hidden className="size-3.5 shrink-0 text-accent" />
          <Link
            className="link max-w-[50%] truncate"
            href={`/projects/${sending.projectId}/ingestions/${sending.id}`}
          >
            {sending.name}
          </Link>
          <span className="whitespace-nowrap text-muted tabular-nums">
            {sending.settled.toLocaleString("en")} of {sending.total.toLocaleString("en")} sent
          </span>
          <span className="min-w-0 truncate text-muted max-sm:sr-only">
            {sendingWords(sending)}
          </span>
        </li>
      ))}
    </ul>
  );
}
