import { badField, invalidTransition } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import {
  assignGiven,
  changing,
  checkPeriod,
  creating,
  givenTitle,
  keyFor,
  listedText,
  refused,
  sourcesOf,
  useCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Region, regionCodeOf } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { lockDeliberation } from "./conversation.js";
import { type AgendaItem, Deliberation } from "./deliberation.js";
import {
  type AgendaItemInput,
  ConveneDeliberationInput,
  DeliberationStepInput,
  UpdateDeliberationInput,
} from "./deliberation-inputs.js";
import { conveners, mayConduct, mayConvene, mayUpdateDeliberation } from "./deliberation-policy.js";
import { DeliberationStatus, deliberationLifecycle } from "./enums.js";
import { Invitation } from "./invitations/invitation.js";
import type { InvitedInput } from "./invitations/invitation-inputs.js";
import { addInvitation, invitationOnce } from "./invitations/invitation-mutations.js";
import { todayAt } from "./meeting-zone.js";
import { refuseReason } from "./step-reason.js";

/** The fields that cannot change in session: they define the meeting, and its rule of decision. */
const fixedInSession = [
  "kind",
  "title",
  "programmeId",
  "areaId",
  "regionCode",
  "heldFrom",
  "quorumRule",
] as const;

const ofDeliberation = {
  of: Deliberation,
  lock: lockDeliberation,
  facts: ({ convener }: Deliberation) => ({ convener: convener.id }),
};

/** A use case that takes a deliberation to its next status. */
const step = (
  to: DeliberationStatus,
  description: string,
  further?: (deliberation: Deliberation, work: Work) => Promise<void>,
) =>
  changing({
    ...ofDeliberation,
    input: DeliberationStepInput,
    may: mayConduct,
    description: `${description} ${conveners}`,
    async run(deliberation, { reason }, work) {
      deliberationLifecycle.check(deliberation.status, to, "input.id");
      if (to === DeliberationStatus.CANCELLED) deliberation.cancelReason = reason ?? null;
      else refuseReason(reason);
      await further?.(deliberation, work);
      deliberation.status = to;
    },
  });

/** The mutations on deliberations, from convening them to opening them. */
export const deliberationMutations = useCases({
  conveneDeliberation: creating({
    of: Deliberation,
    input: ConveneDeliberationInput,
    description: `Creates a deliberation, as DRAFT, with its first invitations. ${conveners}`,
    clashes: [invitationOnce],
    async run(input, work, id) {
      const convener = await work.find(Organisation, input.convenerId, "input.convenerId");
      work.authorise(mayConvene, { convener: convener.id });
      const { kind, summary, place, heldFrom, visibility, quorumRule } = input;
      const titleText = givenTitle(input);
      const name = listedText(titleText);
      const heldTo = input.heldTo ?? heldFrom;
      const recorded = input.recorded ?? false;
      const sources = sourcesOf(input.sources);
      checkPeriod(heldFrom, heldTo, "input.heldTo");
      const setting = await settingOf(work, input);
      await checkRecorded(work, { ...setting, recorded, heldTo, sources });
      const deliberation = work.create(Deliberation, {
        id,
        key: await keyFor(work, Deliberation, { given: input.key, name, id, isOpen: false }),
        titleText,
        kind,
        summary: summary ?? null,
        status: DeliberationStatus.DRAFT,
        convener,
        ...setting,
        place: place ?? null,
        heldFrom,
        heldTo,
        agenda: agendaOf(input.agenda ?? []),
        visibility: visibility ?? Visibility.PARTICIPANTS,
        everySector: quorumRule?.everySector ?? true,
        quorumShare: quorumRule?.share ?? 50,
        recorded,
        cancelReason: null,
        openedAt: null,
        minutes: null,
        sources,
      });
      await addInvitations(work, deliberation, input.invitations ?? []);
    },
  }),

  updateDeliberation: changing({
    ...ofDeliberation,
    input: UpdateDeliberationInput,
    may: mayUpdateDeliberation,
    description: `Changes a deliberation that is neither closed nor cancelled. In session, some fields cannot change. ${conveners}`,
    async run(deliberation, input, work) {
      checkChangeable(deliberation, input);
      deliberation.titleText = givenTitle(input, deliberation.titleText);
      assignGiven(deliberation, input, [
        "kind",
        "summary",
        "place",
        "heldFrom",
        "heldTo",
        "visibility",
      ]);
      checkPeriod(deliberation.heldFrom, deliberation.heldTo, "input.heldTo");
      const { agenda, quorumRule, sources } = input;
      Object.assign(deliberation, await settingOf(work, input));
      if (agenda) deliberation.agenda = agendaOf(agenda);
      if (quorumRule) {
        deliberation.everySector = quorumRule.everySector ?? deliberation.everySector;
        deliberation.quorumShare = quorumRule.share ?? deliberation.quorumShare;
      }
      if (sources) deliberation.sources = sourcesOf(sources);
      await checkRecorded(work, deliberation);
    },
  }),

  scheduleDeliberation: step(
    DeliberationStatus.SCHEDULED,
    "Schedules a deliberation: its invitations have been sent.",
  ),

  openDeliberation: step(
    DeliberationStatus.IN_SESSION,
    "Begins the session: attendance, outcomes and positions are live. Not before its first day, where it is held.",
    async (deliberation, work) => {
      await checkFirstDay(work, deliberation);
      await checkInvited(work, deliberation);
      deliberation.openedAt = new Date();
    },
  ),

  cancelDeliberation: step(
    DeliberationStatus.CANCELLED,
    "Cancels a deliberation before it begins, with a reason that its participants see.",
  ),
});

