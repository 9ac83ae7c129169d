import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Setting, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { Spreadsheet, type Typed } from "../testkit/files/spreadsheet.js";
import { downloadFile, type FileAnswer, types, uploadFile } from "../testkit/files/transfers.js";
import type { CheckedClient, Refusal } from "../testkit/hub/checked-client.js";
import { tokenFor } from "../testkit/hub/index.js";
import { type Change, type Watch, watch } from "../testkit/live/live-world.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

interface Question {
  key: string;
  kind: string;
  maximum: number | null;
}

/** Answers to every question of the asset pentagon: `at` on scales, the best value otherwise. */
const answersTo = (questions: readonly Question[], at: number): Input[] =>
  questions.flatMap(({ key, kind, maximum }): Input[] => {
    if (kind === "SCALE") return [{ question: key, scale: at }];
    if (kind === "PERCENT") return [{ question: key, percent: Number(maximum) * 0.6 }];
    if (kind === "BOOLEAN") return [{ question: key, boolean: true }];
    return [];
  });

/** The result of a file with answers: the refusal of the first try, and the number of accepted answers. */
interface Offline {
  refused: FileAnswer;
  taken: number;
  /** The addresses of the wrong cells. */
  wrong: string[];
}

/** Mistakes of the first try: a value out of range, a formula, a date. */
const mistakes: Record<string, Typed> = {
  "human-1": 9,
  "social-2": { formula: "1+2", result: 3 },
  "natural-3": new Date("2026-03-02T00:00:00Z"),
};

/** A university fills a whole assessment in a workbook, with three wrong cells first. */
async function fillOffline(asesmen: TestAssessment, answers: readonly Input[]): Promise<Offline> {
  const assessor = await asesmen.world.member(asesmen.setting.university, "ASSESSOR");
  const path = `/assessments/${asesmen.id}/workbook.xlsx`;
  const { content } = await downloadFile(assessor, path);
  const workbook = await Spreadsheet.open(content);
  const upload = async () => {
    const file = await workbook.save();
    return uploadFile<{ taken: number }>(assessor, ["POST", path], file, {
      "content-type": types.xlsx,
    });
  };
  for (const { question, scale, percent, boolean } of answers) {
    const typed = boolean === undefined ? ((scale ?? percent) as number) : "Ya";
    workbook.type(String(question), mistakes[String(question)] ?? typed);
  }
  const refused = await upload();
  const wrong = Object.keys(mistakes).map((key) => workbook.answerOf(key));
  for (const { question, scale } of answers) {
    if (mistakes[String(question)]) workbook.type(String(question), scale as number);
  }
  const { body } = await upload();
  return { refused, taken: body.taken, wrong };
}

/** A university fills an assessment question by question. */
async function fillOneByOne(asesmen: TestAssessment, answers: readonly Input[]): Promise<number[]> {
  const completeness: number[] = [];
  for (const answer of answers) {
    await asesmen.answer(answer);
    const found = await asesmen.shown<{ completeness: number }>("completeness");
    completeness.push(found?.completeness ?? 0);
  }
  return completeness;
}

interface Shown {
  id: string;
  agreement: { alpha: number; units: number; assessments: { university: { id: string } }[] } | null;
  scores: { dimension: string; value: number }[];
}

/** Two areas of a ministry, assessed by two universities from the assignment to the publication. */
class Play {
  readonly refusals: Record<string, Refusal> = {};
  /** The assessments by area and university. */
  readonly made: TestAssessment[] = [];
  action!: Written;
  completeness: number[] = [];
  offline!: Offline;
  watching!: Watch<Change>;

  constructor(
    readonly world: World,
    readonly ministry: Party,
    readonly lead: Party,
    readonly universities: readonly [Party, Party],
    readonly funder: Party,
  ) {}

  static async begin(): Promise<Play> {
    const world = await World.start();
    const party = (sector?: string) => world.organisation(sector);
    return new Play(
      world,
      await party("CENTRAL_GOVERNMENT"),
      await party("REGIONAL_GOVERNMENT"),
      [await party(), await party()],
      await party(),
    );
  }

  get coordinator(): Promise<CheckedClient> {
    return this.world.member(this.ministry, "COORDINATOR");
  }

  /** The questionnaire that the hub provides. */
  async pentagon(): Promise<{ id: string; questions: Question[] }> {
    interface Found {
      instruments: { nodes: { id: string; sections: { questions: Question[] }[] }[] };
    }
    const { instruments } = await this.world.visitor().data<Found>(`{
      instruments(where: { eq: "asset-pentagon", status: { eq: PUBLISHED } }) {
        nodes { id sections { questions { key kind maximum } } } } }`);
    const [found] = instruments.nodes;
    if (!found) throw new Error("The hub has no asset pentagon");
    return { id: found.id, questions: found.sections.flatMap(({ questions }) => questions) };
  }

