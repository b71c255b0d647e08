import { getRevisions, postRevision } from "#lib/http/endpoints/revisions.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, POST } = serve(getRevisions, postRevision);
