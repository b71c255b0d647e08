import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function WorkbenchNotFound() {
  return (
    <EmptyState
      isWholePage
      heading="There is nothing at this address"
      action={<ButtonLink href="/projects">Go to your projects</ButtonLink>}
    >
      It was never here, or you are not in its project.
    </EmptyState>
  );
}
