import { expect } from "@jest/globals";
import { type CheckedClient, positionOf, refusalOf } from "../hub/checked-client.js";
import { documentOf } from "../mutations/documents.js";
import { type Party, type RoleName, type World } from "../world/world.js";

// How a table of rights is read and tried. A row is a mutation; a column is where the requester's
// organisation stands to the thing; a cell names the roles that may, by their letters.

/** Rows by name, in each the letters of every column. */
export type Table = Map<string, Map<string, string[]>>;

/** A table from its drawing. */
export function read(text: string): Table {
  const lines = text.trim().split("\n");
  const [head = [], ...rows] = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  const cells = (row: string[]) =>
    row
      .slice(1)
      .map((cell, at) => [head[at + 1] ?? "", cell === "-" ? [] : cell.split(" ")] as const);
  return new Map(rows.map((row) => [row[0] ?? "", new Map(cells(row))]));
}

const roles: Record<string, RoleName> = {
  V: "VIEWER",
  T: "CONTRIBUTOR",
  C: "COORDINATOR",
  S: "ASSESSOR",
  A: "ADMIN",
};
const scopes: Record<string, string> = { R: "READ", T: "CONTRIBUTE", C: "COORDINATE", S: "ASSESS" };

/** Somebody who asks: the column and the letter under which the tables name them. */
export interface Requester {
  column: string;
  letter: string;
  client: CheckedClient;
  /** For whom they would act. */
  party?: Party;
}

/** Whether a table names the requester in a row. */
export const isIn = (found: Table, row: string, { column, letter }: Requester): boolean =>
  found.get(row)?.get(column)?.includes(letter) ?? false;

/** Somebody in every role of each organisation, with every scope of a key, and the operator. */
export async function requestersOf(
  world: World,
  parties: Record<string, Party>,
  keyed: Record<string, Party>,
): Promise<Requester[]> {
  const requesters: Requester[] = [];
  for (const [column, party] of Object.entries(parties)) {
    for (const [letter, role] of Object.entries(roles)) {
      requesters.push({ column, letter, client: await world.member(party, role), party });
    }
  }
  for (const [column, party] of Object.entries(keyed)) {
    for (const [letter, scope] of Object.entries(scopes)) {
      requesters.push({ column, letter, client: await world.key(party, scope), party });
    }
  }
  requesters.push({ column: "operator", letter: "yes", client: await world.operator });
  return requesters;
}

/** Of each column those with the most and with the least rights: between them nothing else decides. */
export const strongestAndWeakest = (requesters: readonly Requester[]): Requester[] =>
  requesters.filter(({ column, letter }) =>
    (column.endsWith("keys") ? ["R", "C"] : ["V", "C", "A", "yes"]).includes(letter),
  );

/** What an attempt is answered: "done", or the code of its refusal. */
export async function codeFor(
  client: CheckedClient,
  mutation: string,
  input: Record<string, unknown>,
): Promise<string> {
  const { errors } = await client.ask(documentOf(mutation), { input } as never);
  const [error] = errors ?? [];
  // An input's fault would be no answer to who may.
  return error ? refusalOf(error).code : "done";
}

const nameOf = ({ column, letter }: Requester): string => `${column} ${letter}`;

interface Trial {
  /** What the tables say that the requester is answered. */
  expectedOf(requester: Requester): string;
  /** An input that is good in all but perhaps the requester; each call gives a new one. */
  inputOf(): Promise<Record<string, unknown>>;
}

/** Lets everybody try a mutation, and a visitor besides, who may do nothing; refusals change nothing. */
export async function expectRights(
  world: World,
  mutation: string,
  asking: readonly Requester[],
  { expectedOf, inputOf }: Trial,
): Promise<void> {
  const refusedInput = await inputOf();
  const expected: Record<string, string> = {};
  const found: Record<string, string> = {};
  const before = await positionOf(world.visitor());
  const mayNot = asking.filter((requester) => expectedOf(requester) !== "done");
  await Promise.all(
    mayNot.map(async (requester) => {
      expected[nameOf(requester)] = expectedOf(requester);
      found[nameOf(requester)] = await codeFor(requester.client, mutation, refusedInput);
    }),
  );
  found.visitor = await codeFor(world.visitor(), mutation, refusedInput);
  expected.visitor = "UNAUTHENTICATED";
  expect(await positionOf(world.visitor())).toBe(before);
  for (const requester of asking) {
    if (mayNot.includes(requester)) continue;
    expected[nameOf(requester)] = "done";
    found[nameOf(requester)] = await codeFor(requester.client, mutation, await inputOf());
  }
  expect(found).toEqual(expected);
}
