import { z } from "zod";
import type { Actor, Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/input.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** An id in a path or body: any UUID, in lower case from here on. */
export const Id = z.uuid().toLowerCase();

/** What an endpoint is asked, as read from the request but not yet looked at. */
export type Asked = {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The version that the caller expects; null when they name none. */
  ifMatch: number | null;
  /** The body as it came, where the endpoint takes bytes. */
  upload?: Upload;
  /** The request as long as it lasts, for an answer that goes on. */
  connection?: Connection;
};

/** Who is at the other end of an answer that goes on. */
export type Connection = {
  /** Aborted when they have gone. */
  readonly signal: AbortSignal;
  /** Where an event stream that broke off is to go on. */
  readonly lastEventId: string | null;
  /** Who they are now: roles and sessions change while a stream is open. */
  readonly renewed: () => Promise<Context>;
};

/** A body that is no JSON: its bytes, and what the sender says they are. */
export type Upload = { bytes: Uint8Array; contentType: string | null };

export type Answer = {
  status: number;
  body: unknown;
  /** Becomes the ETag, such as `"3"`. */
  version?: number | undefined;
};

/** A request that the API answers: how it is described, and what is done. */
export type Endpoint<M extends Method = Method> = {
  readonly method: M;
  /** Under /api/v1, with `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | null;
  /** Whether the body is taken as the bytes that it is. */
  readonly takesBytes: boolean;
  /** Schemas by status. */
  readonly answers: Answers;
  /** What the answers are; JSON unless told. */
  readonly mediaType: string;
  /** Most bytes of a body that this caller may send; a megabyte unless told. */
  readonly limitBytes: (actor: Actor) => number;
  /** Asked before the body is read: throws where this caller may not send one. */
  readonly admit: (ctx: Context, params: unknown) => Promise<void>;
  /** Whether `admit` looks at anything. */
  readonly asksBeforeBody: boolean;
  /** Whether visitors are answered too. */
  readonly isOpen: boolean;
  readonly run: (ctx: Context, asked: Asked) => Promise<Answer | Response>;
};

export type Answers = Readonly<Record<number, z.ZodType>>;

const MEGABYTE = 1024 * 1024;
const Nothing = z.object({});

/**
 * Declare a request of the API. Parameters, query and body reach `handle` parsed; a parameter that
 * cannot be (no UUID) is an address that does not exist, other faults are told field by field. The
 * answer leaves with the fields of its schema and no others. `handle` may return a Response of its
 * own for what is streamed.
 */
export function endpoint<
  const M extends Method,
  A extends Answers,
  P extends z.ZodObject = typeof Nothing,
  Q extends z.ZodObject = typeof Nothing,
  B extends z.ZodType = z.ZodUndefined,
>(declared: {
  method: M;
  path: string;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  takesBytes?: boolean;
  answers: A;
  mediaType?: string;
  limitBytes?: number | ((actor: Actor) => number);
  /** Where bodies may be large: refuses whoever may not send one, before it is read. */
  admit?: (ctx: Context, params: z.output<P>) => void | Promise<void>;
  isOpen?: boolean;
  handle: (
    ctx: Context,
    asked: {
      params: z.output<P>;
      query: z.output<Q>;
      body: z.output<B>;
      ifMatch: number | null;
      /** Empty unless the endpoint takes bytes. */
      upload: Upload;
      connection: Connection;
    },
  ) => Promise<AnswerOf<A> | Response>;
}): Endpoint<M> {
  const params = declared.params ?? Nothing;
  const query = declared.query ?? Nothing;
  const body = declared.body ?? z.undefined();
  return {
    method: declared.method,
    path: declared.path,
    summary: declared.summary,
    ...(declared.description !== undefined && { description: declared.description }),
    params,
    query,
    body: declared.body ?? null,
    takesBytes: declared.takesBytes ?? false,
    answers: declared.answers,
    mediaType: declared.mediaType ?? "application/json",
    limitBytes: limitOf(declared.limitBytes ?? MEGABYTE),
    isOpen: declared.isOpen ?? false,
    asksBeforeBody: declared.admit !== undefined,
    async admit(ctx, given) {
      if (declared.admit === undefined) return;
      const place = params.safeParse(given);
      if (!place.success) throw notFound("address");
      await declared.admit(ctx, place.data as z.output<P>);
    },
    async run(ctx, asked) {
      const place = params.safeParse(asked.params);
      if (!place.success) throw notFound("address");
      const given = await declared.handle(ctx, {
        params: place.data as z.output<P>,
        query: parseInput(query, asked.query) as z.output<Q>,
        body: parseInput(body, asked.body) as z.output<B>,
        ifMatch: asked.ifMatch,
        upload: asked.upload ?? { bytes: new Uint8Array(), contentType: null },
        connection: asked.connection ?? {
          signal: new AbortController().signal,
          lastEventId: null,
          renewed: () => Promise.resolve(ctx),
        },
      });
      if (given instanceof Response) return given;
      return {
        status: Number(given.status),
        body: shape(declared.answers, given),
        version: given.version,
      };
    },
  };
}

function limitOf(limit: number | ((actor: Actor) => number)): (actor: Actor) => number {
  return typeof limit === "number" ? () => limit : limit;
}

/** An answer with its status; `version` becomes the ETag. */
export function answer<S extends number, T>(
  status: S,
  body: T,
  more: { version?: number } = {},
): { status: S; body: T; version?: number | undefined } {
  return { status, body, version: more.version };
}

/** One of the declared answers: a status with a body of its schema. */
type AnswerOf<A extends Answers> = {
  [S in keyof A & number]: {
    status: S;
    body: z.input<A[S] & z.ZodType>;
    version?: number | undefined;
  };
}[keyof A & number];

function shape(answers: Answers, given: { status: number; body: unknown }): unknown {
  const schema = answers[given.status];
  if (schema === undefined) throw new Error(`The answer ${given.status} is not declared.`);
  return schema.parse(given.body);
}
