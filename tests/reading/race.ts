import type pg from "pg";
import { DatabaseWatch } from "../../src/platform/database/index.js";
import { ChangedTables, PlanRunner } from "../../src/reading/index.js";
import { GraphqlClient, TestHub, tokenFor } from "../testkit/hub/index.js";
import { randomFrom } from "../testkit/random/random.js";
import { readCounts } from "../testkit/reading/read-counts.js";
import { type Party, World } from "../testkit/world/world.js";

/** The largest number of faults that are reported. */
const mostFaults = 5;
const nodes = 3;
const readers = 8;
/** So many answers of Postgres at once are slow to reach their hub, each by so many other answers. */
const mostSlow = 3;
const slowness = 12;

/** What is slowed down in all hubs of this process. */
const answering = PlanRunner.prototype;
const looking = DatabaseWatch.prototype;
const following = ChangedTables.prototype as unknown as {
  changesUpTo(head: number): Promise<unknown[]>;
};
/** A word in what lists count, and in nothing else. */
const mark = "Balapan";

type Fields = Record<string, unknown>;
/** What the ledger says of each thing at some position, by ids. */
type State = ReadonlyMap<string, Fields>;

/** Something that is written again and again, by somebody who may. */
interface Target {
  mutation: string;
  noun: string;
  id: string;
  version: number;
  email: string;
  change: (turn: number) => Fields;
}

/** What is asked, by whom, and what the ledger says that the answer is. */
interface Question {
  document: string;
  variables: Fields;
  /** Nobody where it is a visitor. */
  email: string | undefined;
  expected: (state: State) => unknown;
}

/** An answer as it came, and the position that it had to reach. */
interface RaceAnswer {
  question: Question;
  node: number;
  data: unknown;
  position: number;
  atLeast: number;
}

/** The title that a row of the ledger's state has. */
const titleIn = (row: unknown): unknown =>
  (row as { titleText?: { indonesian?: string } } | undefined)?.titleText?.indonesian;

const sorted = (titles: unknown[]): unknown[] => [...titles].sort();

/** The order of a page's rows is another test's business. */
function inOrder(data: unknown): unknown {
  const plan = (data as { plan?: { actions: { nodes: { title: string }[] } } }).plan;
  return plan ? { plan: { titles: sorted(plan.actions.nodes.map(({ title }) => title)) } } : data;
}

/**
 * Several hubs over one database, of which random ones are asked while others are written to. Each answer
 * must be what the ledger says at the position that it names, and no older than what its requester, or
 * anyone who asked the same hub before had seen.
 */
export class Race {
  private readonly told: RaceAnswer[] = [];
  /** The position that each hub has reached in its answers, and that of any answer or write. */
  private readonly seenAt: number[] = Array.from({ length: nodes }, () => 0);
  private seen = 0;
  private answers = 0;
  private wanted = 0;
  private slow = 0;
  private readonly usual = {
    run: answering.run,
    read: looking.read,
    changesUpTo: following.changesUpTo,
  };
  private waiting: (() => void)[] = [];
  private readonly clients = new Map<string, GraphqlClient>();

  private constructor(
    private readonly hubs: readonly TestHub[],
    private readonly targets: readonly Target[],
    private readonly questions: readonly Question[],
    private readonly random: () => number,
  ) {}

  static async start(seed: number): Promise<Race> {
    const first = await TestHub.start("regions");
    const others = Array.from({ length: nodes - 1 }, () =>
      TestHub.start("regions", {}, first.database),
    );
    const hubs = [first, ...(await Promise.all(others))];
    const { targets, questions } = await lay(new World(first));
    const race = new Race(hubs, targets, questions, randomFrom(seed));
    race.slowDown();
    return race;
  }

  /** The answers that came from the response cache, of all hubs. */
  async cachedAnswers(): Promise<number> {
    const counts = await Promise.all(this.hubs.map(readCounts));
    return counts.reduce((sum, { cached = 0 }) => sum + cached, 0);
  }

  async stop(): Promise<void> {
    answering.run = this.usual.run;
    looking.read = this.usual.read;
    following.changesUpTo = this.usual.changesUpTo;
    for (const hub of this.hubs.toReversed()) await hub.stop();
  }

