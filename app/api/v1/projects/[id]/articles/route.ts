import { getArticles, postArticle } from "#lib/http/endpoints/articles.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, POST } = serve(getArticles, postArticle);
