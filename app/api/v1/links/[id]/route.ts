import { getLink, putLink, deleteLink } from "#lib/http/endpoints/links.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PUT, DELETE } = serve(getLink, putLink, deleteLink);
