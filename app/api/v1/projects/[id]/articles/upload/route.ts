import { uploadArticle } from "#lib/http/endpoints/articles.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(uploadArticle);
