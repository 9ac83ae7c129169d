import type { KeptLines } from "../../../ledger/index.js";
import { badField, invalidTransition } from "../../../platform/errors.js";
import { isAmong, sql } from "../../../reading/index.js";
import {
  type Clash,
  changing,
  creating,
  removing,
  useCases,
  type Work,
} from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import {
  checkHeldHere,
  checkInSession,
  conversation,
  lockDeliberationOf,
  tooMany,
} from "../conversation.js";
import type { Deliberation } from "../deliberation.js";
import {
  attendants,
  conveners,
  mayInvite,
  mayNameDelegates,
  mayRecordAttendance,
} from "../deliberation-policy.js";
import { DeliberationStatus } from "../enums.js";
import { Invitation } from "./invitation.js";
import {
  AttendanceInput,
  type InvitedInput,
  InviteOrganisationInput,
  NameDelegatesInput,
} from "./invitation-inputs.js";

/** The error for a second invitation of the same organisation. */
export const invitationOnce: Clash = {
  constraint: "invitation_once",
  path: "input.organisationId",
  en: "is already invited",
  id: "sudah diundang",
};

/** The limit of invitations: a list without pages shows at most so many. */
const mostInvited = 1000;

const ofInvitation = {
  of: Invitation,
  lock: lockDeliberationOf("invitation"),
  facts: ({ deliberation, organisation }: Invitation) => ({
    convener: deliberation.convener.id,
    organisation: organisation.id,
  }),
  populate: ["deliberation"],
};

/** A use case that records an arrival or a departure. */
const attendance = (
  description: string,
  change: (invitation: Invitation, recordedBy: string) => void,
) =>
  changing({
    ...ofInvitation,
    input: AttendanceInput,
    may: mayRecordAttendance,
    description: `${description} ${attendants}`,
    run(invitation, _, { organisation }) {
      const deliberation = invitation.deliberation as Deliberation;
      checkInSession(deliberation, "ATTENDED", "input.id");
      checkHeldHere(deliberation, "input.id");
      // A string: `mayRecordAttendance` always grants on behalf of an organisation.
      change(invitation, organisation as string);
    },
  });

/** The mutations on invitations, their delegates and their attendance. */
export const invitationMutations = useCases({
  inviteOrganisation: creating({
    of: Invitation,
    input: InviteOrganisationInput,
    description: `Invites another organisation, also in session. The quorum then counts it too. ${conveners}`,
    clashes: [invitationOnce],
    async run(input, work, id) {
      const deliberation = await conversation(work, input.deliberationId);
      work.authorise(mayInvite, { convener: deliberation.convener.id });
      checkOpen(deliberation, "INVITED", "input.deliberationId");
      const invited = await work.em.count(Invitation, { deliberation: deliberation.id });
      if (invited >= mostInvited) throw tooMany("input.deliberationId", mostInvited);
      await checkUnmoved(work, deliberation, input.organisationId);
      await addInvitation(work, deliberation, id, input, "input");
    },
  }),

  // A withdrawal in session changes the quorum. So only a mistake can be undone then: an invitation that
  // was made in session and has no attendance. A recorded meeting has no quorum, and is right in the end.
  withdrawInvitation: removing({
    ...ofInvitation,
    may: mayInvite,
    description: `Withdraws an invitation before the session. In session, only an invitation that was made in session and has no attendance, or one of a meeting held without the hub. ${conveners}`,
    check(invitation) {
      const { status, openedAt, recorded } = invitation.deliberation as Deliberation;
      const { DRAFT, SCHEDULED, IN_SESSION } = DeliberationStatus;
      const isMistake =
        openedAt && invitation.createdAt >= openedAt && !invitation.attendance.length;
      if (
        status !== DRAFT &&
        status !== SCHEDULED &&
        !(status === IN_SESSION && (isMistake || recorded))
      ) {
        throw invalidTransition("Invitation", status, "WITHDRAWN", [], "input.id");
      }
    },
  }),

  nameDelegates: changing({
    ...ofInvitation,
    input: NameDelegatesInput,
    may: mayNameDelegates,
    description: `Names the delegates of an invited organisation. ${attendants}`,
    run(invitation, { delegates }) {
      checkOpen(invitation.deliberation as Deliberation, "CHANGED", "input.id");
      invitation.delegates = [...delegates];
    },
  }),

  recordArrival: attendance(
    "Records that an invited organisation has arrived.",
    (invitation, arrivalRecordedBy) => {
      if (isPresent(invitation)) {
        throw invalidTransition("Attendance", "PRESENT", "PRESENT", ["AWAY"], "input.id");
      }
      const arrivedAt = new Date().toISOString();
      const arrival = { leftAt: null, arrivedAt, arrivalRecordedBy, departureRecordedBy: null };
      invitation.attendance = [...invitation.attendance, arrival];
    },
  ),

  recordDeparture: attendance(
    "Records that an organisation has left. Its positions stay on record and no longer count, except an objection, which stands, and a vote that it has cast.",
    (invitation, departureRecordedBy) => {
      const last = invitation.attendance.at(-1);
      if (!last || !isPresent(invitation)) {
        throw invalidTransition("Attendance", "AWAY", "AWAY", ["PRESENT"], "input.id");
      }
      const { arrivedAt, arrivalRecordedBy = null } = last;
      const leftAt = new Date().toISOString();
      const left = { leftAt, arrivedAt, arrivalRecordedBy, departureRecordedBy };
      invitation.attendance = [...invitation.attendance.slice(0, -1), left];
    },
  ),
});

