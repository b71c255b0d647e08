import { retryIngestionItem } from "#lib/http/endpoints/ingestions.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(retryIngestionItem);
