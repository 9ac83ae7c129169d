import { badField, badUserInput, conflict, invalidTransition } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import {
  assignGiven,
  type Clash,
  changing,
  creating,
  inJsonbOrder,
  listedText,
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
import { instrumentFaults, keptDimensions, keptSections } from "./instrument-rules.js";

const editionOnce: Clash = {
  constraint: "instrument_edition_once",
  path: "input.key",
  en: "got another edition at the same moment: try again",
  id: "mendapat edisi lain pada saat yang sama: coba lagi",
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
    description: `Begins an instrument, or the next edition of one, as DRAFT. ${writers}`,
    clashes: [editionOnce],
    async run(input, work, id) {
      const { ownerId } = input;
      const owner = ownerId ? await work.find(Organisation, ownerId, "input.ownerId") : null;
      work.authorise(mayDraftInstrument, { owner: owner?.id });
      const titleText = storedText(input.title, "input.title");
      const parts = soundParts(keptDimensions(input.dimensions), keptSections(input.sections));
      work.create(Instrument, {
        id,
        key: input.key,
        edition: await nextEdition(work, input.key, owner?.id),
        title: listedText(titleText),
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
    description: `Changes a draft; what was published never changes. ${writers}`,
    run(instrument, input) {
      checkDraft(instrument);
      const { title, dimensions, sections, sources } = input;
      assignGiven(instrument, input, ["about", "formula"]);
      if (title) {
        instrument.titleText = storedText(title, "input.title");
        instrument.title = listedText(instrument.titleText);
      }
      const parts = soundParts(
        dimensions ? keptDimensions(dimensions) : instrument.dimensionDetails,
        sections ? keptSections(sections) : instrument.sections,
      );
      Object.assign(instrument, parts);
      if (sources) instrument.sources = sourcesOf(sources);
    },
  }),

  describeInstrument: changing({
    ...ofInstrument,
    input: DescribeInstrumentInput,
    may: mayReviseInstrument,
    description: `Changes an edition, whatever its status, beside its questions: what it is for, who looks after it, its sources. ${writers}`,
    async run(instrument, input, work) {
      const { ownerId, sources } = input;
      assignGiven(instrument, input, ["about"]);
      if (ownerId) instrument.owner = await work.find(Organisation, ownerId, "input.ownerId");
      if (sources) instrument.sources = sourcesOf(sources);
    },
  }),

  publishInstrument: step(
    InstrumentStatus.PUBLISHED,
    "Opens an edition for use; its questions never change from then on.",
  ),

  retireInstrument: step(
    InstrumentStatus.RETIRED,
    "Takes an edition out of use for new assessments.",
  ),
});

/** The parts as they are stored, if they make a sound questionnaire; else BAD_USER_INPUT. */
function soundParts(
  dimensions: Instrument["dimensionDetails"],
  sections: Instrument["sections"],
): Pick<Instrument, "dimensionDetails" | "sections"> {
  const faults = instrumentFaults(dimensions, sections);
  if (faults.length > 0) throw badUserInput(faults);
  return { dimensionDetails: inJsonbOrder(dimensions), sections: inJsonbOrder(sections) };
}

/** Published questions never change (domain, "Instrument"). */
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

/** The number of the next edition: one draft at a time, and all of one key by one owner. */
async function nextEdition(work: Work, key: string, owner: string | undefined): Promise<number> {
  const statement = sql<Edition>`select edition, status::text as status, owner_id as owner
    from instrument where key = ${key} order by edition desc limit 1`;
  const { rows } = await statement.execute(work.em.getKysely());
  const [last] = rows;
  if (!last) return 1;
  if ((last.owner ?? undefined) !== owner) throw badField("input.key", "is taken", "sudah dipakai");
  if (last.status === InstrumentStatus.DRAFT) {
    const text = {
      en: `Edition ${last.edition} is a draft still: revise that one.`,
      id: `Edisi ${last.edition} masih rancangan: ubahlah yang itu.`,
    };
    throw conflict(text, {}, "input.key");
  }
  return last.edition + 1;
}
