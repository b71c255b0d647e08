import { codePoint } from "#lib/text/offsets.ts";
import type { DeskData } from "../desk-data.ts";

/** Lena's desk, with a text of a hundred characters in one paragraph and nothing marked. */
export const DESK_DATA: DeskData = {
  announced: 0,
  isBlind: false,
  project: { id: "p", name: "Harbour affair" },
  article: {
    id: "x",
    projectId: "p",
    title: "A title",
    url: null,
    mediaType: "text/plain",
    publisher: null,
    byline: null,
    published: null,
    language: null,
    revision: 1,
    hash: "",
    createdAt: "",
    text: "x".repeat(100),
    blocks: [{ kind: "paragraph", boilerplate: null, start: codePoint(0), end: codePoint(100) }],
  },
  annotations: [],
  links: [],
  elsewhere: [],
  evidence: [],
  missed: [],
  returned: [],
  ties: [],
  work: "begun",
  progress: { finished: 0, total: 1, isMore: false },
  me: { id: "me", name: "Lena", email: "lena@example.org" },
  role: "annotator",
  can: { write: true, review: false, withdrawAny: false, editArticle: true, correctBlocks: true },
  guidelines: { version: 1, document: { type: "doc", content: [] } },
};
