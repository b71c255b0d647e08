import { postReopenThread } from "#lib/http/endpoints/threads.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(postReopenThread);