const isPresent = ({ attendance }: Invitation): boolean => attendance.at(-1)?.leftAt === null;

/** Invites an organisation, with the sector that it has now, and the organisations that it is part of. */
export async function addInvitation(
  work: Work,
  deliberation: Deliberation,
  id: string,
  { organisationId, delegates, attended }: InvitedInput,
  path: string,
): Promise<void> {
  const organisation = await work.find(Organisation, organisationId, `${path}.organisationId`);
  if (attended && !deliberation.recorded) {
    throw badField(
      `${path}.attended`,
      "is for a meeting held without the hub; record arrivals with recordArrival",
      "hanya untuk rembuk yang diselenggarakan tanpa hub; catat kedatangan dengan recordArrival",
    );
  }
  work.create(Invitation, {
    id,
    deliberation,
    organisation,
    sector: organisation.sector,
    partOf: await organisationsAbove(work, organisation.id),
    delegates: delegates ?? [],
    attendance: [],
    attendedBySource: attended ?? false,
    sources: [],
  });
}

/** The organisations that one is part of, at all levels, its parent first. */
async function organisationsAbove({ em }: Work, organisation: string): Promise<string[]> {
  const chain = sql<{ id: string }>`
    with recursive above(id, level) as (
      select parent_id, 1 from organisation where id = ${organisation}
      union all select o.parent_id, level + 1 from organisation o join above on o.id = above.id)
    select id from above where id is not null order by level`;
  const { rows } = await chain.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** The lines that say which organisations got another parent or sector. */
export const linesOfMoves: KeptLines = {
  lines: sql`entity = 'Organisation' and kind = 'UPDATED'
    and jsonb_exists_any(diff, array['parent', 'sector'])`,
  fields: ["parent", "sector"],
};

/**
 * Passes unless the session has begun and the organisation, or one above it, got another parent or sector
 * since: a part that is taken out of its house during the session would be a further voice.
 */
async function checkUnmoved(
  work: Work,
  { openedAt }: Deliberation,
  organisationId: string,
): Promise<void> {
  if (!openedAt) return;
  const house = [organisationId, ...(await organisationsAbove(work, organisationId))];
  const moved = sql`select 1 from change_known where ${isAmong(sql.ref("entity_id"), house, "uuid")}
    and entity = 'Organisation' and kind = 'UPDATED' and at >= ${openedAt}
    and jsonb_exists_any(diff, array['parent', 'sector']) limit 1`;
  const { rows } = await moved.execute(work.em.getKysely());
  if (rows.length === 0) return;
  throw badField(
    "input.organisationId",
    "has got another parent or sector since the session began; invite it to the next meeting",
    "berganti induk atau sektor sejak rembuk dibuka; undang pada rembuk berikutnya",
  );
}

/** Passes unless the deliberation is closed or cancelled. */
function checkOpen({ status }: Deliberation, to: string, path: string): void {
  const { CLOSED, CANCELLED } = DeliberationStatus;
  if (status === CLOSED || status === CANCELLED) {
    throw invalidTransition("Deliberation", status, to, [], path);
  }
}
