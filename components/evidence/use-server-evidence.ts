import { callApi } from "#components/http/call-api.ts";
import { failureWords } from "#components/http/failure-words.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { Evidence } from "#lib/evidence/model.ts";
import type { EvidenceKeeper, KeptEvidence, WrittenEvidence } from "./evidence-keeper.ts";

type Props = {
  /** The server has it: new, or changed. */
  onPut: (item: Evidence) => void;
  /** The server has taken it away. */
  onDelete: (id: string) => void;
};

/** Sends evidence to the server at once, and says there and then what became of it. */
export function useServerEvidence({ onPut, onDelete }: Props): EvidenceKeeper {
  const toast = useToast();

  async function put({ id, input, base }: WrittenEvidence): Promise<KeptEvidence> {
    const path = `/evidence/${id}`;
    const outcome = await callApi<Evidence>({ method: "PUT", path, body: input, ifMatch: base });
    if (outcome.kind === "done") {
      onPut(outcome.body);
      return { kind: "kept" };
    }
    const { message, fields, detail } = outcome.problem;
    return {
      kind: "failed",
      message: failureWords(outcome.kind, message),
      fields,
      current: isEvidence(detail.current) ? detail.current : null,
    };
  }

  async function remove({ id, version }: Evidence): Promise<void> {
    const path = `/evidence/${id}`;
    const outcome = await callApi<{ id: string }>({ method: "DELETE", path, ifMatch: version });
    if (outcome.kind === "done") {
      onDelete(id);
      toast({ text: "Evidence taken away." });
      return;
    }
    const { message, detail } = outcome.problem;
    if (isEvidence(detail.current)) onPut(detail.current);
    toast({ text: `${message} The evidence stands as it is.`, isProblem: true });
  }

  return { put, takeAway: (item) => void remove(item) };
}

function isEvidence(value: unknown): value is Evidence {
  return typeof value === "object" && value !== null && "stance" in value && "version" in value;
}
