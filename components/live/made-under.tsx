"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useDesk } from "#components/desk/use-desk.tsx";
import { callApi } from "#components/http/call-api.ts";

/** Under which version of the guidelines an annotation was written, and whether they have changed since. */
export function MadeUnder({ annotationId }: { annotationId: string }) {
  const { guidelines, project } = useDesk().data;
  const [version, setVersion] = useState<number | null>(null);
  useEffect(() => {
    let isLeft = false;
    void callApi<{ guidelinesVersion: number | null }>({
      method: "GET",
      path: `/annotations/${annotationId}/history?limit=1`,
    }).then((answer) => {
      if (answer.kind === "done" && !isLeft) setVersion(answer.body.guidelinesVersion);
    });
    return () => {
      isLeft = true;
    };
  }, [annotationId]);
  if (version === null) return null;
  const address = `/projects/${project.id}/guidelines`;
  return (
    <p className="mt-4 border-t border-line pt-3 text-sm text-muted">
      Written under{" "}
      <Link className="link" href={`${address}?version=${version}`}>
        version {version} of the guidelines
      </Link>
      {version < guidelines.version ? (
        <>
          ; they have changed since.{" "}
          <Link className="link" href={`${address}/history`}>
            All versions
          </Link>
        </>
      ) : (
        ", which is in force."
      )}
    </p>
  );
}
