import { createTransport } from "nodemailer";
import type { Env } from "#lib/env.ts";

export type Letter = {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  /** Plain text; letters carry no HTML. */
  readonly text: string;
};

export type Postbox = {
  send: (letter: Letter) => Promise<void>;
  close: () => void;
};

const PATIENCE_MS = 20_000;

/**
 * A connection to the mail server of the settings, kept open for several letters; null when none is
 * set. A letter that the server does not take rejects.
 */
export function openPostbox(env: Pick<Env, "smtpUrl" | "mailFrom" | "publicUrl">): Postbox | null {
  if (env.smtpUrl === null) return null;
  const host = new URL(env.publicUrl).hostname;
  const transport = createTransport({
    url: env.smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing of a letter is ever read from a disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = env.mailFrom ?? { name: "Onrecord", address: `onrecord@${host}` };
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({
        from,
        to: { name: to.name, address: to.email },
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}
