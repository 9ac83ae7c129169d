import { expect } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../hub/checked-client.js";
import { documentOf, write } from "../mutations/documents.js";
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

/**
 * Requesters of a column as one, who has all their roles, or a key with all their scopes. Rights only add
 * up: what is refused to all roles at once is refused to each.
 */
export class Together {
  private readonly known = new Map<string, Promise<CheckedClient>>();

  constructor(readonly world: World) {}

  /** One requester for each column whose requesters are answered the same; alone where there is one. */
  async of(
    requesters: readonly Requester[],
    expectedOf: Trial["expectedOf"],
  ): Promise<{ name: string; expected: string; client: CheckedClient }[]> {
    const groups = Map.groupBy(requesters, (one) => `${one.column} ${expectedOf(one)}`);
    return Promise.all(
      [...groups.values()].map(async (group) => {
        const [first] = group as [Requester];
        const name = `${first.column} ${group.map(({ letter }) => letter).join("+")}`;
        return { name, expected: expectedOf(first), client: await this.client(name, group) };
      }),
    );
  }

  private client(name: string, group: readonly Requester[]): Promise<CheckedClient> {
    const made = this.known.get(name) ?? this.make(group);
    this.known.set(name, made);
    return made;
  }

  private async make(group: readonly Requester[]): Promise<CheckedClient> {
    const [{ client, column, party }] = group as [Requester];
    if (group.length === 1 || !party) return client;
    const letters = group.map(({ letter }) => letter);
    if (column.endsWith("keys")) {
      return this.world.key(party, ...letters.map((letter) => scopes[letter] ?? ""));
    }
    const email = `${this.world.unique("bersama")}@${party.key}.example`;
    const operator = await this.world.operator;
    for (const letter of letters) {
      await write(operator, "addMember", { organisationId: party.id, email, role: roles[letter] });
    }
    return this.world.as(email);
  }
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
  together: Together,
  mutation: string,
  asking: readonly Requester[],
  { expectedOf, inputOf }: Trial,
): Promise<void> {
  const { world } = together;
  const refusedInput = await inputOf();
  const expected: Record<string, string> = { visitor: "UNAUTHENTICATED" };
  const found: Record<string, string> = {};
  const refused = await together.of(
    asking.filter((requester) => expectedOf(requester) !== "done"),
    expectedOf,
  );
  const before = await world.position();
  await Promise.all(
    refused.map(async ({ name, expected: code, client }) => {
      expected[name] = code;
      found[name] = await codeFor(client, mutation, refusedInput);
    }),
  );
  found.visitor = await codeFor(world.visitor(), mutation, refusedInput);
  expect(await world.position()).toBe(before);
  for (const requester of asking) {
    if (expectedOf(requester) !== "done") continue;
    expected[nameOf(requester)] = "done";
    found[nameOf(requester)] = await codeFor(requester.client, mutation, await inputOf());
  }
  expect(found).toEqual(expected);
}
