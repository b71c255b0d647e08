"use client";

import { Tabs } from "#components/ui/tabs.tsx";
import { PasteArticle } from "./paste-article.tsx";
import { UploadArticles } from "./upload-articles.tsx";

/** The ways by which articles come in. Both stay as they are while the other one is looked at. */
export function AddArticles({ projectId }: { projectId: string }) {
  return (
    <Tabs
      label="Ways to add articles"
      tabs={[
        { value: "upload", label: "Upload files", panel: <UploadArticles projectId={projectId} /> },
        { value: "paste", label: "Paste a text", panel: <PasteArticle projectId={projectId} /> },
      ]}
    />
  );
}
