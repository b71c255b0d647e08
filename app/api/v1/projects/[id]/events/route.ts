import { getEvents } from "#lib/http/endpoints/events.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getEvents);
