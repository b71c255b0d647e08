import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        isWholePage
        heading="There is nothing at this address"
        action={<ButtonLink href="/">Go to your projects</ButtonLink>}
      >
        It was never here, or you are not in its project.
      </EmptyState>
    </main>
  );
}
