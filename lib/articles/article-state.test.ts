import { describe, expect, it } from "vitest";
import { articleState, type AnnotationCounts } from "./article-state.ts";

const NONE: AnnotationCounts = { draft: 0, submitted: 0, approved: 0, rejected: 0, withdrawn: 0 };

describe("the state of an article", () => {
  it("is new while nobody has begun and nothing is marked", () => {
    expect(articleState(NONE, [])).toBe("new");
    expect(articleState(NONE, ["not-begun"])).toBe("new");
    expect(articleState({ ...NONE, withdrawn: 2 }, [])).toBe("new");
  });

  it("is in work once an annotation exists or somebody began", () => {
    expect(articleState({ ...NONE, draft: 1 }, [])).toBe("in-work");
    expect(articleState({ ...NONE, approved: 1 }, [])).toBe("in-work");
    expect(articleState(NONE, ["begun"])).toBe("in-work");
    expect(articleState({ ...NONE, approved: 3 }, ["finished", "reopened"])).toBe("in-work");
    expect(articleState({ ...NONE, draft: 1 }, ["finished"])).toBe("in-work");
  });

  it("is in review as long as something is submitted, whatever else", () => {
    expect(articleState({ ...NONE, submitted: 1 }, [])).toBe("in-review");
    expect(articleState({ ...NONE, submitted: 1, draft: 4 }, ["begun", "finished"])).toBe(
      "in-review",
    );
  });

  it("is done when all work is finished and all is decided, also with nothing found", () => {
    expect(articleState(NONE, ["finished"])).toBe("done");
    expect(
      articleState({ ...NONE, approved: 2, rejected: 1, withdrawn: 1 }, ["finished", "finished"]),
    ).toBe("done");
    expect(articleState(NONE, ["finished", "not-begun"])).toBe("done");
  });
});