  /** Two areas, each with a plan; the funder funds both. */
  async areas(): Promise<Written[]> {
    const programme = await this.world.programme(this.ministry);
    const areas: Written[] = [];
    for (const name of ["Kasepuhan", "Dieng"]) {
      const place = { name, regions: ["36.02"], programmeId: programme.id };
      const area = await write(await this.coordinator, "createArea", place);
      const participants = [{ organisationId: this.funder.id, role: "FUNDING" }];
      const plan = await this.world.plan(programme, this.lead, { areaId: area.id, participants });
      this.action ??= await this.world.action(this.lead, plan);
      areas.push(area);
    }
    await this.world.report(this.lead, this.action, { progress: 100 });
    return areas;
  }

  async run(): Promise<void> {
    const { world, ministry: owner, universities } = this;
    const areas = await this.areas();
    const { id, questions } = await this.pentagon();
    const coordinator = await this.coordinator;
    for (const university of universities) await world.member(university, "ASSESSOR");
    const socket = world.hub.socket(await tokenFor(`coordinator@${owner.key}.example`));
    const { extensions } = await world.visitor().ask("{ viewer { kind } }");
    const after = Number(extensions?.position);
    this.watching = watch<Change>(socket, { after, where: { entity: { eq: "Assessment" } } });

    for (const area of areas) {
      const subject = { areaId: area.id };
      const common = { owner, instrument: { id }, subject, round: "BASELINE" };
      this.refusals.funder = await this.assignedTo(coordinator, {
        ...common,
        university: this.funder,
      });
      for (const university of universities) {
        const setting: Setting = { ...common, university };
        this.made.push(await TestAssessment.assigned(world, setting, { dueOn: "2026-12-01" }));
      }
    }
    await this.fill(questions);
    for (const asesmen of this.made) await asesmen.submit();
    await this.review();
    for (const asesmen of this.made) await asesmen.step("publishAssessment");
  }

  private async assignedTo(coordinator: CheckedClient, setting: Setting): Promise<Refusal> {
    const { university, instrument, subject, round } = setting;
    const input = { instrumentId: instrument.id, universityId: university.id, round, ...subject };
    return refused(coordinator, "assignAssessment", input);
  }

  private async fill(questions: readonly Question[]): Promise<void> {
    const [first, second, third, fourth] = this.made as [
      TestAssessment,
      TestAssessment,
      TestAssessment,
      TestAssessment,
    ];
    this.refusals.early = await first.cannot("submitAssessment");
    this.completeness = await fillOneByOne(first, answersTo(questions, 4));
    await fillOneByOne(third, answersTo(questions, 2));
    this.offline = await fillOffline(second, answersTo(questions, 2));
    await fourth.answer(...answersTo(questions, 5));
    const finding = { text: "Akses modal lemah", recommendation: "Perkuat koperasi" };
    await first.add("addFinding", { ...finding, actionIds: [this.action.id] });
    await first.add("assessAction", { actionId: this.action.id, completion: "LIMITED" });
    await first.add("addEvidence", {
      ...{ title: "Survei rumah tangga", address: "https://a.example/survei" },
      question: "financial-1",
    });
  }

  /** The second university's first assessment is returned, corrected and then treated like the others. */
  private async review(): Promise<void> {
    const [first, second, ...rest] = this.made as [
      TestAssessment,
      TestAssessment,
      ...TestAssessment[],
    ];
    const comments = [{ question: "human-1", text: "Berbeda jauh dari data dinas" }];
    await second.review("RETURN", undefined, { comments });
    this.refusals.accepted = await second.cannot("acceptAssessment");
    await second.step("returnAssessment", { reason: "Lihat catatan" });
    await second.scales({ "human-1": 4, "social-1": 4 });
    await second.step("submitAssessment");
    for (const asesmen of [first, second, ...rest]) {
      await asesmen.review();
      await asesmen.step("acceptAssessment");
    }
  }

  /** An area as a visitor sees it. */
  async shown({ id }: { id: string }): Promise<Shown[]> {
    const { assessments } = await this.world.visitor().data<{ assessments: { nodes: Shown[] } }>(
      `query ($id: ID!) { assessments(where: { area: { id: { eq: $id } } }) { nodes {
        id scores { dimension value }
        agreement { alpha units assessments { university { id } } } } } }`,
      { id } as never,
    );
    return assessments.nodes;
  }
}

