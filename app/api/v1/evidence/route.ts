import { getNamedEvidence } from "#lib/http/endpoints/evidence.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getNamedEvidence);
