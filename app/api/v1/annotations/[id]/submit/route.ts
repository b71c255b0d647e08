import { postSubmit } from "#lib/http/endpoints/annotations.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(postSubmit);