describe("Two areas, assessed by two universities", () => {
  let play: Play;

  beforeAll(async () => {
    play = await Play.begin();
    await play.run();
  }, 180_000);
  afterAll(() => play.world.stop());

  const areaOf = (at: number) => {
    const { subject } = (play.made[at] as TestAssessment).setting;
    return { id: (subject as { areaId: string }).areaId };
  };

  it("refuses a university that funds the plan, and an assessment that is incomplete or not accepted", () => {
    const refusals = Object.entries(play.refusals).map(([name, { code, error }]) => [
      ...[name, code, error.extensions.reason],
    ]);
    expect(refusals).toEqual([
      ["funder", "FORBIDDEN", "NOT_INDEPENDENT"],
      ["early", "BAD_USER_INPUT", undefined],
      ["accepted", "INVALID_TRANSITION", "REVIEW_NEEDED"],
    ]);
    expect(play.refusals.early?.paths.length).toBeGreaterThan(20);
  });

  it("accepts nothing of a workbook with three wrong cells, and all of it after their correction", () => {
    const { refused: first, wrong, taken } = play.offline;
    expect([first.status, first.code, first.paths.sort()]).toEqual([
      400,
      "BAD_USER_INPUT",
      wrong.sort(),
    ]);
    expect(taken).toBe(22);
  });

  it("reports its progress with every answer", () => {
    const { completeness } = play;
    expect(completeness).toEqual(completeness.toSorted((a, b) => a - b));
    expect([completeness[0], completeness.at(-1)]).toEqual([expect.any(Number), 100]);
    expect(completeness[0]).toBeLessThan(10);
  });

  it("shows everybody the scores and the agreement of the two", async () => {
    for (const at of [0, 2]) {
      const shown = await play.shown(areaOf(at));
      expect(shown.map(({ id }) => id).sort()).toEqual(
        [play.made[at], play.made[at + 1]].map((one) => one?.id).sort(),
      );
      for (const { agreement, scores } of shown) {
        expect(scores.map(({ dimension }) => dimension)).toEqual([
          ...["HUMAN", "SOCIAL", "NATURAL", "PHYSICAL", "FINANCIAL"],
        ]);
        expect(agreement?.units).toBe(22);
        expect(agreement?.alpha).toBeLessThan(0.5);
        expect(agreement?.assessments.map(({ university }) => university.id).sort()).toEqual(
          play.universities.map(({ id }) => id).sort(),
        );
      }
    }
    // human: 4 of 5 on the scale is 75, on four questions, and 60 per cent.
    const [first] = (await play.shown(areaOf(0))).filter(({ id }) => id === play.made[0]?.id);
    expect(first?.scores[0]).toEqual({ dimension: "HUMAN", value: 72 });
  });

  it("shows the report of the lead beside the finding and the reply", async () => {
    const { world, action, lead } = play;
    const voices = async () => {
      const found = await world
        .visitor()
        .data<{ action: Input & { assessed: { finding: Written } } }>(
          `query ($id: ID!) { action(id: $id) {
          reported { completion } assessed { completion finding { id } } divergence reply
          findings { text recommendation } } }`,
          { id: action.id } as never,
        );
      return found.action;
    };
    const { assessed, ...before } = await voices();
    expect(before).toEqual({
      ...{ reported: { completion: "COMPLETE" }, divergence: 2, reply: null },
      findings: [{ text: "Akses modal lemah", recommendation: "Perkuat koperasi" }],
    });
    const client = await world.member(lead, "COORDINATOR");
    const input = { findingId: assessed.finding.id, text: "Bukti serah terima terlampir" };
    await write(client, "replyToFinding", input);
    expect((await voices()).reply).toBe("Bukti serah terima terlampir");
  });

  it("was streamed to the ministry's coordinator, every step in order", async () => {
    const { rows } = await play.world.hub.sql.query<{ position: number; operation: string }>(
      "select position::int, operation from change where entity = 'Assessment' order by position",
    );
    const streamed = await play.watching.upTo(rows.at(-1)?.position ?? 0);
    expect(streamed.map(({ position, operation }) => ({ position, operation }))).toEqual(rows);
    const returned = play.made[1]?.id;
    const steps = streamed.filter(({ entityId }) => entityId === returned);
    expect(steps.map(({ operation }) => operation)).toEqual([
      ...["assignAssessment", "takeWorkbook", "declareInterests", "submitAssessment"],
      ...["beginReview", "returnAssessment", "answerAssessment", "submitAssessment"],
      ...["beginReview", "acceptAssessment", "publishAssessment"],
    ]);
    await play.watching.stop();
  });
});
