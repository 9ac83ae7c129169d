import { Visibility } from "../../domain/common/index.js";
import { type DeliberationKind, Stance } from "../../domain/deliberations/index.js";
import type { Decision, OutcomeFacts } from "./meeting-facts.js";
import { programmes, type Scene } from "./scene.js";
import { acknowledge, change, create, type Step } from "./steps.js";
import {
  coordinatorOf,
  idOf,
  labelled,
  organisationId,
  remark,
  syntheticSources,
} from "./terms.js";

/** A meeting of a province. */
export interface MeetingFacts {
  key: string;
  title: string;
  kind: DeliberationKind;
  /** The key of the convening organisation. */
  convener: string;
  /** The keys of the invited organisations. */
  invited: readonly string[];
  /** Days before or after the day of making on which it begins and ends. */
  from: number;
  to: number;
  area: string;
  visibility?: Visibility;
  /** True if its quorum needs half of the invited organisations, of any sector. */
  anySector?: boolean;
  /** True for a meeting held without the hub. */
  recorded?: boolean;
}

/** The mutations of one meeting. */
export class Meeting {
  readonly id: string;
  private readonly by: string;

  constructor(
    private readonly scene: Scene,
    private readonly facts: MeetingFacts,
  ) {
    this.id = scene.id("deliberation", facts.key);
    this.by = coordinatorOf(facts.convener);
  }

  outcomeId(key: string): string {
    return this.scene.id("outcome", `${this.facts.key}/${key}`);
  }

  /** It is convened as a draft, with its invitations. */
  convene(): Step[] {
    const { scene, id, by, facts } = this;
    const { key, title, kind, convener, invited, from, to, area, visibility } = facts;
    const day = scene.date(from);
    return [
      create(by, "conveneDeliberation", {
        ...{ id, key: scene.key(`rembuk-${key}`), title: scene.titled(title), kind, areaId: area },
        summary: remark,
        convenerId: organisationId(convener),
        programmeId: idOf("programme", programmes.main),
        regionCode: scene.province.code,
        place: labelled("Balai pertemuan contoh"),
        ...{ heldFrom: day, heldTo: scene.date(to), recorded: facts.recorded ?? false },
        quorumRule: { everySector: !facts.anySector, share: 50 },
        visibility: visibility ?? Visibility.PUBLIC,
        agenda: [
          { title: labelled("Pembukaan"), startsAt: `${day}T02:00:00Z`, note: null },
          { title: labelled("Musyawarah"), startsAt: null, note: remark },
        ],
        sources: syntheticSources,
      }),
      ...invited.map((organisation) =>
        create(by, "inviteOrganisation", {
          id: this.invitationId(organisation),
          deliberationId: id,
          organisationId: organisationId(organisation),
          delegates: [labelled("Utusan")],
        }),
      ),
    ];
  }

  /** A step of its lifecycle. */
  step(
    operation:
      | "scheduleDeliberation"
      | "openDeliberation"
      | "closeDeliberation"
      | "cancelDeliberation",
  ): Step {
    return change(this.by, operation, { id: this.id });
  }

  attendance(operation: "recordArrival" | "recordDeparture", organisation: string): Step {
    return change(coordinatorOf(organisation), operation, { id: this.invitationId(organisation) });
  }

  /** The withdrawal of an invitation that was a mistake. */
  withdraw(organisation: string): Step {
    return change(this.by, "withdrawInvitation", { id: this.invitationId(organisation) });
  }

  /** An outcome of a meeting held without the hub. */
  record(key: string, text: string): Step {
    return create(this.by, "recordOutcome", {
      ...{ id: this.outcomeId(key), deliberationId: this.id, text: labelled(text) },
      responsibleIds: [organisationId(this.facts.convener)],
      sources: syntheticSources,
    });
  }

  /** An outcome from its proposal to its decision, by the organisations that attend, after an earlier meeting. */
  outcome(facts: OutcomeFacts, attending: readonly string[], earlier?: Meeting): Step[] {
    const { key, text, amended, due, decision, supersedes, takesUp } = facts;
    const before = (outcome?: string) => (outcome && earlier?.outcomeId(outcome)) ?? null;
    const id = this.outcomeId(key);
    const [proposer = this.facts.convener] = attending;
    const propose = create(coordinatorOf(proposer), "proposeOutcome", {
      ...{ id, deliberationId: this.id, organisationId: organisationId(proposer) },
      text: labelled(text),
      dueOn: this.scene.date(due, key),
      responsibleIds: [organisationId(proposer)],
      supersedesId: before(supersedes),
      takesUpId: before(takesUp),
      sources: syntheticSources,
    });
    const reason = labelled("Jumlah peserta perlu disebut");
    const amend = amended
      ? [change(this.by, "amendOutcome", { id, text: labelled(amended), reason })]
      : [];
    return [
      propose,
      ...amend,
      ...this.positions(facts, attending, amended ? 2 : 1),
      ...this.decide(id, decision),
    ];
  }

  /** The acknowledgement of its minutes by an organisation that attended. */
  acknowledge(organisation: string): Step {
    return acknowledge(coordinatorOf(organisation), this.id, {
      id: this.scene.id("acknowledgement", `${this.facts.key}/${organisation}`),
      organisationId: organisationId(organisation),
    });
  }

  private invitationId(organisation: string): string {
    return this.scene.id("invitation", `${this.facts.key}/${organisation}`);
  }

  private positions(
    { key, stances }: OutcomeFacts,
    attending: readonly string[],
    textVersion: number,
  ) {
    const withReason: readonly Stance[] = [Stance.OBJECT, Stance.AGREE_WITH_RESERVATION];
    return stances.map((stance, at) => {
      const organisation = attending[at] as string;
      return create(coordinatorOf(organisation), "takePosition", {
        id: this.scene.id("position", `${this.facts.key}/${key}/${organisation}`),
        ...{ outcomeId: this.outcomeId(key), organisationId: organisationId(organisation) },
        ...{ stance, textVersion },
        reason: withReason.includes(stance) ? labelled("Biayanya perlu dihitung dahulu") : null,
      });
    });
  }

  private decide(id: string, decision: Decision): Step[] {
    const reason = labelled("Belum ada anggaran");
    const opened = () => change(this.by, "openVote", { id });
    const decisions: Record<Decision, () => Step[]> = {
      mufakat: () => [change(this.by, "agreeOutcome", { id })],
      vote: () => [opened(), change(this.by, "closeVote", { id })],
      voting: () => [opened()],
      reject: () => [change(this.by, "rejectOutcome", { id, reason })],
      defer: () => [change(this.by, "deferOutcome", { id, reason })],
      open: () => [],
    };
    return decisions[decision]();
  }
}
