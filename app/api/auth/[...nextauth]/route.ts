import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/access/next-auth.ts";

type Place = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, place: Place): Promise<Response> {
  return NextAuth(request, place, await authOptions());
}

export { handle as GET, handle as POST };
