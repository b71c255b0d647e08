import { postMissedAnswer } from "#lib/http/endpoints/missed.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(postMissedAnswer);
