/** Why the system does not let a file or folder be read, in a sentence; null for any other error. */
export function explainReading(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = SENTENCES[code];
  if (sentence !== undefined) return sentence;
  if (code.startsWith("ERR_FS_FILE_TOO_LARGE")) return "It is too large to be read.";
  return /^E[A-Z0-9]+$/.test(code) ? `It cannot be read: the system says ${code}.` : null;
}

const GONE = "There is no such file or folder.";
const FORBIDDEN = "It may not be read with your rights.";

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: GONE,
  ENOTDIR: GONE,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ELOOP: "It is a link that leads nowhere.",
  ENAMETOOLONG: "Its name is too long.",
  EISDIR: "It cannot be read as a file.",
  EIO: "The disk cannot read it.",
  ENXIO: "It is no ordinary file.",
  EMFILE: "Too many files are open; try again.",
  ENFILE: "Too many files are open; try again.",
  ENOMEM: "There is too little memory to read it.",
  EBUSY: "Another program holds it; try again when that is done.",
  ESTALE: "It went away while it was read.",
  ERR_INVALID_ARG_VALUE: "This is no name of a file.",
};
