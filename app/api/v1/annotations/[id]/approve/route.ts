import { postApprove } from "#lib/http/endpoints/review.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(postApprove);
