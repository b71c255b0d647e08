import { counted } from "./counted.ts";

/** What waits for a person in a project, as far as it decides what is best done next. */
export type Standing = {
  articles: number;
  newArticles: number;
  returned: number;
  missed: number;
  toReview: number;
  openWork: number;
  canAdd: boolean;
};

export type NextStep = {
  sentence: string;
  /** Where it is done: a part of the project, or one's own list on this page. */
  go: "add" | "returned" | "missed" | "review" | "open-work" | "new-articles" | null;
  label: string;
};

/** The next thing to do: what others wait for goes before one's own, and what came back before all. */
export function nextStep(standing: Standing): NextStep {
  const { articles, newArticles, returned, missed, toReview, openWork, canAdd } = standing;
  if (articles === 0) {
    return canAdd
      ? { sentence: "There are no articles yet.", go: "add", label: "Add articles" }
      : { sentence: "There are no articles yet. An annotator adds them.", go: null, label: "" };
  }
  if (returned > 0) {
    return {
      sentence: `${counted(returned, "annotation")} came back to you.`,
      go: "returned",
      label: "Look at the first",
    };
  }
  if (missed > 0) {
    return {
      sentence: `A reviewer thinks you missed ${counted(missed, "passage")}.`,
      go: "missed",
      label: "Look at the first",
    };
  }
  if (toReview > 0) {
    return {
      sentence: `${counted(toReview, "annotation")} ${toReview === 1 ? "waits" : "wait"} for your review.`,
      go: "review",
      label: "Review",
    };
  }
  if (openWork > 0) {
    return {
      sentence: `You have begun ${counted(openWork, "article")}.`,
      go: "open-work",
      label: "Go on with the last",
    };
  }
  if (newArticles > 0 && canAdd) {
    return {
      sentence: `Nobody has begun ${counted(newArticles, "article")}.`,
      go: "new-articles",
      label: "See them",
    };
  }
  return { sentence: "Nothing waits for you here.", go: null, label: "" };
}
