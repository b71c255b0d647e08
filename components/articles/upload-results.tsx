import { Check, CircleAlert, Copy } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Upload, UploadResult } from "./use-uploads.ts";

type Props = {
  projectId: string;
  uploads: readonly Upload[];
  onRetry: (id: number) => void;
};

/** What became of each file. */
export function UploadResults({ projectId, uploads, onRetry }: Props) {
  return (
    <ul
      aria-live="polite"
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {uploads.map(({ id, file, result }) => (
        <li key={id} className="flex items-start gap-3 px-4 py-2">
          <span aria-hidden className="flex h-5.5 items-center">
            <ResultIcon state={result.state} />
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-medium wrap-anywhere">{file.name}</p>
            <ResultWords projectId={projectId} result={result} />
          </div>
          {result.state === "failed" && (
            <Button size="small" onClick={() => onRetry(id)} aria-label={`Try ${file.name} again`}>
              Try again
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function ResultIcon({ state }: { state: UploadResult["state"] }) {
  if (state === "sending") return <Spinner className="text-muted" />;
  if (state === "added") return <Check className="size-4 text-accent" />;
  if (state === "duplicate") return <Copy className="size-4 text-muted" />;
  if (state === "waiting") return <span className="size-4" />;
  return <CircleAlert className="size-4 text-danger" />;
}

function ResultWords({ projectId, result }: { projectId: string; result: UploadResult }) {
  switch (result.state) {
    case "waiting":
      return <p className="text-muted">Waits its turn.</p>;
    case "sending":
      return <p className="text-muted">Being read.</p>;
    case "refused":
    case "failed":
      return <p className="text-danger">{result.problem}</p>;
    default:
      return (
        <p className="wrap-anywhere">
          <span className="text-muted">
            {result.state === "added" ? "Added as " : "Here already: "}
          </span>
          <Link className="link" href={`/projects/${projectId}/articles/${result.articleId}`}>
            {result.title}
          </Link>
        </p>
      );
  }
}
