import { z } from "zod";

const Id = z.uuid().toLowerCase();

/** What somebody says: plain text, and the members it names. */
export const MessageInput = z.object({
  body: z
    .string()
    .trim()
    .min(1, "Write something first.")
    .max(10_000, "At most 10,000 characters fit in one message."),
  mentions: z.array(Id).max(50).default([]),
});
export type MessageInput = z.infer<typeof MessageInput>;

/** A new thread comes with its first message; both ids are the client's (UUID version 7). */
export const ThreadInput = z.object({
  articleId: Id,
  /** Left out: about the article. */
  annotationId: Id.nullable().default(null),
  isPrivate: z.boolean().default(false),
  message: MessageInput.extend({ id: Id }),
});
export type ThreadInput = z.infer<typeof ThreadInput>;

type Person = { id: string; name: string };

export type Message = {
  id: string;
  threadId: string;
  author: Person;
  /** Empty once it was deleted. */
  body: string;
  mentions: Person[];
  version: number;
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
};

export type Thread = {
  id: string;
  projectId: string;
  articleId: string;
  annotationId: string | null;
  author: Person;
  isPrivate: boolean;
  resolved: { at: string; by: Person } | null;
  createdAt: string;
  messages: Message[];
};

export const NOTICE_REASONS = ["mention", "reply", "comment"] as const;
export const NoticeReason = z.enum(NOTICE_REASONS);
export type NoticeReason = z.infer<typeof NoticeReason>;

/** A message that somebody should hear of, as the list of notices shows it. */
export type Notice = {
  /** The message's. */
  id: string;
  why: NoticeReason;
  project: { id: string; name: string };
  article: { id: string; title: string };
  threadId: string;
  annotationId: string | null;
  author: Person;
  body: string;
  createdAt: string;
  readAt: string | null;
};
