import type { Viewer } from "../../../access/index.js";
import { invalidTransition } from "../../../platform/errors.js";
import {
  type Done,
  explainClash,
  type RemovalInput,
  UseCases,
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
import { mayInvite, mayNameDelegates, mayRecordAttendance } from "../deliberation-policy.js";
import { DeliberationStatus } from "../enums.js";
import { Invitation } from "./invitation.js";
import type {
  AttendanceInput,
  InvitedInput,
  InviteOrganisationInput,
  NameDelegatesInput,
} from "./invitation-inputs.js";

/** What is said to whoever invites an organisation twice. */
export const invitedAlready = { en: "is invited already", id: "sudah diundang" };
explainClash("invitation_once", "input.organisationId", invitedAlready.en, invitedAlready.id);

/** A list that is not paged shows a thousand. */
const mostInvited = 1000;

/** Whom a deliberation invites, who speaks for them, and when they attend. */
export class InvitationService extends UseCases {
  /** Invites a further organisation, also while in session: the quorum then counts it too. */
  inviteOrganisation(viewer: Viewer, input: InviteOrganisationInput): Promise<Done> {
    return this.creating(viewer, "inviteOrganisation", Invitation, input, async (work, id) => {
      const deliberation = await conversation(work, input.deliberationId);
      work.authorise(mayInvite, { convener: deliberation.convener.id });
      checkOpen(deliberation, "INVITED", "input.deliberationId");
      const invited = await work.em.count(Invitation, { deliberation: deliberation.id });
      if (invited >= mostInvited) throw tooMany("input.deliberationId", mostInvited);
      await addInvitation(work, deliberation, id, input, "input");
    });
  }

  /**
   * Takes an invitation back before the session. Later it would move the quorum: only one that was
   * made in session, by mistake, and that nobody came on, goes then.
   */
  withdrawInvitation(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = {
      ...this.invitation,
      operation: "withdrawInvitation",
      permission: mayInvite,
    };
    return this.changing(viewer, spec, input, async (invitation, work) => {
      const { status, openedAt } = invitation.deliberation as Deliberation;
      const { DRAFT, SCHEDULED, IN_SESSION } = DeliberationStatus;
      const unused = openedAt && invitation.createdAt >= openedAt && !invitation.attendance.length;
      if (status !== DRAFT && status !== SCHEDULED && !(status === IN_SESSION && unused)) {
        throw invalidTransition("Invitation", status, "WITHDRAWN", [], "input.id");
      }
      await work.remove(invitation);
    });
  }

  /** Says who speaks for an invited organisation. */
  nameDelegates(viewer: Viewer, input: NameDelegatesInput): Promise<Done> {
    const spec = { ...this.invitation, operation: "nameDelegates", permission: mayNameDelegates };
    return this.changing(viewer, spec, input, (invitation) => {
      checkOpen(invitation.deliberation as Deliberation, "CHANGED", "input.id");
      invitation.delegates = [...input.delegates];
    });
  }

  /** Says that an invited organisation is there from now on. */
  recordArrival(viewer: Viewer, input: AttendanceInput): Promise<Done> {
    return this.attend(viewer, "recordArrival", input, (invitation) => {
      if (isThere(invitation)) {
        throw invalidTransition("Attendance", "PRESENT", "PRESENT", ["AWAY"], "input.id");
      }
      const arrival = { leftAt: null, arrivedAt: new Date().toISOString() };
      invitation.attendance = [...invitation.attendance, arrival];
    });
  }

  /** Says that an organisation is gone: its positions stay on record, and count no longer. */
  recordDeparture(viewer: Viewer, input: AttendanceInput): Promise<Done> {
    return this.attend(viewer, "recordDeparture", input, (invitation) => {
      const last = invitation.attendance.at(-1);
      if (!last || !isThere(invitation)) {
        throw invalidTransition("Attendance", "AWAY", "AWAY", ["PRESENT"], "input.id");
      }
      const left = { leftAt: new Date().toISOString(), arrivedAt: last.arrivedAt };
      invitation.attendance = [...invitation.attendance.slice(0, -1), left];
    });
  }

  private attend(
    viewer: Viewer,
    operation: string,
    input: AttendanceInput,
    change: (invitation: Invitation) => void,
  ): Promise<Done> {
    const spec = { ...this.invitation, operation, permission: mayRecordAttendance };
    return this.changing(viewer, spec, input, (invitation) => {
      const deliberation = invitation.deliberation as Deliberation;
      checkInSession(deliberation, "ATTENDED", "input.id");
      checkHeldHere(deliberation, "input.id");
      change(invitation);
    });
  }

  private readonly invitation = {
    target: Invitation,
    lock: lockDeliberationOf("invitation"),
    facts: ({ deliberation, organisation }: Invitation) => ({
      convener: deliberation.convener.id,
      organisation: organisation.id,
    }),
    populate: ["deliberation"],
  };
}

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
