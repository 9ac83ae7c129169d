import { closeSync, openSync, readSync } from "node:fs";

// Settings that are secrets may lie in files, as Docker and Kubernetes mount them.

/** The bytes that a secret may have; a file with more is none. */
const mostBytes = 65_536;

/** The variable that names the file of a setting. */
export const fileVariable = (name: string): string => `${name}_FILE`;

/** What the files of settings say. */
export interface SecretFiles {
  /** The texts of the settings, by their variables. */
  texts: Record<string, string>;
  /** The files that were read. */
  paths: string[];
  /** The variables of files that cannot be used. */
  unusable: string[];
  faults: string[];
}

/** The text of a file, without the line end that editors and `echo` add; what is wrong with it, else. */
function read(path: string): { text: string } | { fault: string } {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(mostBytes + 1);
      // A mounted file, or a pipe of a shell, may come in parts.
      let length = 0;
      for (;;) {
        const more = readSync(file, bytes, length, bytes.length - length, null);
        length += more;
        if (more === 0 || length === bytes.length) break;
      }
      if (length > mostBytes) return { fault: `has more than ${mostBytes} bytes` };
      const text = bytes.toString("utf8", 0, length).replace(/\r?\n$/, "");
      return text.trim() === "" ? { fault: "is empty" } : { text };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: `cannot be read (${code})` };
  }
}

/** Reads the files of these settings, where the environment names any instead of their values. */
export function readSecretFiles(
  textOf: (name: string) => string | undefined,
  names: readonly string[],
): SecretFiles {
  const found: SecretFiles = { texts: {}, paths: [], unusable: [], faults: [] };
  for (const name of names) {
    const variable = fileVariable(name);
    const path = textOf(variable);
    if (path === undefined) continue;
    if (textOf(name) !== undefined) {
      found.faults.push(`${variable}: given beside ${name}; give one of them`);
      continue;
    }
    const answer = read(path);
    if ("text" in answer) {
      found.texts[name] = answer.text;
      found.paths.push(path);
    } else {
      found.unusable.push(name);
      found.faults.push(`${variable}: the file ${path} ${answer.fault}`);
    }
  }
  return found;
}
