import { getArticleDetails } from "#lib/http/endpoints/articles.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getArticleDetails);
