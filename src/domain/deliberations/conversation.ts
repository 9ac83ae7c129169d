import type { EntityManager } from "@mikro-orm/postgresql";
import { badField, HubError } from "../../platform/errors.js";
import { rowOf, sql } from "../../reading/index.js";
import { refused, type Work } from "../common/index.js";
import { Deliberation } from "./deliberation.js";
import { DeliberationStatus } from "./enums.js";
import { Invitation } from "./invitations/invitation.js";
import { present } from "./outcomes/quorum.js";

// One rembuk is one conversation: its use cases queue on the deliberation's row, each for as long as
// its transaction takes. So a decision sees every position that was committed before it, and a use case
// after a closing, an amendment or a departure sees the state that this left. The row is locked FOR NO
// KEY UPDATE, as rows that refer to it may be inserted meanwhile.

/** The tables whose rows carry the id of their deliberation. */
type Part = "invitation" | "outcome" | "outcome_position";

/** Waits for the deliberation's other use cases, then holds it until the transaction ends. */
export async function lockDeliberation(work: Work, id: string): Promise<void> {
  const lock = sql`select 1 from deliberation where id = ${id} for no key update`;
  await lock.execute(work.em.getKysely());
}

/** As `lockDeliberation`, of the deliberation to which a row belongs. */
export const lockDeliberationOf =
  (part: Part) =>
  async (work: Work, id: string): Promise<void> => {
    const lock = sql`select 1 from deliberation
      where id = (select deliberation_id from ${sql.table(part)} where id = ${id}) for no key update`;
    await lock.execute(work.em.getKysely());
  };

/** The deliberation that an input names, held once its other use cases are through. */
export async function conversation(work: Work, deliberationId: string): Promise<Deliberation> {
  const id = deliberationId.toLowerCase();
  await lockDeliberation(work, id);
  return work.find(Deliberation, id, "input.deliberationId");
}

/** Passes while the deliberation is in session; else INVALID_TRANSITION at `path`. */
export function checkInSession(deliberation: Deliberation, doing: string, path: string): void {
  const { status } = deliberation;
  if (status === DeliberationStatus.IN_SESSION) return;
  throw refused({
    from: status,
    to: doing,
    reason: "NOT_IN_SESSION",
    text: {
      en: `The deliberation is ${status}: this is done while it is IN_SESSION.`,
      id: `Rembuk berstatus ${status}: hal ini dilakukan selama IN_SESSION.`,
    },
    path,
  });
}

/** The error for one thing more than a meeting can hold. */
export const tooMany = (path: string, most: number): HubError =>
  badField(path, `has ${most} already, the most that there can be`, `sudah ${most}, paling banyak`);

/** Passes for a meeting that runs in the hub; one that was held without it has no live attendance. */
export function checkHeldHere({ recorded }: Deliberation, path: string): void {
  if (!recorded) return;
  throw badField(
    path,
    "was held without the hub: record its outcomes with recordOutcome",
    "diselenggarakan tanpa hub: catat hasilnya dengan recordOutcome",
  );
}

/** An organisation's part in a deliberation: not invited, away, or there. */
type Attendance = "uninvited" | "away" | "present";

/** An organisation's attendance at a deliberation now. */
export async function attendanceOf(
  em: EntityManager,
  deliberation: string,
  organisation: string,
): Promise<Attendance> {
  const invitation = rowOf(Invitation);
  const found = sql<{ present: boolean }>`
    select ${present(invitation)} as present from ${invitation.source}
    where ${invitation.column("deliberation_id")} = ${deliberation}
      and ${invitation.column("organisation_id")} = ${organisation}`;
  const { rows } = await found.execute(em.getKysely());
  const [row] = rows;
  if (!row) return "uninvited";
  return row.present ? "present" : "away";
}

/** Passes when the organisation attends; else BAD_USER_INPUT at `path`. */
export async function checkAttends(
  work: Work,
  deliberation: Deliberation,
  organisation: string,
  path: string,
): Promise<void> {
  const attendance = await attendanceOf(work.em, deliberation.id, organisation);
  if (attendance === "present") return;
  if (attendance === "away") {
    throw badField(path, "does not attend: record its arrival", "tidak hadir: catat kedatangannya");
  }
  throw badField(path, "is not invited", "tidak diundang");
}
