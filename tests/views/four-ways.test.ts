import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { downloadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { TestHub } from "../testkit/hub/index.js";
import { schema } from "../testkit/hub/schema.js";
import { type Input, write } from "../testkit/mutations/documents.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { newId, World } from "../testkit/world/world.js";
import { type Question, Questions, writtenDocument } from "./question.js";
import { streamOfView } from "./view-stream.js";
import { type CellShape, type ResultShape, resultFields } from "./view-world.js";

// A view's result, its export, its stream and the same question as a hand-written document give the same
// rows. TEST_SEED=<seed> repeats a run; TEST_ROUNDS=<n> draws more views, as `npm run views` does.
const rounds = Number(process.env.TEST_ROUNDS ?? 6);

const datasets = [
  ...["ORGANISATIONS", "PROGRAMMES", "ACTION_PLANS", "ACTIONS", "CONTRIBUTIONS", "DELIBERATIONS"],
  ...["OUTCOMES", "INDICATORS", "MEASUREMENTS", "ENTERPRISE_GROUPS", "ASSESSMENTS", "FUNDINGS"],
];

let world: World;
let author: CheckedClient;
let viewers: CheckedClient[];
const draw = new SeededRandom(seed);
const questions = new Questions(schema, draw, datasets);

beforeAll(async () => {
  world = new World(
    await TestHub.start("sample", {
      RATE_LIMIT_VISITOR: "100000000",
      RATE_LIMIT_CREDENTIAL: "100000000",
      LIMIT_COST: "100000000",
    }),
  );
  author = await world.as("coordinator@disnaker-lebak.example");
  viewers = [
    world.visitor(),
    author,
    await world.as("viewer@pemkot-jambi.example"),
    await world.as("coordinator@kemnaker.example"),
    await world.operator,
  ];
});
afterAll(() => world.stop());

type Json = Record<string, unknown>;

interface Asked {
  key: string;
  document: string;
  variables: Json;
  result: ResultShape;
}

async function asked(client: CheckedClient, id: string, parameters: Json): Promise<Asked> {
  const text = `query ($id: ID!, $parameters: JSON) { view(id: $id) {
    key document variables(parameters: $parameters) result(parameters: $parameters) { ${resultFields} } } }`;
  return (await client.data<{ view: Asked }>(text, { id, parameters } as never)).view;
}

/** The rows of an answer to a document of either kind. */
function nodesOf(answer: Json): { nodes: Json[]; totalCount: number } {
  const [list] = Object.values(answer) as { groups?: never; nodes: Json[]; totalCount: number }[];
  if (!list) throw new Error("The answer is empty");
  return list.groups ?? list;
}

/** A value of an answer as one text: a record by its id, a translated text by its Indonesian side. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object") return String(value);
  const { id, indonesian } = value as { id?: string; indonesian?: string };
  return id ?? indonesian ?? null;
}

const valueAt = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Json | null | undefined)?.[name] ?? null, row);

const rowsOf = (answer: Json, { cells }: Question) =>
  nodesOf(answer).nodes.map((node) => cells.map(({ path }) => plain(valueAt(node, path))));

/** A cell of a result in the same way. */
function cellText(cell: CellShape): string | null {
  if (cell.isNull) return null;
  if (cell.kind === "ENUM") return cell.codes.join(", ");
  const value = cell.reference?.id ?? cell.number ?? cell.money ?? cell.date ?? cell.instant;
  return String(value ?? cell.boolean ?? cell.label?.indonesian ?? cell.text);
}

/** A cell as a file shows it. */
function fileText(cell: CellShape): string | null {
  if (cell.isNull) return null;
  const value = cell.number ?? cell.money ?? cell.boolean ?? cell.date ?? cell.instant;
  return plain(value ?? cell.text);
}

async function fileRows(client: CheckedClient, key: string, parameters: Json) {
  const query = new URLSearchParams(parameters as Record<string, string>);
  const { status, content } = await downloadFile(client, `/views/${key}.ndjson?${query}`);
  expect([key, status]).toEqual([key, 200]);
  const lines = content.toString().split("\n").filter(Boolean);
  return lines.map((line) => Object.values(JSON.parse(line)));
}

/** All ways of asking the same give the same rows. */
async function compare(client: CheckedClient, id: string, question: Question): Promise<void> {
  const { parameters } = question;
  const view = await asked(client, id, parameters);
  const { rows, totalCount } = view.result;
  const shown = rows.map(({ cells }) => cells.map(cellText));
  const written = writtenDocument(question);
  const byHand = await client.data<Json>(written, { w: question.where } as never);
  expect(shown).toEqual(rowsOf(byHand, question));
  expect(totalCount).toBe(nodesOf(byHand).totalCount);
  const own = await client.data<Json>(view.document, view.variables as never);
  expect(rowsOf(own, question)).toEqual(shown);
  const stream = streamOfView(world.hub, client, { id, parameters });
  const { result } = await stream.next();
  await stream.stop();
  expect({ ...result, position: 0 }).toEqual({ ...view.result, position: 0 });
  const file = await fileRows(client, view.key, parameters);
  const expected = rows.map(({ cells }) => cells.map(fileText));
  expect(file.slice(0, rows.length).map((row) => row.map(plain))).toEqual(expected);
  expect(file).toHaveLength(totalCount);
}

it("gives the same rows as a result, a file, a stream and a document, for everybody", async () => {
  for (let round = 0; round < rounds; round += 1) {
    const question = questions.next();
    const input = { id: newId(), ...question.input } as Input;
    const { id } = await write(author, "saveView", input);
    await write(author, "shareView", { id, expectedVersion: 1, audience: "PUBLIC" });
    for (const client of [draw.pick(viewers), author]) {
      try {
        await compare(client, id, question);
      } catch (error) {
        const drawn = `round ${round} of TEST_SEED=${seed}: ${JSON.stringify(question)}`;
        throw new Error(drawn, { cause: error });
      }
    }
  }
}, 1_800_000);
