import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { Role, type Viewer, visitor } from "../../src/access/index.js";
import { hubSchema } from "../../src/app/schema.js";
import { type ChangeOutline, outlinesAfter } from "../../src/ledger/index.js";
import {
  allNouns,
  changesOfTags,
  type Database,
  loadStatementParser,
  nounOf,
} from "../../src/reading/index.js";
import { columnOfMember, storedReference } from "../../src/reading/model/filing.js";
import { scopeMembers } from "../../src/reading/model/scope-members.js";
import { Planner, type Prepared } from "../../src/reading/planned/index.js";
import { TestHub } from "../testkit/hub/index.js";
import { documentOf, inputFieldsOf, mutationNames } from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { testPool } from "../testkit/postgres/sessions.js";
import { randomFrom } from "../testkit/random/random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { newId, World } from "../testkit/world/world.js";
import { boundDocuments } from "./bound-documents.js";

// What an answer depends on, by its tags, against the slow way: after each write every question is read anew,
// and one whose answer differs must have had a tag in which a change of that write lies.
// TEST_SEED=<seed> repeats the draws. A run sends a third of the mutations; TEST_ROUNDS=<n> all of them, n times.
const rounds = Number(process.env.TEST_ROUNDS ?? 0);
const timeoutMs = 1_200_000;
/** Rows of each table that are asked for: those of the mutations' scene, and the newest of the ledger. */
const rowsOfTable = 2;

/** A question by one viewer, with its answer as it was read last. */
interface Question {
  name: string;
  prepared: Prepared;
  answer: string;
  tags: readonly string[];
}

/** One question across one write. */
interface Trial {
  name: string;
  mutation: string;
  tags: readonly string[];
  lines: readonly ChangeOutline[];
  isOther: boolean;
}

let world: World;
let every: EveryMutation;
let pool: pg.Pool;
let database: Database;
let planner: Planner;
const trials: Trial[] = [];

const concerned = ({ lines }: Trial, tags: readonly string[]) => lines.some(changesOfTags(tags));

/** What a mutant would have missed. */
const missed = (mutant: (tag: string) => string[]): Trial[] =>
  trials.filter((trial) => trial.isOther && !concerned(trial, trial.tags.flatMap(mutant)));

/** The names of the statements: each is sent many times, and planning it takes longer than running it. */
const statementNames = new Map<string, string>();

async function read({ plan, values, finish }: Prepared): Promise<string> {
  const name = statementNames.get(plan.sql) ?? `question ${statementNames.size}`;
  statementNames.set(plan.sql, name);
  const { rows } = await pool.query({ name, text: plan.sql, values, rowMode: "array" });
  return finish(String(rows[0]?.[1]));
}

async function questionsOf(viewers: Record<string, Viewer>): Promise<Question[]> {
  const questions: Question[] = [];
  for (const { table, document, operation } of boundDocuments) {
    const { plan, action, programme } = every.plans;
    const { rows } = await pool.query<{ id: string }>(
      `select id from (select distinct on (id) id, position from "${table}" join change on entity_id = id
         order by id, position desc) as known order by id = any($1) desc, position desc limit ${rowsOfTable}`,
      [[plan, action, programme].map(({ id }) => id)],
    );
    for (const { id } of rows) {
      for (const [who, viewer] of Object.entries(viewers)) {
        const request = { document, operation, variables: { id }, viewer, language: "en" } as const;
        const prepared = planner.prepare(request);
        const tags = prepared.tags() ?? [];
        const text = document.loc?.source.body.slice(0, 60);
        const answer = await read(prepared);
        questions.push({ name: `${text} ${id} as ${who}`, prepared, tags, answer });
      }
    }
  }
  return questions;
}

/** Those that change what the mutants below are about. */
const inAnyCase = [
  ...["reportProgress", "pledgeContribution", "updateAction", "updateActionPlan", "addMilestone"],
  ...["updateContribution", "recordPayment", "updateProgramme", "addAction"],
];

/** Mutations in a random order. */
function drawn(): string[] {
  const random = randomFrom(seed);
  const third = mutationNames.filter((name, at) => at % 3 === seed % 3 || inAnyCase.includes(name));
  return (rounds > 0 ? Array.from({ length: rounds }, () => mutationNames).flat() : third)
    .map((name): [number, string] => [random(), name])
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name);
}

/** Sends a mutation, which may be refused for what another one has done before. */
async function send(mutation: string): Promise<void> {
  const isNamed = inputFieldsOf(mutation).some(({ name }) => name === "id");
  const input = { ...(isNamed ? { id: newId() } : {}), ...(await every.of(mutation)) };
  const client = await every.clientFor(mutation);
  const { errors } = await client.ask(documentOf(mutation), { input } as never);
  const code = errors?.[0]?.extensions.code ?? "CONFLICT";
  if (!/CONFLICT|INVALID_TRANSITION/.test(code)) throw new Error(JSON.stringify(errors));
}

