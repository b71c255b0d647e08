import { defineConfig } from "oxlint";

export default defineConfig({
  plugins: [
    "eslint",
    "typescript",
    "unicorn",
    "oxc",
    "import",
    "react",
    "jsx-a11y",
    "vitest",
    "promise",
  ],
  jsPlugins: [{ name: "house", specifier: "./scripts/import-walls.ts" }],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  env: { browser: true, node: true, es2024: true },
  ignorePatterns: [
    "generated/**",
    ".builds/**",
    ".data/**",
    "prisma/migrations/**",
    "next-env.d.ts",
  ],
  overrides: [
    {
      // Playwright hands its fixtures a function named `use`, and looks at empty patterns.
      files: ["e2e/**"],
      rules: { "react/rules-of-hooks": "off", "no-empty-pattern": "off" },
    },
    {
      // Here a name that begins with "use" is an ordinary verb: useSignInLink, useDatabase.
      files: ["app/**/*.ts", "app/**/page.tsx", "lib/**", "scripts/**", "prisma/**"],
      rules: { "react/rules-of-hooks": "off", "react/hooks": "off" },
    },
    {
      // Vitest is told of provided values by merging into its interface.
      files: ["lib/**/testing/**"],
      rules: { "typescript/consistent-type-definitions": "off" },
    },
    { files: ["**/*.test.ts"], rules: { "oxc/no-accumulating-spread": "off" } },
    // Its standard output is a report for the person who started it.
    { files: ["bench/**", "scripts/make-migration.ts"], rules: { "no-console": "off" } },
  ],
  rules: {
    "house/walls": "error",
    "typescript/no-explicit-any": "error",
    "typescript/consistent-type-definitions": ["error", "type"],
    "typescript/consistent-type-imports": [
      "error",
      { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
    ],
    "typescript/ban-ts-comment": "error",
    "typescript/no-non-null-assertion": "error",
    "no-console": "error",
    "vitest/no-focused-tests": "error",
    "react/rules-of-hooks": "error",
    "react/exhaustive-deps": "error",
    "react/no-danger": "error",
    // `== null` asks for both kinds of nothing.
    eqeqeq: ["error", "always", { null: "ignore" }],
    // The message that stands beside a value in a failure.
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    // Properties are asserted inside what the generator calls, and there are tables of cases.
    "vitest/no-conditional-expect": "off",
    "vitest/require-to-throw-message": "off",
    "vitest/no-standalone-expect": "off",
    // A few taste rules that make this code worse: names are reused where scopes are short,
    // copies are sorted in place, and small functions stand where they are read.
    "no-shadow": "off",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "oxc/no-map-spread": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/prefer-set-has": "off",
    "promise/always-return": "off",
    // Only windows want a target; channels and workers have none.
    "unicorn/require-post-message-target-origin": "off",
    // It takes the code points of a string for a needless copy.
    "unicorn/no-useless-spread": "off",
    // It does not see that a callback changes the value.
    "no-unmodified-loop-condition": "off",
    // exhaustive-deps says the same, and knows what React keeps stable.
    "react/exhaustive-effect-dependencies": "off",
    "react/memo-dependencies": "off",
    // These two serve the React compiler, which is not used here.
    "react/refs": "off",
    "react/set-state-in-effect": "off",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    // A page that is one form begins in its first field.
    "jsx-a11y/no-autofocus": "off",
    // A region that scrolls must be reachable with the keyboard.
    "jsx-a11y/no-noninteractive-tabindex": "off",
    // An element with a role is what the accessible primitives give us.
    "jsx-a11y/prefer-tag-over-role": "off",
    // React's own transform puts it in.
    "react/react-in-jsx-scope": "off",
    // One thing after another is often what is meant: rows in order, a server before its client.
    "no-await-in-loop": "off",
    "no-underscore-dangle": "off",
    // Style sheets, and modules that are imported for what they do.
    "import/no-unassigned-import": "off",
  },
});
