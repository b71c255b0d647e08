"use client";

import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ShareForm } from "./share-form.tsx";

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
  const [first, ...others] = projects;
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
  if (first === undefined) {
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
  return <ShareForm address={address} title={title} projects={[first, ...others]} />;
}
