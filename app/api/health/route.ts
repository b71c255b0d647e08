import { db } from "#lib/db/client.ts";

export const dynamic = "force-dynamic";

/** 200 once the app serves, 503 while its database is away. */
export async function GET(): Promise<Response> {
  try {
    await within(2_000, db().$queryRaw`SELECT 1`);
    return answer(200, "ok");
  } catch {
    return answer(503, "database away");
  }
}

function answer(status: number, text: string): Response {
  return Response.json({ status: text }, { status, headers: { "cache-control": "no-store" } });
}

/** A database that hangs is as good as away. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("No answer in time.")), milliseconds);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
