"use client";

import "./globals.css";

/** The frame itself could not be drawn, so nothing of it is used here. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-measure p-6">
          <h1 className="mb-2 text-2xl font-semibold">Onrecord could not show this page</h1>
          <p className="mb-4">
            Your work is kept. If it happens again, tell whoever runs this installation
            {error.digest ? ` the number ${error.digest}` : ""}.
          </p>
          <button type="button" className="link" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
