import {
  assignGiven,
  changing,
  checkPeriod,
  creating,
  keyFor,
  listedText,
  sourcesOf,
  storedText,
  useCases,
  type Work,
} from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Programme } from "./programme.js";
import { CreateProgrammeInput, UpdateProgrammeInput } from "./programme-inputs.js";
import { mayCreateProgramme, mayUpdateProgramme } from "./programme-policy.js";

/** The mutations on programmes. */
export const programmeMutations = useCases({
  createProgramme: creating({
    of: Programme,
    input: CreateProgrammeInput,
    description: "Registers a programme. For a platform operator.",
    async run(input, work, id) {
      work.authorise(mayCreateProgramme, null);
      checkPeriod(input.startsOn, input.endsOn);
      const name = storedText(input.name, "input.name");
      const { legalBasis, policy, scope, chain, startsOn, endsOn, reportEveryMonths } = input;
      const { parentId } = input;
      work.create(Programme, {
        id,
        key: await keyFor(work, Programme, {
          given: input.key,
          name: listedText(name),
          id,
          isOpen: true,
        }),
        name,
        owner: await work.find(Organisation, input.ownerId, "input.ownerId"),
        parent: parentId ? await work.find(Programme, parentId, "input.parentId") : null,
        legalBasis: legalBasis ?? null,
        policy: policy ?? null,
        scope: scope ?? null,
        sectors: [...new Set(input.sectors ?? [])],
        chain: chain ?? null,
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
    },
  }),

  updateProgramme: changing({
    of: Programme,
    input: UpdateProgrammeInput,
    may: mayUpdateProgramme,
    facts: ({ owner }) => ({ owner: owner.id }),
    description:
      "Changes a programme. For its owner's COORDINATOR and ADMIN, and a platform operator.",
    async run(programme, input, work) {
      assignGiven(programme, input, [
        "legalBasis",
        "policy",
        "scope",
        "chain",
        "startsOn",
        "endsOn",
        "reportEveryMonths",
      ]);
      checkPeriod(programme.startsOn, programme.endsOn);
      const { name, strategies, sectors, reportToIds, reportCopyToIds, sources } = input;
      if (strategies) programme.strategies = [...new Set(strategies)];
      if (sectors) programme.sectors = [...new Set(sectors)];
      if (name) programme.name = storedText(name, "input.name", programme.name);
      if (sources) programme.sources = sourcesOf(sources);
      if (reportToIds) {
        programme.reportsTo = await organisationIds(work, reportToIds, "input.reportToIds");
      }
      if (reportCopyToIds) {
        const path = "input.reportCopyToIds";
        programme.reportCopiesTo = await organisationIds(work, reportCopyToIds, path);
      }
    },
  }),
});

async function organisationIds(
  work: Work,
  ids: readonly string[],
  path: string,
): Promise<string[]> {
  const found = await work.findAll(Organisation, ids, path);
  return [...new Set(found.map(({ id }) => id))];
}
