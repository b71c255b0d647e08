import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "#lib/errors.ts";

const MIN_CHARACTERS = 12;
/** Far beyond any password, and short enough that hashing it costs nothing. */
const MAX_CHARACTERS = 500;

/** argon2id (the library's default kind) with 32 MiB and three passes: about 50 ms here. */
const COST = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1 };

/** Of a password that nobody has, with the same cost: what an account that is not there is checked against. */
const DUMMY_HASH = hash("nobody has this password", COST);

/** What is kept of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), COST);
}

/**
 * Whether it is the password. Where there is none to compare with, as much work is done, so that the
 * time of the answer does not tell whether there is an account.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await DUMMY_HASH);
  const fits = await verify(known, normalise(password).slice(0, MAX_CHARACTERS * 2));
  return fits && passwordHash !== null;
}

/** Refuse a password that is too short, or that everybody would try first. `field` names it in a form. */
export function checkPassword(
  password: string,
  person: { email: string; name: string },
  field = "password",
): void {
  const fault = faultOf(normalise(password), person);
  if (fault !== null) throw new DomainError("invalid", fault, { fields: { [field]: fault } });
}

function faultOf(password: string, person: { email: string; name: string }): string | null {
  const length = [...password].length;
  if (length < MIN_CHARACTERS)
    return `Use at least ${MIN_CHARACTERS} characters; a short sentence does well.`;
  if (length > MAX_CHARACTERS) return `Use at most ${MAX_CHARACTERS} characters.`;
  const plain = password.trim().toLowerCase();
  if (plain === person.email.toLowerCase())
    return "Do not use your e-mail address as your password.";
  if (plain === person.name.toLowerCase()) return "Do not use your name as your password.";
  if (new Set(plain).size < 5) return "Use more than a few different characters.";
  return null;
}

/** The same characters are the same password, whichever way a keyboard composes them. */
function normalise(password: string): string {
  return password.normalize("NFC");
}
