"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AddFeed } from "#components/watches/add-feed.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { AddressesForm } from "./addresses-form.tsx";
import { Bookmarklet } from "./bookmarklet.tsx";
import { DropAnywhere } from "./drop-anywhere.tsx";
import { FilesForm } from "./files-form.tsx";
import { isTableFile } from "./is-table-file.ts";
import { PasteArticle } from "./paste-article.tsx";
import { TableForm } from "./table-form.tsx";
import { useSendFiles } from "./use-send-files.ts";
import type { Way } from "./ways.ts";
import type { ChosenFile } from "../sending/manifest.ts";

type Props = {
  projectId: string;
  /** Which way is open at first. */
  way: Way;
  /** Where this installation answers, for the bookmarklet. */
  publicUrl: string;
};

/** The ways by which articles come in. Each stays as it is while another one is looked at. */
export function AddArticles({ projectId, way: first, publicUrl }: Props) {
  const router = useRouter();
  const [way, setWay] = useState<Way>(first);
  const [addresses, setAddresses] = useState("");
  const [table, setTable] = useState<File | null>(null);
  const files = useSendFiles(projectId, (id) =>
    router.push(`/projects/${projectId}/ingestions/${id}`),
  );

  /** A table alone has its columns mapped first; everything else is sent as it is. */
  const take = (chosen: readonly ChosenFile[]) => {
    const [only] = chosen;
    if (chosen.length === 1 && only && isTableFile(only.file.name)) {
      setTable(only.file);
      setWay("table");
    } else {
      setWay("files");
      void files.send(chosen);
    }
  };
  const open = (next: Way) => {
    setWay(next);
    // The address says which way is open, so that a link or a reload shows the same.
    history.replaceState(history.state, "", `?way=${next}`);
  };

  return (
    <>
      <DropAnywhere onFiles={take} />
      <Tabs
        label="Ways to add articles"
        value={way}
        onValueChange={open}
        tabs={[
          {
            value: "files",
            label: "Files",
            panel: <FilesForm projectId={projectId} files={files} onFiles={take} />,
          },
          {
            value: "paste",
            label: "Paste a text",
            panel: (
              <PasteArticle
                projectId={projectId}
                onAddress={(address) => {
                  setAddresses(address);
                  open("addresses");
                }}
              />
            ),
          },
          {
            value: "addresses",
            label: "Addresses",
            panel: <AddressesForm projectId={projectId} text={addresses} onText={setAddresses} />,
          },
          {
            value: "table",
            label: "Table",
            panel: <TableForm projectId={projectId} file={table} onFile={setTable} />,
          },
          { value: "feed", label: "Feed", panel: <AddFeed projectId={projectId} /> },
          {
            value: "browser",
            label: "From the browser",
            panel: <Bookmarklet publicUrl={publicUrl} />,
          },
        ]}
      />
    </>
  );
}
