import { postTablePreview } from "#lib/http/endpoints/table-preview.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(postTablePreview);
