import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { GuidelinesDraft } from "./guidelines-draft.ts";

export type SaveRefusal = {
  code: string;
  problem: string;
  /** The version in force, when somebody else saved one in the meantime. */
  current: number | null;
};

type Props = {
  home: string;
  /** Words of an earlier visit that were never saved. */
  found: GuidelinesDraft | null;
  refusal: SaveRefusal | null;
  onAdopt: () => void;
  onDiscard: () => void;
  onSaveOver: (current: number) => void;
};

/** What the writer has to know: words kept from before, and why something was not saved. */
export function GuidelinesNotices(props: Props) {
  const { home, found, refusal, onAdopt, onDiscard, onSaveOver } = props;
  const current = refusal?.current ?? null;
  return (
    <>
      {found && (
        <Notice
          kind="caution"
          className="m-3 mt-0"
          heading="You have changes here that were never saved"
          actions={
            <>
              <Button size="small" onClick={onDiscard}>
                Throw them away
              </Button>
              <Button size="small" variant="primary" onClick={onAdopt}>
                Go on with them
              </Button>
            </>
          }
        >
          Made <Time at={found.at} />, from version {found.from}.
        </Notice>
      )}
      {refusal && current === null && (
        <Notice kind="problem" className="m-3 mt-0">
          {refusal.problem}
        </Notice>
      )}
      {refusal && current !== null && (
        <Notice
          kind="problem"
          className="m-3 mt-0"
          heading="Somebody else saved in the meantime"
          actions={
            <Button size="small" onClick={() => onSaveOver(current)}>
              Save mine as version {current + 1}
            </Button>
          }
        >
          {refusal.problem} Yours is kept below.{" "}
          <a className="link" href={`${home}?version=${current}`} target="_blank" rel="noreferrer">
            Read version {current} in a new tab
          </a>
          . Both stay in the list of versions.
        </Notice>
      )}
    </>
  );
}
