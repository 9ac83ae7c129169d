import { isNativeError } from "node:util/types";

const redacted = "[redacted]";

/** Names under which secrets travel: of headers, fields, variables and parameters. */
const secretName =
  /authorization|cookie|passw|passphrase|secret|token|credential|api[-_ ]?key|private[-_ ]?key|database[-_ ]?url|connection[-_ ]?string/i;

/** How a text goes from a name to its value, JSON that lies in a text with its escapes included. */
const between = String.raw`(?:\\*["'])?\s*[:=]\s*|\\*["']\s*,\s*|,(?=\S)`;
const value = String.raw`(?<quote>\\*["'])[^]*?(?:(?<!\\)\k<quote>|$)|\[[^\]]*\]?|\{[^}]*\}?|[^\s&,;}]+`;

/**
 * Secrets that can be told by their own form, or by the name before them, inside a text. Repeats
 * are bounded where a search could begin anew at each letter: requesters choose some of what is logged.
 */
const secretForms: [RegExp, string][] = [
  [/\b(bearer)\s+[^\s"',;]+/gi, `$1 ${redacted}`],
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, redacted],
  [/\b(rbk_[0-9A-Za-z]+_)[\w-]+/g, `$1${redacted}`],
  [/([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s"'<>]{0,512}@/gi, `$1${redacted}@`],
  [/((?:authorization|cookie)\s*[:=]\s*)[^\r\n]+/gi, `$1${redacted}`],
  [
    new RegExp(`((?:${secretName.source})[\\w-]{0,30})(${between})(?:${value})`, "gi"),
    `$1$2${redacted}`,
  ],
];

/** Most lines hold nothing of the kind, and are not taken apart. */
const suspicious = new RegExp(`${secretName.source}|bearer|eyJ|rbk_|://[^\\s"]{0,512}@`, "i");

const scrubText = (text: string): string =>
  secretForms.reduce((scrubbed, [form, shown]) => scrubbed.replace(form, shown), text);

/** A number of tokens is a count, as the limit of a document's lexical tokens. */
const isCount = (key: string, value: unknown): boolean =>
  typeof value === "number" && /tokens$/i.test(key);

/** Header lists hold a name and, after it, its value: `["Cookie", "session=…"]`. */
const scrubList = (list: unknown[]): unknown[] =>
  list.map((value, index) => {
    const before = list[index - 1];
    return typeof before === "string" && secretName.test(before) ? redacted : value;
  });

/**
 * A line of JSON without the secrets that it held: values under a name that promises one, and
 * texts that have the form of one, at any depth. A line is checked as it is written, so that it
 * does not matter by which way a secret came into it.
 */
export const withoutSecrets = (line: string): string => {
  if (!suspicious.test(line)) return line;
  const scrubbed = JSON.parse(line, (key, value: unknown) => {
    if (secretName.test(key) && !isCount(key, value)) return redacted;
    if (typeof value === "string") return scrubText(value);
    return Array.isArray(value) ? scrubList(value) : value;
  });
  return `${JSON.stringify(scrubbed)}\n`;
};

/**
 * What the log may tell of an error besides its type, message and stack. A list of what is told,
 * as database errors carry the row's values in fields of their own (`detail`, `where`).
 */
const toldFields = [
  ...["code", "errno", "syscall", "address", "port", "path"],
  ...["severity", "schema", "table", "column", "constraint", "routine"],
];

/** An error with the fields that its library gave it. */
type AnyError = Error & Record<string, unknown>;

/** Whether `value` is an error, of whatever realm. */
export const isError = (value: unknown): value is AnyError =>
  value instanceof Error || isNativeError(value);

/**
 * An error's message without the row's values: Postgres quotes the value that it refuses in the
 * messages of class 22 (data exceptions).
 */
export const safeMessage = ({ message, code, severity }: AnyError): string =>
  severity !== undefined && /^22[0-9A-Z]{3}$/.test(String(code))
    ? message.replace(/".*"/s, '"…"')
    : message;

/**
 * An error as the log tells it: its type, message, stack and known fields, and the same of what
 * caused it, without any value that a statement was run with. What is no error is given back.
 */
export const describeError = (error: unknown, depth = 4): unknown => {
  if (!isError(error)) return error;
  const message = safeMessage(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const fields = toldFields.filter((field) => error[field] !== undefined);
  const causes = [error.cause, error.originalError, error.errors].flat().filter(isError);
  return {
    type: error.name,
    message,
    stack: [`${error.name}: ${message}`, ...frames].join("\n"),
    ...Object.fromEntries(fields.map((field) => [field, error[field]])),
    ...(causes.length > 0 && depth > 0
      ? { causes: causes.map((cause) => describeError(cause, depth - 1)) }
      : {}),
  };
};
