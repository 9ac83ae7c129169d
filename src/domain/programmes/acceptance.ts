import {
  type AccessScope,
  coordinating,
  type Grant,
  grantIn,
  type Viewer,
} from "../../access/index.js";
import { invalidTransition } from "../../platform/errors.js";
import {
  anyOf,
  defineEnum,
  isAmong,
  type MemberOf,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { coordinatesProgramme } from "./programme-visibility.js";

// A plan or an indicator in somebody else's programme, and a plan in somebody else's area, needs the owner's
// yes. Until then only those who made it and those who are to answer can see it (rule 7 of the domain).

/** The owners' answer to a plan or an indicator in their programme or area. */
export const Acceptance = defineEnum(
  "Acceptance",
  "The answer of the owners of the programme and of the area to a plan or an indicator that somebody else made in them.",
  {
    PROPOSED: "Made by others, without the owners' answer yet: visible to its makers and to them.",
    ACCEPTED: "Accepted, or made by the owners themselves.",
    REFUSED: "Refused; final. Visible to its makers and to the owners who were asked.",
  },
);
export type Acceptance = MemberOf<typeof Acceptance>;

/** A noun that owners may have to accept: with their answer, and the ids of those who are asked. */
export interface Proposed {
  acceptance: Acceptance;
  awaits: string[];
}

/**
 * The proposal that a requester makes to these owners. It is accepted at once if the requester coordinates
 * for each of them.
 */
export function proposalTo(
  { viewer }: Work,
  owners: readonly (string | null | undefined)[],
): Proposed {
  const others = owners.filter((id) => id && !grantIn(viewer, [id], coordinating)) as string[];
  const awaits = [...new Set(others)];
  return { acceptance: awaits.length > 0 ? Acceptance.PROPOSED : Acceptance.ACCEPTED, awaits };
}

/** The grant for answering a proposal: the coordinators of the owners who are asked. */
export const answersProposal = (viewer: Viewer, { awaits }: Proposed): Grant | undefined =>
  grantIn(viewer, awaits, coordinating);

/** The roles that answer a proposal, in words for descriptions. */
export const proposalOwners =
  "For the COORDINATOR and ADMIN of the owners who are asked (`awaits`).";

function checkProposed(noun: Proposed, name: string, to: Acceptance): void {
  if (noun.acceptance === Acceptance.PROPOSED) return;
  throw invalidTransition(name, noun.acceptance, to, [], "input.id");
}

/** Records the acceptance of the owners for whom the requester coordinates; true when no other is missing. */
export function acceptProposal(noun: Proposed, name: string, { viewer }: Work): boolean {
  checkProposed(noun, name, Acceptance.ACCEPTED);
  noun.awaits = noun.awaits.filter((id) => !grantIn(viewer, [id], coordinating));
  if (noun.awaits.length > 0) return false;
  noun.acceptance = Acceptance.ACCEPTED;
  return true;
}

/** Records the no of an owner, which is enough. The owners who are still asked keep their sight of it. */
export function refuseProposal(noun: Proposed, name: string): void {
  checkProposed(noun, name, Acceptance.REFUSED);
  noun.acceptance = Acceptance.REFUSED;
}

/** The condition that a noun is accepted. */
export const isAccepted = (row: RowRef): Sql =>
  sql`${row.column("acceptance")} = ${sql.lit(Acceptance.ACCEPTED)}::acceptance`;

/**
 * The rows that the viewer can see: accepted ones by their own rule, and others if the viewer belongs to
 * their maker (the organisation in the column `maker`), or coordinates for the programme's owner or for
 * another owner who is asked.
 */
export function seenOnceAccepted(
  scope: AccessScope,
  row: RowRef,
  { maker, accepted }: { maker: string; accepted: Sql },
): Sql {
  const open = sql`(${isAccepted(row)} and ${accepted})`;
  if (scope.organisations.length === 0) return open;
  const proposal = anyOf([
    isAmong(row.column(maker), scope.organisations, "uuid"),
    sql`${row.column("awaited_ids")} && ${sql.val(scope.coordinates)}::uuid[]`,
    coordinatesProgramme(scope, row),
  ]);
  return sql`(${open} or (not ${isAccepted(row)} and ${proposal}))`;
}
