"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { ToastProvider } from "./toast.tsx";

/** What stands once around every page. The nonce lets the few inline elements pass the page's policy. */
export function Providers({
  nonce: latest,
  children,
}: {
  nonce: string | undefined;
  children: ReactNode;
}) {
  // What comes later (a refresh, a form's answer) brings another one, and the page's policy keeps the first.
  const [nonce] = useState(latest);
  return (
    <CSPProvider nonce={nonce}>
      <ThemeProvider attribute="data-theme" nonce={nonce} disableTransitionOnChange>
        <Tooltip.Provider delay={400}>
          <ToastProvider>{children}</ToastProvider>
        </Tooltip.Provider>
      </ThemeProvider>
    </CSPProvider>
  );
}
