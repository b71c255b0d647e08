import { isDomainError } from "#lib/errors.ts";
import type { RawInput } from "../extracted.ts";
import { readFile } from "../read-file.ts";
import type { Answer } from "./answer.ts";
import { serveParent } from "./serve-parent.ts";

/* The program of a child: reads one file after the other. Started by start-child.ts only. */

serveParent(async (job): Promise<Answer> => {
  try {
    return { kind: "extracted", extracted: await readFile(job as RawInput) };
  } catch (error) {
    if (isDomainError(error)) {
      const { code, message, fields, detail } = error;
      return { kind: "refused", code, message, fields, detail };
    }
    return {
      kind: "failed",
      message: error instanceof Error ? (error.stack ?? "") : String(error),
    };
  }
});
