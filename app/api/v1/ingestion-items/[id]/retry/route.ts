import { retryIngestionItem } from "#lib/http/endpoints/ingestion-items.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(retryIngestionItem);
