import type { OriginalFacts as Facts } from "#lib/articles/original-facts.ts";
import { Time } from "#components/ui/time.tsx";
import { kindWords, originWords, sizeWords } from "./origin-words.ts";

/** Where the bytes came from, when, and what was made of them. */
export function OriginalFacts({ facts }: { facts: Facts }) {
  const { originKind, originName, retrievedAt, createdAt, extractor, extractorVersion } = facts;
  const isAddress = originName !== null && /^https?:\/\//i.test(originName);
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm [&_dt]:text-muted">
      <dt>Came as</dt>
      <dd className="wrap-anywhere">
        {originWords(originKind)}
        {originName &&
          (isAddress ? (
            <>
              {": "}
              <a href={originName} className="link" rel="noreferrer noopener" target="_blank">
                {originName}
              </a>
            </>
          ) : (
            `: ${originName}`
          ))}
      </dd>
      {retrievedAt && (
        <>
          <dt>Fetched</dt>
          <dd>
            <Time at={retrievedAt} />
          </dd>
        </>
      )}
      <dt>Kept</dt>
      <dd>
        <Time at={createdAt} />
      </dd>
      <dt>Kind</dt>
      <dd>
        {kindWords(facts.mediaType)}, {sizeWords(facts.size)}, {facts.encoding}
      </dd>
      {extractor && (
        <>
          <dt>Read by</dt>
          <dd>
            {extractor} {extractorVersion}
          </dd>
        </>
      )}
      <dt>SHA-256</dt>
      <dd className="font-mono text-xs leading-5 break-all">{facts.hash}</dd>
    </dl>
  );
}
