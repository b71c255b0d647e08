"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Ingestion } from "#lib/ingestion/model.ts";
import { ShareResult } from "./share-result.tsx";

type Props = {
  /** Null when what was sent is no address. */
  address: string | null;
  problem: string | null;
  title: string | null;
  /** Those in which the person may add articles. */
  projects: readonly { id: string; name: string }[];
};

/** The page that somebody had in front of them, on its way into a project of theirs. */
export function SharePage({ address, problem, title, projects }: Props) {
  const [projectId, setProjectId] = useState(projects[0]?.id ?? null);
  const [id] = useState(() => uuidv7());
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<Ingestion | null>(null);

  // The project of the last time is likely the project of this time.
  useEffect(() => {
    const last = lastProject();
    if (last !== null && projects.some((one) => one.id === last)) setProjectId(last);
  }, [projects]);

  if (address === null) {
    return (
      <EmptyState
        isWholePage
        heading="There is no page to add"
        action={<ButtonLink href="/projects">Go to your projects</ButtonLink>}
      >
        {problem ?? "The address is missing."} Click the bookmark on a page of the web.
      </EmptyState>
    );
  }
  if (projects.length === 0 || projectId === null) {
    return (
      <EmptyState
        isWholePage
        heading="You add to no project yet"
        action={<ButtonLink href="/projects">Go to your projects</ButtonLink>}
      >
        Annotators add articles. A manager of a project can give you that role.
      </EmptyState>
    );
  }

  const send = async () => {
    setSending(true);
    const answer = await askServer<Ingestion>({
      method: "POST",
      path: `/projects/${projectId}/ingestions`,
      body: { id, name: nameOf(address, title), kind: "share", addresses: [address] },
    });
    setSending(false);
    if (!answer.isDone) {
      setRefusal(answer.problem);
      return;
    }
    keepProject(projectId);
    setSent(answer.value);
  };

  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="Add this page" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <div>
          {title && <p className="font-serif text-xl leading-snug wrap-anywhere">{title}</p>}
          <p className="text-sm text-muted wrap-anywhere">{address}</p>
        </div>
        {sent ? (
          <ShareResult ingestion={sent} />
        ) : (
          <form
            className="grid grid-cols-[minmax(0,1fr)] gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Field label="Project" className="grid-cols-[minmax(0,1fr)]">
              <Select
                value={projectId}
                options={projects.map(({ id: value, name: label }) => ({ value, label }))}
                onValueChange={setProjectId}
              />
            </Field>
            {refusal && <Notice kind="problem">{refusal}</Notice>}
            <div>
              <Button type="submit" variant="primary" pending={isSending}>
                Fetch the page
              </Button>
            </div>
            <p className="text-sm text-muted">
              The page is fetched by the server, as everybody sees it. If it needs a log-in,{" "}
              <Link className="link" href={`/projects/${projectId}/articles/add?way=paste`}>
                paste its text
              </Link>
              .
            </p>
          </form>
        )}
      </div>
    </div>
  );
}

const KEY = "onrecord-share-project";

function lastProject(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keepProject(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // A browser that keeps nothing: the first project is offered again.
  }
}

function nameOf(address: string, title: string | null): string {
  return (title?.trim() || new URL(address).host).slice(0, 200);
}
