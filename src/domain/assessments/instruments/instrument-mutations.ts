import { badField, badUserInput, conflict, invalidTransition } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import {
  assignGiven,
  type Clash,
  changing,
  creating,
  inJsonbOrder,
  sourcesOf,
  storedText,
  useCases,
  type Work,
} from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import {
  mayDraftInstrument,
  mayPublishInstrument,
  mayReviseInstrument,
  writers,
} from "../assessment-policy.js";
import { InstrumentStatus, instrumentLifecycle, ScoreFormula } from "../enums.js";
import { Instrument } from "./instrument.js";
import {
  DescribeInstrumentInput,
  DraftInstrumentInput,
  InstrumentStepInput,
  ReviseInstrumentInput,
} from "./instrument-inputs.js";
import { instrumentFaults, storedDimensions, storedSections } from "./instrument-rules.js";

const editionOnce: Clash = {
  constraint: "instrument_edition_once",
  path: "input.key",
  en: "got another edition at the same moment; try again",
  id: "mendapat edisi lain pada saat yang sama; coba lagi",
};

const ofInstrument = {
  of: Instrument,
  facts: ({ owner }: Instrument) => ({ owner: owner?.id }),
};

/** A use case that takes an edition to its next status. */
const step = (to: InstrumentStatus, description: string) =>
  changing({
    ...ofInstrument,
    input: InstrumentStepInput,
    may: mayPublishInstrument,
    description: `${description} ${writers}`,
    run(instrument) {
      instrumentLifecycle.check(instrument.status, to, "input.id");
      instrument.status = to;
      if (to === InstrumentStatus.PUBLISHED) instrument.publishedAt = new Date();
    },
  });

/** The mutations on instruments: questionnaires in editions. */
export const instrumentMutations = useCases({
  draftInstrument: creating({
    of: Instrument,
    input: DraftInstrumentInput,
    description: `Creates an instrument, or its next edition, as DRAFT. ${writers}`,
    clashes: [editionOnce],
    async run(input, work, id) {
      const { ownerId } = input;
      const owner = ownerId ? await work.find(Organisation, ownerId, "input.ownerId") : null;
      work.authorise(mayDraftInstrument, { owner: owner?.id });
      const titleText = storedText(input.title, "input.title");
      const parts = validParts(storedDimensions(input.dimensions), storedSections(input.sections));
      work.create(Instrument, {
        id,
        key: input.key,
        edition: await nextEdition(work, input.key, owner?.id),
        titleText,
        about: input.about ?? null,
        owner,
        status: InstrumentStatus.DRAFT,
        formula: input.formula ?? ScoreFormula.WEIGHTED_MEAN,
        ...parts,
        sources: sourcesOf(input.sources),
      });
    },
  }),

  reviseInstrument: changing({
    ...ofInstrument,
    input: ReviseInstrumentInput,
    may: mayReviseInstrument,
    description: `Changes a draft. A published edition never changes. ${writers}`,
    run(instrument, input) {
      checkDraft(instrument);
      const { title, dimensions, sections, sources } = input;
      assignGiven(instrument, input, ["about", "formula"]);
      if (title) instrument.titleText = storedText(title, "input.title", instrument.titleText);
      const parts = validParts(
        dimensions ? storedDimensions(dimensions) : instrument.dimensionDetails,
        sections ? storedSections(sections) : instrument.sections,
      );
      Object.assign(instrument, parts);
      if (sources) instrument.sources = sourcesOf(sources);
    },
  }),

  describeInstrument: changing({
    ...ofInstrument,
    input: DescribeInstrumentInput,
    may: mayReviseInstrument,
    description: `Changes the purpose, the owner or the sources of an edition, in any status. ${writers}`,
    async run(instrument, input, work) {
      const { ownerId, sources } = input;
      assignGiven(instrument, input, ["about"]);
      if (ownerId) instrument.owner = await work.find(Organisation, ownerId, "input.ownerId");
      if (sources) instrument.sources = sourcesOf(sources);
    },
  }),

  publishInstrument: step(
    InstrumentStatus.PUBLISHED,
    "Publishes an edition for use. Its questions never change again.",
  ),

  retireInstrument: step(
    InstrumentStatus.RETIRED,
    "Retires an edition: new assessments cannot use it.",
  ),
});

/** The parts as they are stored, if they form a valid questionnaire; else BAD_USER_INPUT. */
function validParts(
  dimensions: Instrument["dimensionDetails"],
  sections: Instrument["sections"],
): Pick<Instrument, "dimensionDetails" | "sections"> {
  const faults = instrumentFaults(dimensions, sections);
  if (faults.length > 0) throw badUserInput(faults);
  return { dimensionDetails: inJsonbOrder(dimensions), sections: inJsonbOrder(sections) };
}

/** Passes for a draft: published questions never change (domain, "Instrument"). */
function checkDraft({ status }: Instrument): void {
  if (status === InstrumentStatus.DRAFT) return;
  const allowed = instrumentLifecycle.allowed(status);
  throw invalidTransition("Instrument", status, InstrumentStatus.DRAFT, allowed, "input.id");
}

interface Edition {
  edition: number;
  status: InstrumentStatus;
  owner: string | null;
}

/** The number of the next edition. A key has one owner for all editions, and one draft at a time. */
async function nextEdition(work: Work, key: string, owner: string | undefined): Promise<number> {
  const statement = sql<Edition>`select edition, status::text as status, owner_id as owner
    from instrument where key = ${key} order by edition desc limit 1`;
  const { rows } = await statement.execute(work.em.getKysely());
  const [last] = rows;
  if (!last) return 1;
  if ((last.owner ?? undefined) !== owner)
    throw badField("input.key", "is already in use", "sudah dipakai");
  if (last.status === InstrumentStatus.DRAFT) {
    const text = {
      en: `Edition ${last.edition} is still a draft. Revise that one.`,
      id: `Edisi ${last.edition} masih rancangan. Ubahlah yang itu.`,
    };
    throw conflict(text, {}, "input.key");
  }
  return last.edition + 1;
}
