import { Visibility } from "../domain/common/index.js";
import {
  adoptionMutations,
  deliberationMutations,
  invitationMutations,
  minutesMutations,
  outcomeMutations,
} from "../domain/deliberations/index.js";
import type { Ledger } from "../ledger/index.js";
import { bothLanguages, type Cases, type DeliberationCase, type OutcomeCase } from "./cases.js";
import {
  actionId,
  coordinatorOf,
  optionalId,
  planCoordinator,
  record,
  type SampleRecord,
  sampleId,
  sourceInputs,
} from "./records.js";

const outcomeId = (deliberation: string, { text }: OutcomeCase): string =>
  sampleId("outcome", `${deliberation}/${text}`);

/**
 * The records of the deliberations in the cases, which took place without the hub. Each is recorded with
 * the agreements of its sources, with those who attended if a source says so, closed with its minutes, and
 * linked to the actions that followed. The sources give no invitations, no times and no positions.
 */
export class DeliberationRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
  ) {}

  /** Every record, after those that it refers to. */
  inOrder(): SampleRecord[] {
    return this.cases.deliberations.flatMap((facts) => {
      const outcomes = facts.outcomes ?? [];
      return [
        this.session(facts),
        ...(facts.attending ?? []).map((organisation) => this.attendance(facts, organisation)),
        ...outcomes.map((outcome) => this.outcome(facts, outcome)),
        this.closing(facts),
        ...outcomes.flatMap((outcome) => this.adoption(facts, outcome)),
      ];
    });
  }

  /** The deliberation, up to its session. */
  private session(facts: DeliberationCase): SampleRecord {
    const {
      outcomes: _,
      attending: __,
      programme,
      area,
      region,
      convener,
      sources,
      title,
      ...own
    } = facts;
    const id = sampleId("deliberation", own.key);
    const coordinator = coordinatorOf(sampleId("organisation", convener));
    const input = {
      ...own,
      id,
      titleText: bothLanguages(this.cases, title, "id"),
      convenerId: sampleId("organisation", convener),
      programmeId: optionalId("programme", programme),
      areaId: optionalId("area", area),
      regionCode: region ?? null,
      visibility: Visibility.PUBLIC,
      recorded: true,
      sources: sourceInputs(this.cases, sources),
    };
    return record(
      id,
      `deliberation ${own.key}`,
      () => deliberationMutations.conveneDeliberation.perform(this.ledger, coordinator, input),
      () =>
        deliberationMutations.scheduleDeliberation.perform(this.ledger, coordinator, {
          id,
          expectedVersion: 1,
        }),
      () =>
        deliberationMutations.openDeliberation.perform(this.ledger, coordinator, {
          id,
          expectedVersion: 2,
        }),
    );
  }

  /** An organisation that attended, as the deliberation's sources say. */
  private attendance({ key, convener }: DeliberationCase, organisation: string): SampleRecord {
    const id = sampleId("invitation", `${key}/${organisation}`);
    const coordinator = coordinatorOf(sampleId("organisation", convener));
    const input = {
      id,
      deliberationId: sampleId("deliberation", key),
      organisationId: sampleId("organisation", organisation),
      attended: true,
    };
    return record(id, `attendance of ${organisation} at ${key}`, () =>
      invitationMutations.inviteOrganisation.perform(this.ledger, coordinator, input),
    );
  }

  /** An outcome has the sources of its deliberation: the cases give it none of its own. */
  private outcome({ key, convener, sources }: DeliberationCase, outcome: OutcomeCase) {
    const id = outcomeId(key, outcome);
    const coordinator = coordinatorOf(sampleId("organisation", convener));
    const input = {
      id,
      deliberationId: sampleId("deliberation", key),
      statement: bothLanguages(this.cases, outcome.text, "en"),
      sources: sourceInputs(this.cases, sources),
    };
    return record(id, `outcome ${outcome.text} of ${key}`, () =>
      outcomeMutations.recordOutcome.perform(this.ledger, coordinator, input),
    );
  }

  /** The closing of the deliberation, which freezes its minutes. */
  private closing({ key, convener }: DeliberationCase): SampleRecord {
    const id = sampleId("deliberation", key);
    const coordinator = coordinatorOf(sampleId("organisation", convener));
    return record(id, `minutes of ${key}`, () =>
      minutesMutations.closeDeliberation.perform(this.ledger, coordinator, {
        id,
        expectedVersion: 3,
      }),
    );
  }

  /** The link of an outcome to the action that it became, if a source names one. */
  private adoption({ key }: DeliberationCase, outcome: OutcomeCase): SampleRecord[] {
    if (!outcome.becomes) return [];
    const [plan, title] = outcome.becomes;
    const id = sampleId("adoption", `${key}/${outcome.text}/${plan}/${title}`);
    const coordinator = planCoordinator(this.cases, plan);
    const input = { id, outcomeId: outcomeId(key, outcome), actionId: actionId(plan, title) };
    const name = `adoption of ${outcome.text} of ${key}`;
    return [
      record(id, name, () =>
        adoptionMutations.adoptOutcome.perform(this.ledger, coordinator, input),
      ),
    ];
  }
}
