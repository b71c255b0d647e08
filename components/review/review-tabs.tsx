import { NavTabs } from "#components/ui/nav-tabs.tsx";

type Props = {
  projectId: string;
  current: "queue" | "returned";
  /** Null for who does not review. */
  waiting: number | null;
  returned: number;
};

/** What waits for one's decision, and what came back from others'. */
export function ReviewTabs({ projectId, current, waiting, returned }: Props) {
  const home = `/projects/${projectId}/review`;
  return (
    <div className="-mb-px min-w-0">
      <NavTabs
        label="Review"
        tabs={[
          ...(waiting === null
            ? []
            : [{ href: home, label: "To review", count: waiting, isCurrent: current === "queue" }]),
          {
            href: `${home}?tab=returned`,
            label: "Came back to me",
            count: returned,
            isCurrent: current === "returned",
          },
        ]}
      />
    </div>
  );
}
