import { Key } from "#components/ui/key.tsx";

/** A command with its keys, and what changes them. */
export function KeyRow({
  keys,
  label,
  isChanging = false,
  rival = null,
  onChange,
  onStandard = null,
}: {
  keys: readonly string[];
  label: string;
  /** The next key that is pressed is for it. */
  isChanging?: boolean;
  /** The command that the key does instead. */
  rival?: string | null;
  onChange?: () => void;
  /** Gives it its standard key again; null where it has it. */
  onStandard?: (() => void) | null;
}) {
  return (
    <li className="group flex break-inside-avoid items-baseline gap-3">
      <span className="flex w-24 shrink-0 flex-wrap gap-1">
        {isChanging ? (
          <span className="text-accent">press a key</span>
        ) : (
          keys.map((each) => <Key key={each} keys={each} />)
        )}
      </span>
      <span className="min-w-0 flex-1">
        {label}
        {rival && (
          <span className="block text-danger">This key does: {rival}. Give one another.</span>
        )}
      </span>
      {onStandard && (
        <button
          type="button"
          aria-label={`The standard key again for: ${label}`}
          onClick={onStandard}
          className="touchable min-h-6 cursor-pointer pointer-coarse:min-w-11 text-xs text-muted hover:text-ink hover:underline"
        >
          as it was
        </button>
      )}
      {onChange && (
        <button
          type="button"
          aria-label={`Change the key for: ${label}`}
          onClick={onChange}
          className="touchable min-h-6 cursor-pointer pointer-coarse:min-w-11 text-xs text-muted hover:text-ink hover:underline"
        >
          change
        </button>
      )}
    </li>
  );
}
