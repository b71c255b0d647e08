import { putWork } from "#lib/http/endpoints/work.ts";
import { serve } from "#lib/http/serve.ts";

export const { PUT } = serve(putWork);
