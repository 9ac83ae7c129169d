import { scopeOf } from "../../../access/index.js";
import { linesOfRequest, type RequestLine, StagedLines } from "../../../ledger/index.js";
import { HubError } from "../../../platform/errors.js";
import { nounOf, rowOf, sql } from "../../../reading/index.js";
import { Answer, Finding, takeBackAnswers } from "../../assessments/index.js";
import type { Work } from "../../common/index.js";
import { EnterpriseGroup, GroupMeasurement } from "../../enterprises/index.js";
import { Measurement, retractMany } from "../../indicators/index.js";
import { BuiltOnRows } from "./built-on.js";
import { restoreNouns } from "./restore-nouns.js";

const idsOf = (lines: readonly RequestLine[]): string[] => lines.map(({ entityId }) => entityId);

/** Takes back what an import did, batch by batch of its lines in the ledger. */
export class UndoRun {
  private readonly builtOn = new BuiltOnRows();

  constructor(
    private readonly work: Work,
    /** The organisation that sent the table; undefined for the operator. */
    private readonly sender: string | undefined,
    private readonly reason: string,
  ) {}

  /** Takes the import back; refuses where something was built on it. */
  async run(id: string): Promise<void> {
    const { em } = this.work;
    const staged = await StagedLines.open(em);
    for await (const lines of linesOfRequest(em, id)) {
      const of = (noun: { name: string }, kind: string) =>
        lines.filter((line) => line.entity === nounOf(noun as never).name && line.kind === kind);
      await this.retract(of(Measurement, "CREATED"), staged);
      await this.removeGroups(of(EnterpriseGroup, "CREATED"));
      await this.removeResults(of(GroupMeasurement, "CREATED"));
      for (const noun of [Measurement, EnterpriseGroup, GroupMeasurement]) {
        await restoreNouns(this.work, noun, of(noun, "UPDATED"), this.builtOn);
      }
      await this.takeBackAnswers(lines.filter(({ entity }) => entity === Answer.name));
      if (this.builtOn.isNone) {
        await em.flush();
        await staged.stage();
      }
      em.clear();
    }
    this.builtOn.check();
  }

  private async retract(lines: readonly RequestLine[], staged: StagedLines): Promise<void> {
    if (lines.length === 0) return;
    await this.findFindings(idsOf(lines));
    const retracted = await retractMany(this.work, idsOf(lines), this.reason);
    const before = new Map(retracted.map((row) => [row.id, row]));
    await staged.add(
      lines.flatMap(({ position: _, diff: __, ...line }) => {
        const found = before.get(line.entityId);
        if (!found) return [];
        const { status, reason } = found;
        const diff = {
          status: { before: status, after: "RETRACTED" },
          reason: { before: reason, after: this.reason },
        };
        return [{ ...line, kind: "UPDATED" as const, diff }];
      }),
    );
  }

  /** Finds the measurements on which the requester sees findings. */
  private async findFindings(ids: readonly string[]): Promise<void> {
    const { em, viewer } = this.work;
    const finding = rowOf(Finding);
    const statement = sql<{ id: string }>`
      select given.id from unnest(${ids}::uuid[]) as given(id) where exists (
        select 1 from ${finding.source}
        where ${finding.column("measurement_ids")} @> array[given.id]
          and ${nounOf(Finding).visible(scopeOf(viewer), finding)})`;
    const { rows } = await statement.execute(em.getKysely());
    for (const { id } of rows) this.builtOn.add({ entity: "Measurement", id, by: "FINDING" });
  }

  private async removeGroups(lines: readonly RequestLine[]): Promise<void> {
    if (lines.length === 0) return;
    const { em } = this.work;
    const ids = idsOf(lines);
    // Locked, so that nobody records a result meanwhile of a group that goes.
    await sql`select 1 from enterprise_group where id = any(${ids}::uuid[]) for update`.execute(
      em.getKysely(),
    );
    const used = sql<{ id: string }>`
      select id from enterprise_group g where id = any(${ids}::uuid[]) and (
        exists (select 1 from group_measurement where group_id = g.id)
        or exists (select 1 from support where group_id = g.id))`;
    for (const { id } of (await used.execute(em.getKysely())).rows) {
      this.builtOn.add({ entity: "EnterpriseGroup", id, by: "RESULTS_OR_SUPPORT" });
    }
    this.removeUnchanged(await em.find(EnterpriseGroup, { id: ids }));
  }

  private async removeResults(lines: readonly RequestLine[]): Promise<void> {
    if (lines.length === 0) return;
    const found = { id: idsOf(lines) };
    this.removeUnchanged(await this.work.em.find(GroupMeasurement, found, { populate: ["group"] }));
  }

  /** Removes nouns that are as the import made them. */
  private removeUnchanged(nouns: readonly (EnterpriseGroup | GroupMeasurement)[]): void {
    for (const noun of nouns) {
      const entity = nounOf(noun.constructor as never).name;
      if (noun.version > 1) this.builtOn.add({ entity, id: noun.id, by: "LATER_CORRECTION" });
    }
    if (this.builtOn.isNone) for (const noun of nouns) this.work.em.remove(noun);
  }

  private async takeBackAnswers(lines: readonly RequestLine[]): Promise<void> {
    if (lines.length === 0) return;
    const { em } = this.work;
    const changes = new Map(
      lines.map(({ entityId, kind, diff }) => [entityId, { created: kind === "CREATED", diff }]),
    );
    const answers = await em.find(Answer, { id: idsOf(lines) });
    const assessments = new Set(answers.map(({ assessment }) => assessment.id));
    for (const id of assessments) {
      try {
        const later = await takeBackAnswers(this.work, id, this.sender, changes);
        for (const one of later)
          this.builtOn.add({ entity: "Answer", id: one, by: "LATER_CORRECTION" });
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        this.builtOn.add({ entity: "Assessment", id, by: "CLOSED_ASSESSMENT" });
      }
    }
  }
}
