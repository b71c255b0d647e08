import { relative, sep } from "node:path";
import { judgeEnvironment, judgeImport } from "./judge-import.ts";

/** The walls of architecture.ts as a rule of oxlint, so that an editor shows them too. */
const walls = {
  meta: { name: "house" },
  rules: {
    walls: {
      create(context: Context) {
        const from = relative(context.cwd, context.filename).split(sep).join("/");
        const check = (node: ImportNode, isTypeOnly: boolean) => {
          if (typeof node.source?.value !== "string") return;
          const message = judgeImport({ from, specifier: node.source.value, isTypeOnly });
          if (message) context.report({ node, message });
        };
        return {
          ImportDeclaration: (node: ImportNode) => check(node, takesOnlyTypes(node)),
          ExportNamedDeclaration: (node: ImportNode) => check(node, takesOnlyTypes(node)),
          ExportAllDeclaration: (node: ImportNode) => check(node, takesOnlyTypes(node)),
          ImportExpression: (node: ImportNode) => check(node, false),
          MemberExpression(node: MemberNode) {
            if (node.object.name !== "process" || node.property.name !== "env") return;
            const message = judgeEnvironment(from);
            if (message) context.report({ node, message });
          },
        };
      },
    },
  },
};

export default walls;

type Context = {
  cwd: string;
  filename: string;
  report: (problem: { node: unknown; message: string }) => void;
};

type ImportNode = {
  source?: { value?: unknown } | null;
  importKind?: string;
  exportKind?: string;
  specifiers?: readonly { importKind?: string; exportKind?: string }[];
};

type MemberNode = { object: { name?: string }; property: { name?: string } };

function takesOnlyTypes(node: ImportNode): boolean {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers ?? [];
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => one.importKind === "type" || one.exportKind === "type")
  );
}
