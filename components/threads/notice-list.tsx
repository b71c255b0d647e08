"use client";

import Link from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { callApi } from "#components/http/call-api.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Time } from "#components/ui/time.tsx";
import { shorten } from "#components/annotations/words.ts";
import type { Notice } from "#lib/threads/model.ts";
import { markRead, setUnread, unreadNotices, watchUnread } from "./unread-store.ts";

type Page = { readonly items: readonly Notice[]; readonly next: string | null };

/** What the reader should hear of, newest first; each leads to its thread. */
export function NoticeList({ first }: { first: Page }) {
  const [page, setPage] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const unread = useSyncExternalStore(watchUnread, unreadNotices, () => null);
  // Something came, or was read elsewhere, while the page is open.
  useEffect(() => {
    if (unread === null) return;
    let isLeft = false;
    void callApi<Page & { unread: number }>({ method: "GET", path: "/me/notices?limit=50" }).then(
      (answer) => {
        if (answer.kind === "done" && !isLeft) setPage(answer.body);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [unread]);

  async function more(): Promise<void> {
    const answer = await callApi<Page>({
      method: "GET",
      path: `/me/notices?limit=50&after=${page.next}`,
    });
    if (answer.kind === "done")
      setPage({ items: [...page.items, ...answer.body.items], next: answer.body.next });
    else setProblem(answer.problem.message);
  }

  function readAllHere(): void {
    const messages = page.items.filter(({ readAt }) => !readAt).map(({ id }) => id);
    const readAt = new Date().toISOString();
    setPage({
      ...page,
      items: page.items.map((each) => ({ ...each, readAt: each.readAt ?? readAt })),
    });
    setUnread(0);
    void markRead({ messages });
  }

  if (page.items.length === 0)
    return (
      <EmptyState heading="Nobody has said anything to you yet">
        When somebody names you, answers you or writes about an annotation of yours, it stands here.
      </EmptyState>
    );
  const isAnyUnread = page.items.some(({ readAt }) => !readAt);
  return (
    <div className="grid max-w-3xl gap-4">
      {isAnyUnread && (
        <Button className="justify-self-start" onClick={readAllHere}>
          I have read all of these
        </Button>
      )}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {page.items.map((notice) => (
          <Item key={notice.id} notice={notice} />
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      {page.next !== null && (
        <Button className="justify-self-start" onClick={() => void more()}>
          Older ones
        </Button>
      )}
    </div>
  );
}

function Item({ notice }: { notice: Notice }) {
  const { id, why, author, article, project, body, createdAt, readAt, threadId } = notice;
  return (
    <li className="relative flex gap-3 px-4 py-3 hover:bg-sunken">
      <span className="pt-1.5">
        <Shape
          kind={readAt ? "hollow" : "full"}
          className={readAt ? "text-faint" : "text-accent"}
        />
      </span>
      <div className="grid min-w-0 gap-0.5">
        <p>
          {!readAt && <span className="sr-only">Unread: </span>}
          <Link
            href={`/projects/${project.id}/articles/${article.id}?thread=${threadId}`}
            // The whole line is the way there.
            className={`after:absolute after:inset-0 ${readAt ? "" : "font-semibold"}`}
            onClick={() => void markRead({ messages: [id] })}
          >
            {author.name} {DID[why]}
          </Link>
        </p>
        <p dir="auto" className="wrap-break-word text-muted">
          {shorten(body, 220)}
        </p>
        <p className="text-sm text-muted">
          “{shorten(article.title, 80)}” in {project.name} · <Time at={createdAt} />
        </p>
      </div>
    </li>
  );
}

const DID = {
  mention: "named you",
  comment: "wrote about your annotation",
  reply: "answered",
} as const;
