import { TestAssessment } from "../../testkit/assessments/test-assessment.js";
import { TestDeliberation } from "../../testkit/deliberations/test-deliberation.js";
import type { Written } from "../../testkit/mutations/documents.js";
import type { Party, World } from "../../testkit/world/world.js";

/** What the pictures show beside the sample: an invented university's assessments, and an invented meeting. */
export interface Scene {
  world: World;
  university: Party;
  /** The owner of the programme, of the sample. */
  owner: Party;
  plan: { id: string };
  action: { id: string };
  /** Assigned, and not begun. */
  assigned: TestAssessment;
  /** Being answered. */
  open: TestAssessment;
  /** Returned by its review. */
  returned: TestAssessment;
  /** Its review says that it can be accepted. */
  reviewed: TestAssessment;
  published: TestAssessment;
  /** The key of a meeting in session. */
  meeting: string;
  convener: Party;
  delegate: Party;
}

interface Question {
  key: string;
  kind: string;
  options: { key: string }[];
}

/** An answer of its kind, around a level of 1 to 5. */
function answerTo({ key: question, kind, options }: Question, at: number, level: number) {
  const scale = Math.min(5, Math.max(1, level + (at % 3) - 1));
  const contents: Record<string, object> = {
    SCALE: { scale },
    PERCENT: { percent: 18 * scale },
    NUMBER: { number: 10 * scale },
    MONEY: { money: String(1_500_000 * scale) },
    BOOLEAN: { boolean: true },
    CHOICE: { choice: options[0]?.key },
    MULTI_CHOICE: { choices: options.slice(0, 1).map(({ key }) => key) },
    TEXT: { text: "Catatan contoh." },
  };
  return { question, ...contents[kind] };
}

async function questionsOf(world: World): Promise<{ id: string; questions: Question[] }> {
  const { instruments } = await world.visitor().data<{
    instruments: { nodes: { id: string; sections: { questions: Question[] }[] }[] };
  }>(`{ instruments(first: 1, where: { key: { eq: "asset-pentagon" } }) { nodes {
    id sections { questions { key kind options { key } } } } } }`);
  const [found] = instruments.nodes;
  if (!found) throw new Error("The asset pentagon is not there");
  return { id: found.id, questions: found.sections.flatMap(({ questions }) => questions) };
}

/** A party of the sample, whose coordinator signs in by their address. */
async function partyOf(world: World, key: string): Promise<Party> {
  const { rows } = await world.hub.sql.query<Party>(
    "select id, key from organisation where key = $1",
    [key],
  );
  const [party] = rows;
  if (!party) throw new Error(`The sample has no ${key}`);
  for (const role of ["coordinator", "assessor"]) await world.as(`${role}@${key}.example`);
  return party;
}

interface Assessing {
  world: World;
  university: Party;
  owner: Party;
  plan: { id: string };
  action: { id: string };
}

async function assessmentsOf({ world, university, owner, plan, action }: Assessing) {
  const { id, questions } = await questionsOf(world);
  const setting = { university, owner, instrument: { id }, subject: { planId: plan.id } };
  const begun = (round: string, more = {}) =>
    TestAssessment.assigned(world, { ...setting, round }, more);
  const answered = async (round: string, level: number) => {
    const assessment = await begun(round);
    await assessment.answer(...questions.map((one, at) => answerTo(one, at, level)));
    return assessment;
  };
  for (const [round, level] of [["BASELINE", 1] as const, ["MIDLINE", 3] as const]) {
    const earlier = await answered(round, level);
    await earlier.submit();
    await earlier.publish();
  }
  const published = await answered("AD_HOC", 4);
  await published.submit();
  await published.publish();
  const reviewed = await answered("AD_HOC", 4);
  await reviewed.submit();
  await reviewed.review("ACCEPT", undefined, { summary: "Lengkap dan bersumber (contoh)." });
  const returned = await answered("ENDLINE", 3);
  await returned.add("assessAction", {
    ...{ actionId: action.id, completion: "LIMITED" },
    note: "Tiga dari sepuluh desa yang direncanakan (contoh).",
  });
  await returned.submit();
  const comments = [{ question: questions[0]?.key, text: "Dari tahun berapa data ini?" }];
  await returned.review("RETURN", undefined, { comments, summary: "Satu sumber perlu disebut." });
  await returned.step("returnAssessment", { reason: "Sebutkan tahun datanya." });
  const open = await begun("AD_HOC");
  await open.answer(...questions.slice(0, 9).map((one, at) => answerTo(one, at, 4)));
  const assigned = await begun("AD_HOC", { dueOn: "2031-03-31" });
  return { published, reviewed, returned, open, assigned };
}

async function keyOf(world: World, { id }: { id: string }): Promise<string> {
  const { rows } = await world.hub.sql.query<{ key: string }>(
    "select key from deliberation where id = $1",
    [id],
  );
  return rows[0]?.key ?? "";
}

/** A meeting in session in which an outcome is being decided. */
async function meetingOf(world: World, invited: readonly Party[]): Promise<string> {
  const [convener, delegate] = invited;
  if (!convener || !delegate) throw new Error("A meeting needs two parties");
  const meeting = await TestDeliberation.inSession(world, convener, invited, {
    ...{ title: "Rembuk contoh: bengkel bersama", place: "Balai desa" },
    present: invited.slice(0, -1),
  });
  const text = "Bengkel bersama dikelola oleh badan usaha milik desa.";
  const outcome: Written = await meeting.propose(convener, { text });
  await meeting.position(convener, outcome, "AGREE");
  return keyOf(world, meeting);
}

/** Makes what the pictures show, by mutations, on the sample. */
export async function setTheScene(world: World): Promise<Scene> {
  const [owner, convener, delegate] = await Promise.all(
    ["kemnaker", "disnaker-lebak", "ipb"].map((key) => partyOf(world, key)),
  );
  if (!owner || !convener || !delegate) throw new Error("The sample is another one");
  const university = await world.organisation("UNIVERSITY", { name: "Universitas Contoh" });
  const { rows } = await world.hub.sql.query<{ id: string; plan: string }>(
    `select action.id, plan_id as plan from action join action_plan on action_plan.id = plan_id
     where action_plan.lead_id = $1 order by action.id limit 1`,
    [convener.id],
  );
  const [first] = rows;
  if (!first) throw new Error("The plan of the sample has no action");
  const [plan, action] = [{ id: first.plan }, { id: first.id }];
  const assessments = await assessmentsOf({ world, university, owner, plan, action });
  const meeting = await meetingOf(world, [convener, delegate, owner]);
  return { world, university, owner, plan, action, convener, delegate, meeting, ...assessments };
}
