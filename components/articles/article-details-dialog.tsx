"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { askServer, type ServerAnswer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { SourcedDetails } from "#lib/articles/details.ts";
import { ArticleDetailsFields, DETAIL_FIELDS } from "./article-details-fields.tsx";

type Props = { articleId: string; onClose: () => void };

/** What is known about an article besides its text, to be put right. The text itself never changes. */
export function ArticleDetailsDialog({ articleId, onClose }: Props) {
  const formId = useId();
  const router = useRouter();
  const toast = useToast();
  const [article, setArticle] = useState<ServerAnswer<SourcedDetails> | null>(null);
  const [refusal, setRefusal] = useState<ServerAnswer<unknown> | null>(null);
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    let isOpen = true;
    void askServer<SourcedDetails>({ method: "GET", path: `/articles/${articleId}/details` }).then(
      (answer) => {
        if (isOpen) setArticle(answer);
      },
    );
    return () => {
      isOpen = false;
    };
  }, [articleId]);

  const save = async (form: FormData) => {
    setSaving(true);
    const answer = await askServer<{ title: string }>({
      method: "PATCH",
      path: `/articles/${articleId}`,
      body: readDetails(form),
    });
    setSaving(false);
    setRefusal(answer);
    if (!answer.isDone) return;
    toast({ text: `“${answer.value.title}” is saved.` });
    router.refresh();
    onClose();
  };

  const fields = refusal?.isDone === false ? refusal.fields : {};
  const problem = refusal?.isDone === false ? refusal.problem : null;
  return (
    <Dialog
      title="Title and details"
      description="The title is a label of yours; the headline in the text stays as it is."
      open
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            pending={isSaving}
            disabled={!article?.isDone}
          >
            Save
          </Button>
        </>
      }
    >
      {article === null && (
        <div className="grid min-h-80 place-items-center text-muted">
          <Spinner label="Loading" />
        </div>
      )}
      {article?.isDone === false && <Notice kind="problem">{article.problem}</Notice>}
      {article?.isDone && (
        <form
          id={formId}
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void save(new FormData(event.currentTarget));
          }}
        >
          <ArticleDetailsFields article={article.value} problems={fields} />
          {problem && Object.keys(fields).length === 0 && <Notice kind="problem">{problem}</Notice>}
        </form>
      )}
    </Dialog>
  );
}

/** A field that is left empty is cleared; a title cannot be. */
function readDetails(form: FormData): Record<string, FormDataEntryValue | null> {
  return Object.fromEntries(
    DETAIL_FIELDS.map(({ name }) => {
      const value = form.get(name);
      return [name, name === "title" ? value : value || null];
    }),
  );
}
