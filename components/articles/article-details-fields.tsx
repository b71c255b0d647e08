import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { DetailsFrom, SourcedDetails } from "#lib/articles/details.ts";
import { sourceWords } from "./detail-sources.ts";

type Props = {
  article: SourcedDetails;
  problems: Readonly<Record<string, string>>;
};

export function ArticleDetailsFields({ article, problems }: Props) {
  return DETAIL_FIELDS.map(({ name, label, hint, ...input }) => (
    <Field
      key={name}
      name={name}
      label={label}
      hint={
        <>
          {article[name] && article.from[name] && `${sourceWords(article.from[name])} `}
          {hint}
        </>
      }
      error={problems[name]}
    >
      <TextInput {...input} defaultValue={article[name] ?? ""} autoComplete="off" />
    </Field>
  ));
}

export const DETAIL_FIELDS: readonly {
  name: keyof DetailsFrom;
  label: string;
  hint?: string;
  required?: boolean;
  inputMode?: "url";
  placeholder?: string;
}[] = [
  { name: "title", label: "Title", required: true },
  { name: "publisher", label: "Publisher" },
  { name: "byline", label: "Byline" },
  {
    name: "published",
    label: "Published",
    hint: "As precisely as it is known: 2031, 2031-05 or 2031-05-03.",
  },
  { name: "url", label: "Address", inputMode: "url", placeholder: "https://" },
  { name: "language", label: "Language", hint: "Its short code: en, de, pt-BR." },
];
