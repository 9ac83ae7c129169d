import { verifyLedger } from "../../../src/ledger/index.js";
import { type CheckedClient, expectClean } from "../hub/checked-client.js";
import type { ShownError } from "../hub/index.js";
import { openLedger } from "../postgres/sessions.js";
import type { World } from "../world/world.js";

/** Media types as files are declared on the wire. */
export const types = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

/** What an address of files answered. */
export interface FileAnswer<T = Record<string, unknown>> {
  status: number;
  body: T;
  errors: ShownError[];
  /** The first error's code and reason, and the paths of the fields that it names. */
  code?: string | undefined;
  reason?: unknown;
  paths: string[];
}

const addressOf = (client: CheckedClient, path: string): string =>
  client.address.replace("/graphql", path);

/** What was answered, of which an error must be clean. */
function fileAnswerOf<T>(status: number, text: string): FileAnswer<T> {
  const body = JSON.parse(text);
  const errors: ShownError[] = body.errors ?? [];
  // 503 asks to come again; every other status above 499 is a fault of the hub's own.
  expectClean({ status: status === 503 ? 200 : status, headers: new Headers(), errors });
  const reported = errors[0]?.extensions;
  const paths = reported?.fields?.map(({ path }) => path) ?? [];
  return { status, body, errors, code: reported?.code, reason: reported?.reason, paths };
}

/** Sends a file with somebody's credential. */
export async function uploadFile<T = Record<string, unknown>>(
  client: CheckedClient,
  [method, path]: readonly [method: "PUT" | "POST", path: string],
  content: string | Uint8Array,
  headers: Record<string, string>,
  signal: AbortSignal | null = null,
): Promise<FileAnswer<T>> {
  const response = await fetch(addressOf(client, path), {
    ...{ method, signal, headers: { ...client.sent, ...headers } },
    body: content as NonNullable<RequestInit["body"]>,
  });
  return fileAnswerOf(response.status, await response.text());
}

/** What is at an address, as somebody sees it. */
export async function downloadFile(client: CheckedClient, path: string) {
  const { sent: headers } = client;
  const response = await fetch(addressOf(client, path), { headers });
  const content = Buffer.from(await response.arrayBuffer());
  if (!response.ok) fileAnswerOf(response.status, content.toString());
  return { status: response.status, headers: response.headers, content };
}

/** Walks the whole ledger. */
export async function verdictOf({ hub }: World) {
  const open = await openLedger(hub.database.url);
  try {
    return await verifyLedger(open.orm.em.fork());
  } finally {
    await open.close();
  }
}

/** Where the ledger is, asked of the database. */
export async function headOf({ hub }: World): Promise<number> {
  const { rows } = await hub.sql.query("select position::int from ledger_head");
  return rows[0].position;
}
