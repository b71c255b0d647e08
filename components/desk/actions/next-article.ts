import type { Desk } from "../model.ts";

/** Goes on to the reader's next article that is not finished. What is not sent yet waits in the browser. */
export function nextArticle(desk: Desk): void {
  const { project, article } = desk.data;
  desk.say("Going on to your next article …");
  location.assign(`/projects/${project.id}/next-article?after=${article.id}`);
}