  /** Has so many questions answered, with a write after every few of them; gives what was wrong. */
  async play(answers: number): Promise<string[]> {
    this.told.length = 0;
    this.answers = 0;
    this.wanted = answers;
    const reading = Array.from({ length: readers }, (_, at) => this.reader(at));
    await Promise.all([...reading, this.writer()]);
    return this.faults();
  }

  /**
   * Lets some of what Postgres answers reach its hub only when the ledger has gone on, and some hubs
   * look at the ledger and follow it late.
   */
  private slowDown(): void {
    const { run, read, changesUpTo } = this.usual;
    const late = <T>(answer: Promise<T>) => this.late(answer);
    answering.run = function slowly(this: PlanRunner, ...given) {
      return late(run.apply(this, given));
    };
    looking.read = function slowly<T extends pg.QueryResultRow>(this: DatabaseWatch, text: string) {
      return late(read.call(this, text) as Promise<T[]>);
    };
    following.changesUpTo = function slowly(this: typeof following, head) {
      return late(changesUpTo.call(this, head));
    };
  }

  private async late<T>(answer: Promise<T>): Promise<T> {
    const isLate = this.slow < mostSlow && this.below(3) === 0;
    if (!isLate) return answer;
    this.slow += 1;
    await answer.catch(() => undefined);
    await this.further(slowness);
    this.slow -= 1;
    return answer;
  }

