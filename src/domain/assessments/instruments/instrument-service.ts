import type { Viewer } from "../../../access/index.js";
import { badField, badUserInput, conflict, invalidTransition } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import {
  assignGiven,
  type Done,
  explainClash,
  inJsonbOrder,
  listedText,
  sourcesOf,
  storedText,
  UseCases,
  type Work,
} from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import {
  mayDraftInstrument,
  mayPublishInstrument,
  mayReviseInstrument,
} from "../assessment-policy.js";
import { InstrumentStatus, instrumentLifecycle, ScoreFormula } from "../enums.js";
import { Instrument } from "./instrument.js";
import type {
  DescribeInstrumentInput,
  DraftInstrumentInput,
  InstrumentStepInput,
  ReviseInstrumentInput,
} from "./instrument-inputs.js";
import { instrumentFaults, keptDimensions, keptSections } from "./instrument-rules.js";

explainClash(
  "instrument_edition_once",
  "input.key",
  "got another edition at the same moment: try again",
  "mendapat edisi lain pada saat yang sama: coba lagi",
);

const facts = ({ owner }: Instrument) => ({ owner: owner?.id });

/** Instruments: questionnaires in editions. */
export class InstrumentService extends UseCases {
  /** Begins an instrument, or the next edition of one. */
  draftInstrument(viewer: Viewer, input: DraftInstrumentInput): Promise<Done> {
    return this.creating(viewer, "draftInstrument", Instrument, input, async (work, id) => {
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
    });
  }

  /** Changes a draft. */
  reviseInstrument(viewer: Viewer, input: ReviseInstrumentInput): Promise<Done> {
    const permission = mayReviseInstrument;
    const spec = { operation: "reviseInstrument", target: Instrument, permission, facts };
    return this.changing(viewer, spec, input, (instrument) => {
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
    });
  }

  /** Changes what is said of an edition: what it is for, who looks after it, where it comes from. */
  describeInstrument(viewer: Viewer, input: DescribeInstrumentInput): Promise<Done> {
    const permission = mayReviseInstrument;
    const spec = { operation: "describeInstrument", target: Instrument, permission, facts };
    return this.changing(viewer, spec, input, async (instrument, work) => {
      const { ownerId, sources } = input;
      assignGiven(instrument, input, ["about"]);
      if (ownerId) instrument.owner = await work.find(Organisation, ownerId, "input.ownerId");
      if (sources) instrument.sources = sourcesOf(sources);
    });
  }

  /** Opens an edition for use; from now on its questions never change. */
  publishInstrument(viewer: Viewer, input: InstrumentStepInput): Promise<Done> {
    return this.step(viewer, "publishInstrument", input, InstrumentStatus.PUBLISHED);
  }

  /** Takes an edition out of use for new assessments. */
  retireInstrument(viewer: Viewer, input: InstrumentStepInput): Promise<Done> {
    return this.step(viewer, "retireInstrument", input, InstrumentStatus.RETIRED);
  }

  private step(
    viewer: Viewer,
    operation: string,
    input: InstrumentStepInput,
    to: InstrumentStatus,
  ): Promise<Done> {
    const spec = { operation, target: Instrument, permission: mayPublishInstrument, facts };
    return this.changing(viewer, spec, input, (instrument) => {
      instrumentLifecycle.check(instrument.status, to, "input.id");
      instrument.status = to;
      if (to === InstrumentStatus.PUBLISHED) instrument.publishedAt = new Date();
    });
  }
}

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
