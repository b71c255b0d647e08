import { DomainError } from "#lib/errors.ts";
import { problemResponse } from "#lib/http/problem.ts";

/** Programs are told of a wrong address as of anything else. */
function unknownAddress(): Response {
  return problemResponse(
    new DomainError("not-found", "There is nothing here. /api/v1/openapi.json lists all requests."),
  );
}

export {
  unknownAddress as GET,
  unknownAddress as POST,
  unknownAddress as PUT,
  unknownAddress as PATCH,
  unknownAddress as DELETE,
};
