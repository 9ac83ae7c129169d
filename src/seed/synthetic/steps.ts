import { allAssessmentMutations, evidenceUploads } from "../../domain/assessments/index.js";
import { commentMutations } from "../../domain/comments/index.js";
import type { Done, UseCase } from "../../domain/common/index.js";
import { allDeliberationMutations } from "../../domain/deliberations/index.js";
import { allEnterpriseMutations } from "../../domain/enterprises/index.js";
import type { ImportKind, ImportMode } from "../../domain/imports/index.js";
import { allIndicatorMutations } from "../../domain/indicators/index.js";
import { Action, allPlanMutations } from "../../domain/plans/index.js";
import { allProgrammeMutations } from "../../domain/programmes/index.js";
import { allStakeholderMutations } from "../../domain/stakeholders/index.js";
import { viewMutations } from "../../domain/views/index.js";
import { nounOf } from "../../reading/index.js";

// The synthetic country as data: who sends which mutation, with which input. Its rules are those of the
// mutations: nothing is made that a person with the hub's own rights could not have made.

const tables = [
  evidenceUploads,
  ...allStakeholderMutations,
  ...allProgrammeMutations,
  ...allPlanMutations,
  ...allDeliberationMutations,
  ...allIndicatorMutations,
  ...allEnterpriseMutations,
  ...allAssessmentMutations,
  commentMutations,
  viewMutations,
] as const;

type Intersection<T> = (T extends unknown ? (each: T) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

type Mutations = Intersection<(typeof tables)[number]>;

/** The name of a mutation. */
export type Operation = keyof Mutations & string;

type InputOf<O extends Operation> = Mutations[O] extends {
  perform(ledger: never, viewer: never, input: infer Input): unknown;
}
  ? Input
  : never;

type Mutation = UseCase<never, Done>;

const mutations = new Map(tables.flatMap((table) => Object.entries<Mutation>(table)));

/** The mutation with this name. */
export function mutationOf(operation: Operation): Mutation {
  const found = mutations.get(operation);
  if (!found) throw new Error(`There is no mutation ${operation}`);
  return found;
}

/** The platform's operator, among the people who send mutations. */
export const operatorName = "operator";

/** A mutation that a person sends. */
export interface Step {
  /** The address of the person, or `operator`. */
  by: string;
  operation: Operation;
  input: Readonly<Record<string, unknown>>;
  /** The noun whose present version the input names as `expectedVersion`. */
  sees?: { table: string; id: string };
  /** A text that it attaches as a file, whose size and hash the input gets. */
  attaches?: string;
  /** The address of the person whom the input mentions, by the id that the hub gave them. */
  mentions?: string;
  /** The id of the closed deliberation whose minutes the input names, with their hash. */
  acknowledges?: string;
}

/** A part of the country that is made whole or not at all; it begins with the creation of its first noun. */
export interface Chapter {
  name: string;
  steps: readonly Step[];
}

/** A table that a person sends. It is one transaction of its own. */
export interface SentTable {
  name: string;
  /** The id of its import. */
  id: string;
  by: string;
  organisationId: string;
  kind: ImportKind;
  mode: ImportMode;
  csv: string;
}

/** A part of the country: a chapter or a table. */
export type Part = Chapter | SentTable;

/** The noun that a part creates first: the part is made if the ledger knows it. */
export const firstOf = (part: Part): string =>
  "csv" in part ? part.id : String(part.steps[0]?.input.id);

/** A mutation that creates a noun, with its id. */
export const create = <O extends Operation>(
  by: string,
  operation: O,
  input: InputOf<O> & { id: string },
): Step => ({ by, operation, input: { ...input } });

/** True if the mutation creates a noun: one with the input's id, which is not that of the noun it changes. */
export const isCreation = ({ input, sees }: Step): boolean =>
  input.id !== undefined && input.id !== sees?.id;

/** A mutation whose input mentions a person. */
export const mentioning = (mentions: string, step: Step): Step => ({ ...step, mentions });

type Changing = { id: string; expectedVersion: number };

/** A mutation that changes a noun as it is now. */
export const change = <O extends Operation>(
  by: string,
  operation: O,
  input: Omit<InputOf<O> & Changing, "expectedVersion">,
): Step => ({
  by,
  operation,
  input: { ...input },
  sees: { table: nounOf(mutationOf(operation).of).table, id: input.id },
});

/** A report on an action as it is now. */
export const report = (
  by: string,
  input: Omit<InputOf<"reportProgress">, "expectedVersion"> & { id: string },
): Step => ({
  by,
  operation: "reportProgress",
  input: { ...input },
  sees: { table: nounOf(Action).table, id: input.actionId },
});

/** An acknowledgement of the minutes that a deliberation has. */
export const acknowledge = (
  by: string,
  deliberation: string,
  input: Omit<InputOf<"acknowledgeMinutes">, "minutesId" | "sha256"> & { id: string },
): Step => ({
  by,
  operation: "acknowledgeMinutes",
  input: { ...input },
  acknowledges: deliberation,
});

/** A piece of evidence that is a file with this text. */
export const attach = (
  by: string,
  text: string,
  input: Omit<InputOf<"attachEvidence">, "fileSize" | "fileType" | "fileHash" | "files"> & {
    id: string;
  },
): Step => ({ by, operation: "attachEvidence", input: { ...input }, attaches: text });
