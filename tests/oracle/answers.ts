/** An answer of a hub, as it came. */
export interface Reply {
  status: number;
  type: string | null;
  text: string;
}

/** The first place at which two answers differ. */
export interface Difference {
  path: string;
  resolver: unknown;
  planned: unknown;
}

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|\s+/g;

/**
 * JSON with each text and number spelt as JavaScript does, and no spaces. The order of keys stays, and
 * so does a key that is there twice, which parsing would hide.
 */
export const withCanonicalNumbers = (json: string): string =>
  json.replace(token, (part) => (part.trim() === "" ? "" : respeltToken(part)));

/** What is no JSON stays as it is, to be seen. */
function respeltToken(part: string): string {
  try {
    return JSON.stringify(JSON.parse(part));
  } catch {
    return part;
  }
}

interface Body {
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

/** An unexpected error's id is another each time. */
function withoutIds(body: Body): Body {
  const errors = body.errors?.map((error) => {
    if (error.extensions.code !== "INTERNAL_SERVER_ERROR") return error;
    const { id: _, ...extensions } = error.extensions;
    return { ...error, message: "failed unexpectedly", extensions };
  });
  return errors ? { ...body, errors } : body;
}

/** The answer as JSON, or its text where it is none. */
function read(text: string): unknown {
  try {
    return withoutIds(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The answer's content for comparison. */
function comparable({ status, type, text }: Reply): string {
  const body = text.includes("INTERNAL_SERVER_ERROR")
    ? JSON.stringify(read(text))
    : withCanonicalNumbers(text);
  return `${status} ${type} ${body}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object";

/** The first difference within two values that are not the same. */
function within(resolver: unknown, planned: unknown, path: string): Difference | undefined {
  if (Object.is(resolver, planned)) return undefined;
  if (!isObject(resolver) || !isObject(planned)) return { path, resolver, planned };
  const [left, right] = [Object.keys(resolver), Object.keys(planned)];
  for (const key of left) {
    if (!(key in planned)) continue;
    const found = within(resolver[key], planned[key], `${path}.${key}`);
    if (found) return found;
  }
  if (left.join() === right.join()) return undefined;
  return { path: `${path} (its keys)`, resolver: left, planned: right };
}

/** Where two answers to one question differ; undefined where they are the same. */
export function differenceOf(resolver: Reply, planned: Reply): Difference | undefined {
  if (resolver.status === planned.status && resolver.text === planned.text) return undefined;
  if (comparable(resolver) === comparable(planned)) return undefined;
  if (resolver.status !== planned.status) {
    return { path: "status", resolver: resolver.status, planned: planned.status };
  }
  const [left, right] = [resolver, planned].map(({ text }) => read(text));
  const found = within(left, right, "answer");
  return found ?? { path: "the text itself", resolver: resolver.text, planned: planned.text };
}

/** Whether an answer's data holds a value that is neither null nor a type's name. */
export function hasValue(value: unknown): boolean {
  if (!isObject(value)) return value !== null && value !== undefined;
  return Object.entries(value).some(([key, inner]) => key !== "__typename" && hasValue(inner));
}