async function addInvitations(
  work: Work,
  deliberation: Deliberation,
  inputs: readonly InvitedInput[],
): Promise<void> {
  const invited = new Set<string>();
  for (const [at, input] of inputs.entries()) {
    const path = `input.invitations.${at}`;
    const organisation = input.organisationId.toLowerCase();
    if (invited.has(organisation)) {
      throw badField(`${path}.organisationId`, invitationOnce.en, invitationOnce.id);
    }
    invited.add(organisation);
    await addInvitation(work, deliberation, newId(), input, path);
  }
}

/** The programme, area and region that an input changes; null empties. */
async function settingOf(
  work: Work,
  { programmeId, areaId, regionCode }: Partial<ConveneDeliberationInput>,
): Promise<Pick<Deliberation, "programme" | "area" | "region">> {
  const setting: Pick<Deliberation, "programme" | "area" | "region"> = {};
  if (programmeId === null) setting.programme = null;
  if (programmeId) setting.programme = await work.find(Programme, programmeId, "input.programmeId");
  if (areaId === null) setting.area = null;
  if (areaId) setting.area = await work.find(Area, areaId, "input.areaId");
  if (regionCode === null) setting.region = null;
  if (regionCode)
    setting.region = await work.find(Region, regionCodeOf(regionCode), "input.regionCode");
  return setting;
}

/** An agenda as it is stored. Its keys have jsonb's order, because the ORM compares texts. */
const agendaOf = (items: readonly AgendaItemInput[]): AgendaItem[] =>
  items.map(({ note, title, startsAt }) => ({
    note: note ?? null,
    title,
    startsAt: startsAt ?? null,
  }));

/** Passes when a recorded meeting, one held without the hub, lies in the past and has sources. */
async function checkRecorded(
  { em }: Work,
  meeting: Pick<Deliberation, "recorded" | "heldTo" | "sources" | "region" | "area">,
): Promise<void> {
  const { recorded, heldTo, sources } = meeting;
  if (!recorded) return;
  const { today } = await todayAt(em, meeting);
  if (heldTo > today) {
    throw badField("input.heldTo", "must not be after today", "tidak boleh setelah hari ini");
  }
  if (sources.length === 0) {
    throw badField(
      "input.sources",
      "are required for a meeting held without the hub",
      "wajib diisi untuk rembuk yang diselenggarakan tanpa hub",
    );
  }
}

function checkChangeable({ status }: Deliberation, input: UpdateDeliberationInput): void {
  const { DRAFT, SCHEDULED, IN_SESSION } = DeliberationStatus;
  if (status !== DRAFT && status !== SCHEDULED && status !== IN_SESSION) {
    throw invalidTransition("Deliberation", status, "CHANGED", [], "input.id");
  }
  if (status !== IN_SESSION) return;
  const changed = fixedInSession.find((name) => input[name] !== undefined);
  if (changed) {
    throw badField(
      `input.${changed}`,
      "cannot change while the deliberation is in session",
      "tidak dapat diubah selama rembuk berlangsung",
    );
  }
}

/** Passes from the first day of the meeting on, by the date where it is held; also after its last day. */
async function checkFirstDay({ em }: Work, deliberation: Deliberation): Promise<void> {
  const { status, heldFrom } = deliberation;
  const { today, timeZone } = await todayAt(em, deliberation);
  if (heldFrom <= today) return;
  throw refused({
    from: status,
    to: DeliberationStatus.IN_SESSION,
    reason: "BEFORE_FIRST_DAY",
    text: {
      en: `The deliberation is held from ${heldFrom} (${timeZone}); today is ${today} there. Open it on its first day, or correct heldFrom.`,
      id: `Rembuk diselenggarakan mulai ${heldFrom} (${timeZone}); hari ini di sana ${today}. Buka pada hari pertamanya, atau perbaiki heldFrom.`,
    },
    path: "input.id",
    details: { heldFrom, today, timeZone },
  });
}

/** Passes when an organisation is invited: without one there is no quorum, and nothing can be decided. */
async function checkInvited(work: Work, { id, status, recorded }: Deliberation): Promise<void> {
  if (recorded || (await work.em.count(Invitation, { deliberation: id })) > 0) return;
  throw refused({
    from: status,
    to: DeliberationStatus.IN_SESSION,
    reason: "NOBODY_INVITED",
    text: {
      en: "No organisation is invited. Invite one first.",
      id: "Belum ada lembaga yang diundang. Undang dahulu.",
    },
    path: "input.id",
  });
}