  /** Waits for so many more answers, or for the end. */
  private async further(more: number): Promise<void> {
    const until = Math.min(this.answers + more, this.wanted);
    while (this.answers < until) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Half of them stay with one hub and name no position, as a browser; the others roam and name it. */
  private async reader(at: number): Promise<void> {
    while (this.answers < this.wanted) {
      const stays = at % 2 === 0;
      const node = stays ? at % nodes : this.below(nodes);
      const question = this.questions[this.below(this.questions.length)] as Question;
      const atLeast = stays ? (this.seenAt[node] ?? 0) : this.seen;
      const client = await this.client(node, question.email);
      const asking = stays ? client : client.with({ "rembuk-position": String(atLeast) });
      const answer = await asking.ask(question.document, question.variables);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      const position = answer.extensions?.position ?? 0;
      this.told.push({ question, node, data: inOrder(answer.data), position, atLeast });
      this.note(node, position);
      this.answers += 1;
      for (const go of this.waiting.splice(0)) go();
    }
  }

  private async writer(): Promise<void> {
    for (let turn = 0; this.answers < this.wanted; turn += 1) {
      const target = this.targets[this.below(this.targets.length)] as Target;
      await this.write(target, this.below(nodes), turn);
      await this.further(this.below(25));
    }
  }

  private async write(target: Target, node: number, turn: number): Promise<void> {
    const { mutation, noun, id, email, change } = target;
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { written: ${mutation}(input: $input) { position noun: ${noun} { version } } }`;
    const input = { id, expectedVersion: target.version, ...change(turn) };
    const client = await this.client(node, email);
    const { written } = await client.data<{
      written: { position: number; noun: { version: number } };
    }>(document, { input } as never);
    target.version = written.noun.version;
    this.note(node, written.position);
  }

  private note(node: number, position: number): void {
    this.seenAt[node] = Math.max(this.seenAt[node] ?? 0, position);
    this.seen = Math.max(this.seen, position);
  }

  private below(most: number): number {
    return Math.floor(this.random() * most);
  }

  private async client(node: number, email: string | undefined): Promise<GraphqlClient> {
    const key = `${node} ${email}`;
    const headers: Record<string, string> = email
      ? { authorization: `Bearer ${await tokenFor(email)}` }
      : {};
    const client =
      this.clients.get(key) ?? new GraphqlClient((this.hubs[node] as TestHub).url, headers);
    this.clients.set(key, client);
    return client;
  }

  private async faults(): Promise<string[]> {
    const changes = await changesOf((this.hubs[0] as TestHub).sql);
    const state = new Map<string, Fields>();
    const faults: string[] = [];
    let next = 0;
    for (const one of [...this.told].sort((a, b) => a.position - b.position)) {
      for (let change = changes[next]; change && change.position <= one.position; ) {
        state.set(change.id, { ...state.get(change.id), ...change.fields });
        next += 1;
        change = changes[next];
      }
      const expected = one.question.expected(state);
      if (JSON.stringify(one.data) !== JSON.stringify(expected)) faults.push(wrong(one, expected));
      if (one.position < one.atLeast) faults.push(`${shown(one)}, after ${one.atLeast} was seen`);
    }
    return faults.slice(0, mostFaults);
  }
}

const shown = ({ node, position, question, data }: RaceAnswer): string =>
  `hub ${node} at ${position}: ${question.document} gave ${JSON.stringify(data)}`;

const wrong = (reported: RaceAnswer, expected: unknown): string =>
  `${shown(reported)}; the ledger says ${JSON.stringify(expected)}`;

interface ChangedThing {
  position: number;
  id: string;
  fields: Fields;
}

async function changesOf(sql: pg.Pool): Promise<ChangedThing[]> {
  const { rows } = await sql.query<{ position: number; id: string; fields: Fields }>(
    `select position::float8 as position, entity_id as id,
       (select jsonb_object_agg(key, value->'after') from jsonb_each(diff)) as fields
     from change order by position`,
  );
  return rows;
}

/** What is written and what is asked: plans that come and go from sight, their actions, organisations. */
async function lay(world: World): Promise<{ targets: Target[]; questions: Question[] }> {
  const operator = "operator@rembuk.example";
  const [lead, other] = [await world.organisation(), await world.organisation()];
  const programme = await world.programme(lead);
  const email = `coordinator@${lead.key}.example`;
  const targets: Target[] = [];
  const questions: Question[] = [];
  const target = (
    mutation: string,
    noun: string,
    id: string,
    by: string,
    change: Target["change"],
  ) => targets.push({ mutation, noun, id, version: 1, email: by, change });
  for (const { id } of [lead, other]) {
    target("updateOrganisation", "organisation", id, operator, (turn) => ({
      name: `Nama ${turn}`,
    }));
    questions.push(organisationQuestion(id));
  }
  const plans: string[] = [];
  for (const title of [`${mark} satu`, `${mark} dua`]) {
    const plan = await world.plan(programme, lead, { title });
    const actions = await actionsOf(world, lead, plan);
    plans.push(plan.id);
    target("updateActionPlan", "actionPlan", plan.id, email, (turn) => ({
      title: `${mark} ${turn}`,
      visibility: turn % 3 === 0 ? "ORGANISATION" : "PUBLIC",
    }));
    for (const id of actions) {
      target("updateAction", "action", id, email, (turn) => ({ title: `Kegiatan ${turn}` }));
    }
    for (const who of [undefined, email]) questions.push(planQuestion(plan.id, actions, who));
  }
  for (const who of [undefined, email]) questions.push(countQuestion(plans, who));
  return { targets, questions };
}

async function actionsOf(world: World, lead: Party, plan: { id: string }): Promise<string[]> {
  const made = [await world.action(lead, plan), await world.action(lead, plan)];
  return made.map(({ id }) => id);
}

const organisationQuestion = (id: string): Question => ({
  document: "query ($id: ID!) { organisation(id: $id) { name } }",
  variables: { id },
  email: undefined,
  expected: (state) => ({ organisation: { name: state.get(id)?.name } }),
});

const isSeen = (state: State, plan: string, email: string | undefined): boolean =>
  email !== undefined || state.get(plan)?.visibility === "PUBLIC";

const planQuestion = (id: string, actions: readonly string[], email?: string): Question => ({
  document:
    "query ($id: ID!) { plan: actionPlan(id: $id) { actions(first: 9) { nodes { title } } } }",
  variables: { id },
  email,
  expected: (state) => {
    if (!isSeen(state, id, email)) return { plan: null };
    return { plan: { titles: sorted(actions.map((action) => titleIn(state.get(action)))) } };
  },
});

const countQuestion = (plans: readonly string[], email?: string): Question => ({
  document:
    "query ($word: String!) { plans: actionPlans(where: { title: { contains: $word } }) { totalCount } }",
  variables: { word: mark },
  email,
  expected: (state) => ({
    plans: { totalCount: plans.filter((id) => isSeen(state, id, email)).length },
  }),
});
