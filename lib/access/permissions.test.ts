import { describe, expect, it } from "vitest";
import { MEMBER_ROLES, type Actor, type MemberRole } from "#lib/context.ts";
import { isDomainError } from "#lib/errors.ts";
import {
  authorize,
  authorizeInstallation,
  can,
  INSTALLATION_PERMISSIONS,
  PROJECT_PERMISSIONS,
  type ProjectPermission,
} from "./permissions.ts";
import {
  visibleAnnotations,
  visibleArticles,
  visibleEvidence,
  visibleLinks,
  visibleProjects,
} from "./visibility.ts";

const HERE = { projectId: "018f4e6e-7b1a-7c3d-9e2f-000000000001" };
const ELSEWHERE = "018f4e6e-7b1a-7c3d-9e2f-000000000002";

const ACTORS: Record<string, Actor> = {
  ...Object.fromEntries(MEMBER_ROLES.map((role) => [role, person({ [HERE.projectId]: role })])),
  owner: person({}, true),
  operator: { kind: "operator" },
  visitor: { kind: "visitor" },
  stranger: person({ [ELSEWHERE]: "manager" }),
};

/** Written out once more, so that a change of the table is a change of two places. */
const MAY: Record<ProjectPermission, string> = {
  "project.read": "reader annotator reviewer manager owner operator",
  "project.edit": "manager owner operator",
  "guidelines.read": "reader annotator reviewer manager owner operator",
  "guidelines.edit": "manager owner operator",
  "member.read": "reader annotator reviewer manager owner operator",
  "member.edit": "manager owner operator",
  "member.link": "manager owner operator",
  "invitation.edit": "manager owner operator",
  "token.edit": "annotator reviewer manager owner operator",
  "token.edit-any": "manager owner operator",
  "article.read": "reader annotator reviewer manager owner operator",
  "article.add": "annotator reviewer manager owner operator",
  "article.edit": "annotator reviewer manager owner operator",
  "block.correct": "annotator reviewer manager owner operator",
  "revision.read": "reader annotator reviewer manager owner operator",
  "revision.add": "annotator reviewer manager owner operator",
  "carry.settle": "annotator reviewer manager owner operator",
  "work.write": "annotator reviewer manager owner operator",
  "layer.read-any": "reviewer manager owner operator",
  "annotation.read": "reader annotator reviewer manager owner operator",
  "annotation.write": "annotator reviewer manager owner operator",
  "annotation.review": "reviewer manager owner operator",
  "annotation.withdraw-any": "manager owner operator",
  "link.read": "reader annotator reviewer manager owner operator",
  "link.write": "annotator reviewer manager owner operator",
  "link.delete-any": "reviewer manager owner operator",
  "evidence.read": "reader annotator reviewer manager owner operator",
  "evidence.write": "annotator reviewer manager owner operator",
  "evidence.delete-any": "manager owner operator",
  "missed.write": "reviewer manager owner operator",
  "thread.read": "reader annotator reviewer manager owner operator",
  "thread.write": "annotator reviewer manager owner operator",
  "thread.delete-any": "manager owner operator",
  "likeness.read": "reader annotator reviewer manager owner operator",
  "likeness.decide": "reviewer manager owner operator",
  "ingestion.read": "reader annotator reviewer manager owner operator",
  "ingestion.write": "annotator reviewer manager owner operator",
  "watch.read": "reader annotator reviewer manager owner operator",
  "watch.edit": "annotator reviewer manager owner operator",
  "audit.read": "reader annotator reviewer manager owner operator",
  "export.read": "reader annotator reviewer manager owner operator",
};

const rows = (Object.keys(PROJECT_PERMISSIONS) as ProjectPermission[]).flatMap((permission) =>
  Object.keys(ACTORS).map((who) => ({
    permission,
    who,
    may: MAY[permission].split(" ").includes(who),
  })),
);

describe("the permission table", () => {
  it.each(rows)("$permission: $who $may", ({ permission, who, may }) => {
    const actor = actorNamed(who);
    expect(can(actor, permission, HERE.projectId)).toBe(may);
    expect(refusal(() => authorize(actor, permission, HERE))).toBe(may ? null : codeFor(who));
  });

  it.each(
    INSTALLATION_PERMISSIONS.flatMap((permission) =>
      Object.keys(ACTORS).map((who) => ({ permission, who })),
    ),
  )("$permission: $who", ({ permission, who }) => {
    const code = refusal(() => authorizeInstallation(actorNamed(who), permission));
    const may = who === "owner" || who === "operator";
    expect(code).toBe(may ? null : who === "visitor" ? "signed-out" : "forbidden");
  });

  it("says which role it takes", () => {
    expect(() => authorize(actorNamed("annotator"), "annotation.review", HERE)).toThrow(
      "This takes the role of reviewer in the project; yours is annotator.",
    );
  });
});

describe("the visibility filter", () => {
  const filters = [
    visibleProjects,
    visibleArticles,
    visibleAnnotations,
    visibleLinks,
    visibleEvidence,
  ];

  it.each(["owner", "operator"])("hides nothing from the %s", (who) => {
    for (const filter of filters) expect(filter(actorNamed(who))).toEqual({});
  });

  it("shows nothing to a visitor", () => {
    expect(visibleProjects(actorNamed("visitor"))).toEqual({ id: { in: [] } });
    for (const filter of filters.slice(1)) {
      expect(filter(actorNamed("visitor"))).toMatchObject({ projectId: { in: [] } });
    }
  });

  it("keeps a member to their projects", () => {
    expect(visibleProjects(actorNamed("reader"))).toEqual({ id: { in: [HERE.projectId] } });
    for (const filter of filters.slice(1)) {
      expect(filter(actorNamed("reader"))).toMatchObject({ projectId: { in: [HERE.projectId] } });
    }
  });

  it.each([
    ["reviewer", []],
    ["manager", [HERE.projectId]],
  ])("shows confidential evidence to a %s in the projects that they manage", (who, managed) => {
    expect(visibleEvidence(actorNamed(who)).OR).toContainEqual({ projectId: { in: managed } });
  });
});

function person(roles: Record<string, MemberRole>, isOwner = false): Actor {
  return {
    kind: "user",
    userId: "018f4e6e-7b1a-7c3d-9e2f-0000000000aa",
    name: "Lena Kask",
    isOwner,
    roles: new Map(Object.entries(roles)),
    blind: new Set(),
    via: "session",
    sessionId: null,
  };
}

function actorNamed(who: string): Actor {
  return ACTORS[who] ?? { kind: "visitor" };
}

function codeFor(who: string): string {
  return who === "visitor" ? "signed-out" : who === "stranger" ? "not-found" : "forbidden";
}

function refusal(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}
