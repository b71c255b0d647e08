import { NavTabs } from "#components/ui/nav-tabs.tsx";
import type { Ingestion, ItemState } from "#lib/ingestion/model.ts";
import { countItems, FILTER_STATES, ITEM_STATE_LOOKS } from "./item-states.ts";

type Props = { home: string; ingestion: Ingestion; state: ItemState | undefined };

/** Which items are listed; states that none is in are not offered. */
export function ItemsFilter({ home, ingestion, state }: Props) {
  const shown = FILTER_STATES.filter((one) => ingestion.counts[one] > 0 || one === state);
  return (
    <NavTabs
      label="Items by state"
      tabs={[
        { href: home, label: "All", count: countItems(ingestion), isCurrent: state === undefined },
        ...shown.map((one) => ({
          href: `${home}?state=${one}`,
          label: ITEM_STATE_LOOKS[one].word,
          count: ingestion.counts[one],
          isCurrent: state === one,
        })),
      ]}
    />
  );
}
