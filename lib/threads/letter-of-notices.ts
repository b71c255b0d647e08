import type { Letter } from "#lib/mail/send-letter.ts";
import type { NoticeReason } from "./model.ts";

/** A notice as a letter tells it. */
export type Told = {
  why: NoticeReason;
  author: string;
  project: string;
  article: string;
  body: string;
  address: string;
};

/** Most characters of a message that a letter quotes. */
const QUOTED = 500;

/** One letter for all that somebody should hear of, oldest first. */
export function letterOfNotices(
  to: Letter["to"],
  notices: readonly Told[],
  settingsAddress: string,
): Letter {
  const first = notices[0];
  if (first === undefined) throw new Error("A letter tells of something.");
  const projects = [...new Set(notices.map(({ project }) => project))];
  const subject =
    notices.length === 1
      ? `${first.author} ${DID[first.why]} (${first.project})`
      : `${notices.length} messages for you (${projects.join(", ")})`;
  const told = notices.map(
    ({ why, author, article, project, body, address }) =>
      `${author} ${DID[why]}, about “${article}” in ${project}:\n\n${quoted(body)}\n\n${address}`,
  );
  return {
    to,
    subject: oneLine(subject),
    text: `${[...told, `You can turn these letters off: ${settingsAddress}`].join("\n\n\n")}\n`,
  };
}

const DID = {
  mention: "named you",
  comment: "wrote about your annotation",
  reply: "answered",
} as const satisfies Record<NoticeReason, string>;

function quoted(body: string): string {
  const points = [...body];
  const shown = points.length > QUOTED ? `${points.slice(0, QUOTED).join("")} …` : body;
  return shown
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").slice(0, 200).toWellFormed();
}
