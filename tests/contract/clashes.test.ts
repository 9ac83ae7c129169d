import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { allAssessmentMutations } from "../../src/domain/assessments/index.js";
import { commentMutations } from "../../src/domain/comments/index.js";
import type { Clash, UseCaseTable } from "../../src/domain/common/index.js";
import { allDeliberationMutations } from "../../src/domain/deliberations/index.js";
import { allEnterpriseMutations } from "../../src/domain/enterprises/index.js";
import { allIndicatorMutations } from "../../src/domain/indicators/index.js";
import { allPlanMutations } from "../../src/domain/plans/index.js";
import { allProgrammeMutations } from "../../src/domain/programmes/index.js";
import { allStakeholderMutations } from "../../src/domain/stakeholders/index.js";
import { viewMutations } from "../../src/domain/views/index.js";
import { nounOf } from "../../src/reading/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";

const tables: UseCaseTable[] = [
  ...allAssessmentMutations,
  ...allDeliberationMutations,
  ...allEnterpriseMutations,
  ...allIndicatorMutations,
  ...allPlanMutations,
  ...allProgrammeMutations,
  ...allStakeholderMutations,
  commentMutations,
  viewMutations,
];
const useCases = tables.flatMap((table) => Object.values(table));

type UseCase = (typeof useCases)[number];

const clashesOf = (useCase: UseCase): readonly Clash[] =>
  (useCase as { clashes?: readonly Clash[] }).clashes ?? [];

/** A use case that finds no noun to change creates one. */
const creates = (useCase: UseCase): boolean => !("may" in useCase);

/** Constraints that a use case cannot break, and why. */
const unbreakable = [
  // The deliberation's row is held.
  "proposeOutcome: outcome_number_once",
  "recordOutcome: outcome_number_once",
  "takePosition: position_once",
  // A payment that is recorded reverses none.
  "recordPayment: payment_reversed_once",
  // The hub draws it at random.
  "issueApiKey: api_key_prefix_unique",
  // A new assessment corrects none.
  "assignAssessment: assessment_corrected_once",
  "offerAssessment: assessment_corrected_once",
  "recordAssessment: assessment_corrected_once",
];

describe("a unique constraint", () => {
  let database: TestDatabase;
  let unique: { table: string; name: string }[];

  beforeAll(async () => {
    database = await testDatabase("regions");
    const client = new pg.Client({ connectionString: asSuperuser(database.url) });
    await client.connect();
    const { rows } = await client.query(
      `select tablename as table, indexname as name from pg_indexes
        where schemaname = 'public' and indexdef like 'CREATE UNIQUE INDEX%'`,
    );
    unique = rows;
    await client.end();
  });
  afterAll(() => database.drop());

  it("is one of the database, where a use case says what breaking it means", () => {
    const names = unique.map(({ name }) => name);
    const declared = useCases.flatMap(clashesOf).map(({ constraint }) => constraint);
    expect(declared.filter((constraint) => !names.includes(constraint))).toEqual([]);
  });

  it("is explained by every use case that creates rows of its table", () => {
    const unexplained = useCases.filter(creates).flatMap((useCase) => {
      const { table } = nounOf(useCase.of);
      const explained = [
        `${table}_pkey`,
        `${table}_key_unique`,
        ...clashesOf(useCase).map(({ constraint }) => constraint),
      ];
      return unique
        .filter((index) => index.table === table && !explained.includes(index.name))
        .map(({ name }) => `${useCase.operation}: ${name}`);
    });
    expect(unexplained.sort()).toEqual(unbreakable.sort());
  });
});
