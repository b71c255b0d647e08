import { Agent, request, type ClientRequest } from "node:http";
import { v7 as uuidv7 } from "uuid";
import type { Installation } from "./installation.ts";
import { cookieOf } from "./session.ts";

/** Many who read an article: each with a session, a stream of events and a place, and without a browser. */
export type Crowd = {
  /** How many streams have begun. */
  begun: () => number;
  /** Milliseconds from what was announced to each stream that has heard of it. */
  delays: (type: string) => number[];
  /** How often the streams were told who is here, all together. */
  presences: () => number;
  leave: () => void;
};

type Told = { type: string; at: string };
type Reader = { cookie: string; tab: string; place: number };

const AT_ONCE = 25;
/** One after another says again that they are here, before their place is forgotten. */
const BEAT_MS = 100;

/** Calls this many readers into the project, and lets them read the article. */
export async function gatherCrowd(
  installation: Installation,
  place: { projectId: string; articleId: string },
  size: number,
): Promise<Crowd> {
  const { db, url } = installation;
  const people = Array.from({ length: size }, (_, index) => {
    const id = uuidv7();
    return { id, name: `Reader ${index + 1}`, email: `reader-${id}@onrecord.example` };
  });
  await db.user.createMany({ data: people });
  const { projectId, articleId } = place;
  await db.member.createMany({
    data: people.map(({ id }) => ({ projectId, userId: id, role: "reader" })),
  });
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const streams: ClientRequest[] = [];
  const delays = new Map<string, number[]>();
  let begun = 0;
  let presences = 0;

  const hear = (event: string, data: string) => {
    if (event === "begun") begun++;
    if (event === "presence") presences++;
    if (!data.includes('"at"')) return;
    const { type, at }: Told = JSON.parse(data);
    const list = delays.get(type) ?? [];
    list.push(Date.now() - Date.parse(at));
    delays.set(type, list);
  };
  const follow = (cookie: string) => {
    const path = `${url}/api/v1/projects/${projectId}/events`;
    const stream = request(path, { agent, headers: { cookie } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        const messages = (text + chunk).split("\n\n");
        text = messages.pop() ?? "";
        for (const message of messages) {
          const event = /^event: (.*)$/m.exec(message)?.[1] ?? "";
          hear(event, /^data: (.*)$/m.exec(message)?.[1] ?? "");
        }
      });
    });
    stream.on("error", () => undefined);
    stream.end();
    streams.push(stream);
  };
  const read = async ({ cookie, tab, place: at }: Reader) => {
    const answer = await fetch(`${url}/api/v1/articles/${articleId}/presence`, {
      method: "PUT",
      headers: { cookie, origin: url, "content-type": "application/json" },
      body: JSON.stringify({ tab, place: at }),
    });
    if (!answer.ok) throw new Error(`A place was answered with ${answer.status}.`);
    await answer.arrayBuffer();
  };
  const readers: Reader[] = [];
  for (let from = 0; from < people.length; from += AT_ONCE) {
    await Promise.all(
      people.slice(from, from + AT_ONCE).map(async (person, index) => {
        const { name, value } = await cookieOf(installation, person);
        const cookie = `${name}=${value}`;
        const reader = { cookie, tab: uuidv7(), place: (from + index) % 150 };
        readers.push(reader);
        follow(cookie);
        await read(reader);
      }),
    );
  }
  let next = 0;
  const beating = setInterval(() => {
    const reader = readers[next++ % size];
    // Who is not heard once is heard the next time.
    if (reader) read(reader).catch(() => undefined);
  }, BEAT_MS);
  return {
    begun: () => begun,
    delays: (type) => delays.get(type) ?? [],
    presences: () => presences,
    leave: () => {
      clearInterval(beating);
      for (const stream of streams) stream.destroy();
      agent.destroy();
    },
  };
}
