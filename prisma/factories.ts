import { v7 as uuidv7 } from "uuid";
import type {
  Annotation,
  AnnotationState,
  SegmentRole,
  StoredAnnotation,
  Tag,
} from "#lib/annotations/model.ts";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import { addArticle } from "#lib/articles/add-article.ts";
import type { Article } from "#lib/articles/model.ts";
import { getArticle } from "#lib/articles/queries.ts";
import { MEMBER_ROLES, type Context, type MemberRole, type UserActor } from "#lib/context.ts";
import type { Db } from "#lib/db/client.ts";
import type { Evidence, EvidenceInput } from "#lib/evidence/model.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import type { Link, LinkType } from "#lib/links/model.ts";
import { putLink } from "#lib/links/put-link.ts";
import { createProject } from "#lib/projects/create-project.ts";
import type { Layers, Project } from "#lib/projects/model.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { rejectAnnotation } from "#lib/review/reject-annotation.ts";
import { annotationInput, type QuotedSegment } from "./annotation-input.ts";

/*
 * Things as tests, the seed and the benchmarks need them, made by the product's own operations: an
 * approved annotation was approved by somebody else, and everything has its history.
 */

export type MadeUser = { id: string; email: string; name: string };
/** A person in a project, with the context in which they act. */
export type MadeMember = { user: MadeUser; role: MemberRole; ctx: UserContext };
export type UserContext = Context & { readonly actor: UserActor };

/** A new account, without a password unless its hash is given. */
export async function makeUser(
  db: Db,
  given: { name?: string; email?: string; isOwner?: boolean; passwordHash?: string } = {},
): Promise<MadeUser> {
  const id = uuidv7();
  const name = given.name ?? `Person ${id.slice(-4)}`;
  const email = given.email ?? `person-${id}@onrecord.example`;
  const { isOwner = false, passwordHash = null } = given;
  await db.user.create({ data: { id, name, email, isOwner, passwordHash } });
  return { id, email, name };
}

/** A new project, without members. */
export async function makeProject(
  db: Db,
  given: { name?: string; layers?: Layers } = {},
): Promise<Project> {
  const { name = `Project ${uuidv7()}`, layers = "shared" } = given;
  return await createProject(
    { actor: { kind: "operator" }, db, now: new Date() },
    { name, layers },
  );
}

/** Somebody in a project, a new user unless one is given. */
export async function makeMember(
  db: Db,
  given: { projectId: string; role?: MemberRole; user?: MadeUser },
): Promise<MadeMember> {
  const user = given.user ?? (await makeUser(db));
  const role = given.role ?? "annotator";
  const place = { projectId: given.projectId, userId: user.id };
  await db.member.upsert({
    where: { projectId_userId: place },
    create: { ...place, role },
    update: { role, revokedAt: null },
  });
  return { user, role, ctx: await contextFor(db, user) };
}

/** The user as they act now, with all projects that they are in. */
export async function actorFor(db: Db, user: { id: string }): Promise<UserActor> {
  const row = await db.user.findUniqueOrThrow({
    where: { id: user.id },
    include: {
      members: { where: { revokedAt: null }, include: { project: { select: { layers: true } } } },
    },
  });
  const roles = row.members.flatMap(({ projectId, role }) => {
    const known = MEMBER_ROLES.find((one) => one === role);
    return known ? [[projectId, known] as const] : [];
  });
  const blind = row.members.filter(({ project }) => project.layers === "blind");
  const { id: userId, name, isOwner } = row;
  return {
    kind: "user",
    userId,
    name,
    isOwner,
    roles: new Map(roles),
    blind: new Set(blind.map(({ projectId }) => projectId)),
    via: "session",
    sessionId: null,
  };
}

/** A context for operations, whose time is that of each use unless one is given. */
export async function contextFor(db: Db, user: { id: string }, now?: Date): Promise<UserContext> {
  const actor = await actorFor(db, user);
  return {
    actor,
    db,
    get now() {
      return now ?? new Date();
    },
  };
}

/** A plain-text article; its text is the given one in canonical form. */
export async function makeArticle(
  db: Db,
  given: { projectId: string; text?: string; title?: string },
): Promise<Article & { revisionId: string }> {
  const text = given.text ?? `${DEFAULT_TEXT} No. ${uuidv7()}.\n`;
  const { article } = await addArticle(
    { actor: { kind: "operator" }, db, now: new Date() },
    given.projectId,
    {
      content: { text, mediaType: "text/plain" },
      origin: { kind: "paste", name: null },
      details: given.title === undefined ? undefined : { title: given.title },
    },
  );
  return await getArticle({ actor: { kind: "operator" }, db, now: new Date() }, article.id);
}

/**
 * An annotation in any state, brought there step by step. Its author is given, or a new annotator; a
 * decision is made by `reviewer`, or by a new one.
 */
export async function makeAnnotation(
  db: Db,
  article: Pick<Article, "id" | "projectId" | "text">,
  given: {
    id?: string;
    author?: UserContext;
    reviewer?: UserContext;
    state?: AnnotationState;
    tag?: Tag;
    quote?: string;
    segments?: QuotedSegment[];
    attributes?: Record<string, unknown>;
    absent?: SegmentRole[];
    doubt?: string | null;
  } = {},
): Promise<StoredAnnotation> {
  const { projectId } = article;
  const {
    id = uuidv7(),
    state = "draft",
    author: givenAuthor,
    reviewer: givenReviewer,
    ...content
  } = given;
  const author = givenAuthor ?? (await makeMember(db, { projectId })).ctx;
  const { annotation } = await putAnnotation(author, id, annotationInput(article, content), null);
  if (state === "draft") return annotation;
  if (state === "withdrawn") return await withdrawAnnotation(author, id, null);
  const submitted = await submitAnnotation(author, id, null);
  if (state === "submitted") return submitted;
  const reviewer = givenReviewer ?? (await makeMember(db, { projectId, role: "reviewer" })).ctx;
  if (state === "approved") return await approveAnnotation(reviewer, id, {}, null);
  return await rejectAnnotation(
    reviewer,
    id,
    { reason: "other", comment: "Please look again." },
    null,
  );
}

/** A link between two annotations. */
export async function makeLink(
  by: UserContext,
  given: { type: LinkType; from: Pick<Annotation, "id">; to: Pick<Annotation, "id">; id?: string },
): Promise<Link> {
  const { id = uuidv7(), type, from, to } = given;
  const { link } = await putLink(by, id, { type, from: from.id, to: to.id }, null);
  return link;
}

type NoteInput = Extract<EvidenceInput, { kind: "note" }>;

/** A note as evidence on an annotation. For the other kinds call putEvidence itself. */
export async function makeEvidence(
  by: UserContext,
  annotation: Pick<Annotation, "id">,
  given: Partial<Omit<NoteInput, "annotationId" | "kind">> & { id?: string } = {},
): Promise<Evidence> {
  const { id = uuidv7(), ...rest } = given;
  const input: NoteInput = {
    kind: "note",
    annotationId: annotation.id,
    note: "The harbour office keeps a list of calls.",
    stance: "supports",
    reason: "It names the ship.",
    confidential: false,
    viewers: [],
    ...rest,
  };
  const { evidence } = await putEvidence(by, id, input, null);
  return evidence;
}

const DEFAULT_TEXT =
  "The minister of Veldora, Ansa Kreel, denied that the ferry was late. “We left on time,” she said on Monday.";
