/** A project's name and scope as the form sends them; the schema looks at them afterwards. */
export function readProjectForm(form: FormData) {
  return {
    name: text(form, "name"),
    scope: {
      topics: text(form, "topics")
        .split("\n")
        .map((topic) => topic.trim())
        .filter((topic) => topic !== ""),
      attributions: text(form, "attributions"),
    },
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
