"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Ingestion } from "#lib/ingestion/model.ts";
import { keepProject, lastProject } from "./last-project.ts";
import { sendShare } from "./send-share.ts";
import { ShareResult } from "./share-result.tsx";
import { useSharedPage } from "./use-shared-page.ts";

type Project = { id: string; name: string };
type What = "page" | "address";

type Props = {
  address: string;
  title: string | null;
  projects: readonly [Project, ...Project[]];
};

/** Into which project a page goes, and whether as the person sees it or as the server fetches it. */
export function ShareForm({ address, title: givenTitle, projects }: Props) {
  const shared = useSharedPage(address);
  const [projectId, setProjectId] = useState(projects[0].id);
  const [chosen, setChosen] = useState<What | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<Ingestion | null>(null);

  // The project of the last time is likely the project of this time.
  useEffect(() => {
    const last = lastProject();
    if (last !== null && projects.some((one) => one.id === last)) setProjectId(last);
  }, [projects]);

  const page = shared.kind === "page" ? shared.page : null;
  const title = page?.title ?? givenTitle;
  const what = page === null ? "address" : (chosen ?? "page");

  const send = async () => {
    setSending(true);
    const name = (title?.trim() || new URL(address).host).slice(0, 200);
    const answer = await sendShare({
      id: uuidv7(),
      projectId,
      name,
      what: what === "page" && page !== null ? page : { address: page?.address ?? address },
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
          <p className="text-sm text-muted wrap-anywhere">{page?.address ?? address}</p>
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
            {shared.kind === "awaited" && (
              <p className="text-muted">
                <Spinner label="The page in front of you is being taken over" />
              </p>
            )}
            {shared.kind === "none" && shared.problem !== null && (
              <Notice kind="caution">{shared.problem}</Notice>
            )}
            {page !== null && (
              <RadioGroup<What>
                legend="What is sent"
                value={what}
                onValueChange={setChosen}
                options={[
                  {
                    value: "page",
                    label: "The page as you see it",
                    hint: `${page.characters.toLocaleString("en")} characters of text came. The whole page is kept as the original, with what it says of you, such as the name you are signed in by.`,
                  },
                  {
                    value: "address",
                    label: "Only the address",
                    hint: "The server fetches the page, as everybody sees it.",
                  },
                ]}
              />
            )}
            <Field label="Project" className="grid-cols-[minmax(0,1fr)]">
              <Select
                value={projectId}
                options={projects.map(({ id: value, name: label }) => ({ value, label }))}
                onValueChange={setProjectId}
              />
            </Field>
            {refusal && <Notice kind="problem">{refusal}</Notice>}
            <div>
              <Button
                type="submit"
                variant="primary"
                pending={isSending}
                disabled={shared.kind === "awaited"}
              >
                {what === "page" ? "Send the page" : "Fetch the page"}
              </Button>
            </div>
            {shared.kind === "none" && (
              <p className="text-sm text-muted">
                Only the address came. The page is fetched by the server, as everybody sees it. If
                it needs a log-in, click the bookmark again on the page itself, or{" "}
                <Link className="link" href={`/projects/${projectId}/articles/add?way=paste`}>
                  paste its text
                </Link>
                .
              </p>
            )}
          </form>
        )}
      </div>
    </div>
  );
}
