import type { Viewer } from "../../access/index.js";
import {
  assignGiven,
  checkPeriod,
  type Done,
  explainClash,
  keyFor,
  listedText,
  sourcesOf,
  storedText,
  UseCases,
  type Work,
} from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Programme } from "./programme.js";
import type { CreateProgrammeInput, UpdateProgrammeInput } from "./programme-inputs.js";
import { mayCreateProgramme, mayUpdateProgramme } from "./programme-policy.js";

explainClash("programme_key_unique", "input.key", "is taken", "sudah dipakai");

/** Programmes: what plans belong to. */
export class ProgrammeService extends UseCases {
  /** Registers a programme. */
  createProgramme(viewer: Viewer, input: CreateProgrammeInput): Promise<Done> {
    return this.creating(viewer, "createProgramme", Programme, input, async (work, id) => {
      work.authorise(mayCreateProgramme, null);
      checkPeriod(input.startsOn, input.endsOn);
      const name = storedText(input.name, "input.name");
      const { legalBasis, policy, startsOn, endsOn, reportEveryMonths, parentId } = input;
      work.create(Programme, {
        id,
        key: await keyFor(work.em, Programme, input.key, listedText(name), id),
        name,
        owner: await work.find(Organisation, input.ownerId, "input.ownerId"),
        parent: parentId ? await work.find(Programme, parentId, "input.parentId") : null,
        legalBasis: legalBasis ?? null,
        policy: policy ?? null,
        startsOn,
        endsOn: endsOn ?? null,
        strategies: [...new Set(input.strategies ?? [])],
        reportEveryMonths: reportEveryMonths ?? null,
        reportsTo: await organisationIds(work, input.reportToIds ?? [], "input.reportToIds"),
        reportCopiesTo: await organisationIds(
          work,
          input.reportCopyToIds ?? [],
          "input.reportCopyToIds",
        ),
        sources: sourcesOf(input.sources),
      });
    });
  }

  /** Changes a programme. */
  updateProgramme(viewer: Viewer, input: UpdateProgrammeInput): Promise<Done> {
    const facts = ({ owner }: Programme) => ({ owner: owner.id });
    const permission = mayUpdateProgramme;
    const spec = { operation: "updateProgramme", target: Programme, permission, facts };
    return this.changing(viewer, spec, input, async (programme, work) => {
      assignGiven(programme, input, [
        "legalBasis",
        "policy",
        "startsOn",
        "endsOn",
        "reportEveryMonths",
      ]);
      checkPeriod(programme.startsOn, programme.endsOn);
      const { name, strategies, reportToIds, reportCopyToIds, sources } = input;
      if (strategies) programme.strategies = [...new Set(strategies)];
      if (name) programme.name = storedText(name, "input.name");
      if (sources) programme.sources = sourcesOf(sources);
      if (reportToIds) {
        programme.reportsTo = await organisationIds(work, reportToIds, "input.reportToIds");
      }
      if (reportCopyToIds) {
        const path = "input.reportCopyToIds";
        programme.reportCopiesTo = await organisationIds(work, reportCopyToIds, path);
      }
    });
  }
}

async function organisationIds(
  work: Work,
  ids: readonly string[],
  path: string,
): Promise<string[]> {
  const found = await work.findAll(Organisation, ids, path);
  return [...new Set(found.map(({ id }) => id))];
}
