import { putIngestionItem } from "#lib/http/endpoints/ingestion-items.ts";
import { serve } from "#lib/http/serve.ts";

export const { PUT } = serve(putIngestionItem);
