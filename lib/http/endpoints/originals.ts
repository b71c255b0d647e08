import { z } from "zod";
import { readOriginal } from "#lib/revisions/read-original.ts";
import { endpoint, Id } from "../endpoint.ts";
import { RevisionNumber } from "../revision-number.ts";

export const getOriginal = endpoint({
  method: "GET",
  path: "/articles/{id}/original",
  summary: "The bytes that an article came from, exactly as they came",
  params: z.object({ id: Id }),
  query: z.object({ revision: RevisionNumber.optional() }),
  answers: { 200: z.string().meta({ description: "The file, to be saved." }) },
  mediaType: "application/octet-stream",
  handle: async (ctx, { params, query }) => {
    const { bytes, fileName, mediaType, hash } = await readOriginal(ctx, params.id, query.revision);
    return new Response(Buffer.from(bytes), {
      headers: {
        // Saved, never shown: whatever it is, it is somebody else's.
        "Content-Type": mediaType.startsWith("text/") ? "application/octet-stream" : mediaType,
        "Content-Disposition": `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${encoded(fileName)}`,
        "Content-Length": String(bytes.length),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        ETag: `"${hash}"`,
      },
    });
  },
});

/** What headers may hold; the whole name stands beside it. */
function plain(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
}

function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}
