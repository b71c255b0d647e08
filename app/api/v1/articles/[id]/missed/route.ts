import { getMissed } from "#lib/http/endpoints/missed.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getMissed);
