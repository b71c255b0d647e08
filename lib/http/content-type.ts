import type { Upload } from "./endpoint.ts";

/** What a sender says that the bytes are. */
export function contentTypeOf({ contentType }: Upload): { mediaType?: string; charset?: string } {
  const [mediaType = "", ...parameters] = (contentType ?? "").split(";").map((part) => part.trim());
  const charset = parameters.find((part) => /^charset=/i.test(part))?.slice("charset=".length);
  return {
    ...(mediaType !== "" && { mediaType }),
    ...(charset !== undefined && { charset: charset.replace(/^"|"$/g, "") }),
  };
}
