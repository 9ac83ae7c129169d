import { invalidTransition } from "../../../platform/errors.js";
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

/** A deliberation invites an organisation once. */
export const invitationOnce: Clash = {
  constraint: "invitation_once",
  path: "input.organisationId",
  en: "is invited already",
  id: "sudah diundang",
};

/** A list that is not paged shows a thousand. */
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
const attendance = (description: string, change: (invitation: Invitation) => void) =>
  changing({
    ...ofInvitation,
    input: AttendanceInput,
    may: mayRecordAttendance,
    description: `${description} ${attendants}`,
    run(invitation) {
      const deliberation = invitation.deliberation as Deliberation;
      checkInSession(deliberation, "ATTENDED", "input.id");
      checkHeldHere(deliberation, "input.id");
      change(invitation);
    },
  });

/** The mutations on invitations: whom a deliberation invites, who speaks for them, when they attend. */
export const invitationMutations = useCases({
  inviteOrganisation: creating({
    of: Invitation,
    input: InviteOrganisationInput,
    description: `Invites a further organisation, also while in session: the quorum then counts it too. ${conveners}`,
    clashes: [invitationOnce],
    async run(input, work, id) {
      const deliberation = await conversation(work, input.deliberationId);
      work.authorise(mayInvite, { convener: deliberation.convener.id });
      checkOpen(deliberation, "INVITED", "input.deliberationId");
      const invited = await work.em.count(Invitation, { deliberation: deliberation.id });
      if (invited >= mostInvited) throw tooMany("input.deliberationId", mostInvited);
      await addInvitation(work, deliberation, id, input, "input");
    },
  }),

  // Withdrawn in session, an invitation moves the quorum: only one that was made in session, by mistake,
  // and on which nobody came, goes then.
  withdrawInvitation: removing({
    ...ofInvitation,
    may: mayInvite,
    description: `Takes an invitation back before the session; in session only one that was made in session and on which nobody came. ${conveners}`,
    check(invitation) {
      const { status, openedAt } = invitation.deliberation as Deliberation;
      const { DRAFT, SCHEDULED, IN_SESSION } = DeliberationStatus;
      const unused = openedAt && invitation.createdAt >= openedAt && !invitation.attendance.length;
      if (status !== DRAFT && status !== SCHEDULED && !(status === IN_SESSION && unused)) {
        throw invalidTransition("Invitation", status, "WITHDRAWN", [], "input.id");
      }
    },
  }),

  nameDelegates: changing({
    ...ofInvitation,
    input: NameDelegatesInput,
    may: mayNameDelegates,
    description: `Names who speaks for an invited organisation. ${attendants}`,
    run(invitation, { delegates }) {
      checkOpen(invitation.deliberation as Deliberation, "CHANGED", "input.id");
      invitation.delegates = [...delegates];
    },
  }),

  recordArrival: attendance("Records that an invited organisation is there.", (invitation) => {
    if (isThere(invitation)) {
      throw invalidTransition("Attendance", "PRESENT", "PRESENT", ["AWAY"], "input.id");
    }
    const arrival = { leftAt: null, arrivedAt: new Date().toISOString() };
    invitation.attendance = [...invitation.attendance, arrival];
  }),

  recordDeparture: attendance(
    "Records that an organisation is gone; its positions stay on record and count no longer.",
    (invitation) => {
      const last = invitation.attendance.at(-1);
      if (!last || !isThere(invitation)) {
        throw invalidTransition("Attendance", "AWAY", "AWAY", ["PRESENT"], "input.id");
      }
      const left = { leftAt: new Date().toISOString(), arrivedAt: last.arrivedAt };
      invitation.attendance = [...invitation.attendance.slice(0, -1), left];
    },
  ),
});

const isThere = ({ attendance }: Invitation): boolean => attendance.at(-1)?.leftAt === null;

/** Invites an organisation, with the sector that it has now. */
export async function addInvitation(
  work: Work,
  deliberation: Deliberation,
  id: string,
  { organisationId, delegates }: InvitedInput,
  path: string,
): Promise<void> {
  const organisation = await work.find(Organisation, organisationId, `${path}.organisationId`);
  work.create(Invitation, {
    id,
    deliberation,
    organisation,
    sector: organisation.sector,
    delegates: delegates ?? [],
    attendance: [],
    sources: [],
  });
}

/** Passes until the deliberation is over. */
function checkOpen({ status }: Deliberation, to: string, path: string): void {
  const { CLOSED, CANCELLED } = DeliberationStatus;
  if (status === CLOSED || status === CANCELLED) {
    throw invalidTransition("Deliberation", status, to, [], path);
  }
}