const memberOf = (id: string): Viewer => ({
  ...visitor,
  kind: "user",
  memberships: new Map([[id, new Set([Role.ADMIN])]]),
});

beforeAll(async () => {
  await loadStatementParser();
  world = new World(
    await TestHub.start("sample", { RATE_LIMIT_VISITOR: "0", RATE_LIMIT_CREDENTIAL: "0" }),
  );
  every = await EveryMutation.make(world);
  pool = testPool(world.hub.database.url, { max: 1 });
  database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  planner = new Planner(await hubSchema(), database as never);
  const { lead, giver } = every.plans.cast;
  const viewers = {
    "a visitor": visitor,
    "who gives": memberOf(giver.id),
    "the lead": memberOf(lead.id),
  };
  const questions = await questionsOf(viewers);
  for (const mutation of drawn()) {
    const { rows } = await pool.query("select position::float8 as position from ledger_head");
    await send(mutation);
    const lines = await outlinesAfter(database, rows[0].position, 1000);
    for (const question of questions) {
      // A question none of whose tables has changed is no trial: see response-cache-race.test.ts.
      if (!lines.some(changesOfTags(question.prepared.plan.reads?.tables ?? []))) continue;
      const { name, tags, answer } = question;
      question.answer = await read(question.prepared);
      trials.push({ name, mutation, tags, lines, isOther: question.answer !== answer });
    }
  }
}, timeoutMs);
afterAll(async () => {
  await pool.end();
  await world.stop();
});

describe(`The tags of an answer (TEST_SEED=${seed} TEST_ROUNDS=${rounds})`, () => {
  it("hold every change by which it is another", () => {
    const faults = missed((tag) => [tag]).map(({ name, mutation }) => `${mutation}: ${name}`);
    expect(faults).toEqual([]);
  });

  it("are finer than its tables", () => {
    const changed = trials.filter(({ isOther }) => isOther).length;
    const byTag = trials.filter((trial) => concerned(trial, trial.tags)).length;
    // Without many of these the tests above and below prove little.
    expect(changed).toBeGreaterThan(30);
    expect(byTag).toBeLessThan(trials.length * 0.9);
  });

  it.each<[string, (tag: string) => string[]]>([
    ["rows of a plan are taken for one row", (tag) => [tag.replace(" plan ", " id ")]],
    ["rows of a deliberation are left out", (tag) => (/ deliberation /.test(tag) ? [] : [tag])],
    ["whole tables are left out", (tag) => (tag.includes(" ") ? [tag] : [])],
    ["contributions are left out", (tag) => (tag.startsWith("contribution") ? [] : [tag])],
  ])("are found out when %s", (_, mutant) => {
    expect(missed(mutant).length).toBeGreaterThan(0);
  });
});

describe("The ledger files the changes of every row", () => {
  it("under its own plan, deliberation, area and programme, unless that was moved since", async () => {
    const recorded = allNouns().filter(({ target }) => "changeScope" in target.prototype);
    for (const noun of recorded) {
      for (const member of scopeMembers) {
        const column = columnOfMember(noun, member);
        if (!column) continue;
        const { rows } = await pool.query(
          `select change.position from change join "${noun.table}" as own on own.id = entity_id
           where entity = $1 and own.${column} is not null and change.${member}_id is distinct from own.${column}
             and not exists (select 1 from change as later where later.entity_id = own.id
               and later.position >= change.position and later.kind = 'UPDATED' and later.diff ? $2)`,
          [noun.name, member],
        );
        expect({ noun: noun.name, member, rows }).toEqual({ noun: noun.name, member, rows: [] });
      }
    }
  });

  it("under the plan and the deliberation of what it is within", async () => {
    const pairs = allNouns().flatMap((noun) => noun.within.map((name) => ({ noun, name })));
    expect(pairs.length).toBeGreaterThan(10);
    for (const { noun, name } of pairs) {
      const reference = storedReference(noun, name);
      const outer = reference && nounOf(reference.target());
      for (const member of ["plan", "deliberation"] as const) {
        const column = outer && columnOfMember(outer, member);
        if (!column) continue;
        const { rows } = await pool.query(
          `select change.position from change join "${noun.table}" as own on own.id = entity_id
             join "${outer.table}" as outside on outside.id = own.${reference.storedIn}
           where entity = $1 and outside.${column} is distinct from change.${member}_id
             and outside.${column} is not null`,
          [noun.name],
        );
        expect({ noun: noun.name, name, rows }).toEqual({ noun: noun.name, name, rows: [] });
      }
    }
  });
});
