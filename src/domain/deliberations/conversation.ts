import type { EntityManager } from "@mikro-orm/postgresql";
import { badField, HubError } from "../../platform/errors.js";
import { rowOf, sql } from "../../reading/index.js";
import { refused, type Work } from "../common/index.js";
import { Deliberation } from "./deliberation.js";
import { DeliberationStatus } from "./enums.js";
import { present } from "./invitations/house.js";
import { Invitation } from "./invitations/invitation.js";

// The lock of a deliberation, and the checks that its use cases share. The use cases of one deliberation
// run one after another: each locks the deliberation's row until its transaction ends. So a decision sees
// every position that was confirmed before it, and a use case after a closing, an amendment or a departure
// sees the state after it. The lock is FOR NO KEY UPDATE, so that rows that refer to the deliberation can
// be inserted meanwhile.

/** The tables with a column for the id of their deliberation. */
type Part = "invitation" | "outcome" | "outcome_position";

/** Locks a deliberation until the transaction ends, after its other use cases have ended. */
export const lockDeliberation = (work: Work, id: string): Promise<void> =>
  work.lock(sql`select 1 from deliberation where id = ${id} for no key update`);

/** The same lock as `lockDeliberation`, by the id of a row that belongs to the deliberation. */
export const lockDeliberationOf =
  (part: Part) =>
  (work: Work, id: string): Promise<void> =>
    work.lock(sql`select 1 from deliberation
      where id = (select deliberation_id from ${sql.table(part)} where id = ${id}) for no key update`);

/** The deliberation that an input names, locked after its other use cases have ended. */
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
      en: `The deliberation is ${status}. This is possible only while it is IN_SESSION.`,
      id: `Rembuk berstatus ${status}. Hal ini hanya dapat dilakukan selama IN_SESSION.`,
    },
    path,
  });
}

/** The error for one item more than a deliberation or outcome may have. */
export const tooMany = (path: string, most: number): HubError =>
  badField(path, `has reached the limit of ${most}`, `sudah mencapai batas ${most}`);

/** Passes for a meeting that is held in the hub; a recorded meeting has no live attendance. */
export function checkHeldHere({ recorded }: Deliberation, path: string): void {
  if (!recorded) return;
  throw badField(
    path,
    "was held without the hub; record its outcomes with recordOutcome",
    "diselenggarakan tanpa hub; catat hasilnya dengan recordOutcome",
  );
}

/** An organisation's attendance of a deliberation. */
type Attendance = "uninvited" | "away" | "present";

/** An organisation's present attendance of a deliberation. */
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
    throw badField(
      path,
      "is not present; record its arrival first",
      "tidak hadir; catat dahulu kedatangannya",
    );
  }
  throw badField(path, "is not invited", "tidak diundang");
}
