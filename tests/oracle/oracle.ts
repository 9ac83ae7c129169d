import fc from "fast-check";
import { print } from "graphql";
import { GraphqlClient, type TestDatabase, TestHub } from "../testkit/hub/index.js";
import { TextSocket } from "../testkit/protocol/text-socket.js";
import { gatherCursors, gatherOpenIds } from "../testkit/random-documents/cursors.js";
import { gatherGroups } from "../testkit/random-documents/groups.js";
import { type Pools, readPools } from "../testkit/random-documents/pools.js";
import { type Question, Questions } from "../testkit/random-documents/questions.js";
import { type Difference, differenceOf, type Reply } from "./answers.js";
import { count, type Figures, noFigures } from "./figures.js";
import { readViewers, type Viewers, weightedNames } from "./viewers.js";

/** Stands between the second hub and the judge, for tests that the judge sees what it should. */
export interface Mutant {
  /** Another viewer in the place of this one. */
  viewer?: (name: string) => string;
  /** Another answer in the place of this one. */
  text?: (text: string) => string;
}

/** The answers to one question, turn by turn, and the first place where two differ. */
export interface Judgement {
  replies: Reply[];
  difference: Difference | undefined;
}

/** What was found out in one round of questions. */
export interface Round {
  seed: number;
  figures: Figures;
  /** The first difference, in the smallest document that shows it. */
  found?: { question: Question; difference: Difference | undefined; path: string } | undefined;
}

/** What to play in one round. */
export interface RoundOptions {
  seed: number;
  documents: number;
  /** Only the one question at this path of fast-check's. */
  path?: string | undefined;
  /** How many smaller documents are tried once one shows a difference. */
  shrinkings?: number;
  /** A document of so few lines is small enough; without it, the smallest is looked for. */
  shortLines?: number;
  mutant?: Mutant;
  /** The answers of rounds of the same seed: what they asked is not asked again. */
  known?: Map<string, Reply>;
}

/** The viewer whose credential is refused. */
const broken = "with a broken token";

const usualSettings = { RESPONSE_CACHE_BYTES: "0", LIVE_IDLE_SECONDS: "86400" };

/** Two hubs over one database, one of which plans what it reads, and what to ask them with. */
export class Oracle {
  /** The sockets of the planning hub, by viewer and language. */
  private readonly sockets = new Map<string, Promise<TextSocket>>();

  private constructor(
    private readonly resolving: TestHub,
    private readonly planning: TestHub,
    private readonly pools: Pools,
    readonly viewers: Viewers,
  ) {}

  /** Starts both hubs; `keys` are API keys that work. */
  static async start(database: TestDatabase, keys: readonly string[]): Promise<Oracle> {
    const start = (PLANNED_READS: string) =>
      TestHub.start("sample", { ...usualSettings, PLANNED_READS }, database);
    const resolving = await start("off");
    const planning = await start("on");
    const pools = await readPools(database.url);
    const viewers = await readViewers(database.url, keys);
    const readers = ["visitor", ...Object.keys(viewers).filter((name) => name.includes("@"))];
    const clients = readers
      .slice(0, 3)
      .map((name) => new GraphqlClient(resolving.url, viewers[name] ?? {}));
    await gatherOpenIds(resolving.visitor, pools);
    await gatherCursors(clients, pools);
    await gatherGroups(resolving.visitor, pools);
    return new Oracle(resolving, planning, pools, viewers);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) (await socket).close();
    await this.planning.stop();
    await this.resolving.stop();
  }

  /** Asks both hubs, the planning one over a WebSocket too, and compares what they say, until they differ. */
  async judge(
    question: Question,
    mutant: Mutant = {},
    known?: Map<string, Reply>,
  ): Promise<Judgement> {
    const replies: Reply[] = [];
    for (const [at, name] of question.viewers.entries()) {
      const asked = mutant.viewer?.(name) ?? name;
      const [reply, first] = await Promise.all([
        this.answer(this.resolving.url, question, at, name, known),
        this.answer(this.planning.url, question, at, asked, known),
      ]);
      replies.push(reply);
      // The ledger's lines are first read by the rules of all nouns, and then by those that are expected.
      const others = [first];
      if (showsLines(question)) others.push(await this.ask(this.planning.url, question, at, asked));
      const overSocket = await this.overSocket(question, at, asked, known);
      if (overSocket !== undefined) {
        others.push({ ...first, text: overSocket });
        replies.push({ ...first, text: overSocket });
      }
      for (const other of others) {
        const planned = mutant.text ? { ...other, text: mutant.text(other.text) } : other;
        const difference = differenceOf(reply, planned);
        if (difference) return { replies, difference };
      }
    }
    return { replies, difference: undefined };
  }

  /** Asks many random questions until two answers differ. */
  async play({
    seed,
    documents,
    path: only,
    shrinkings = 3000,
    shortLines = 0,
    mutant,
    known,
  }: RoundOptions): Promise<Round> {
    const figures = noFigures();
    let hasFailed = false;
    let shrunk = 0;
    let isShort = false;
    // As it was seen: what hangs on time may not be seen again.
    let seen: Difference | undefined;
    const questions = new Questions(this.pools, weightedNames(this.viewers));
    const before = await this.reads();
    let asked = before;
    const property = fc.asyncProperty(questions, async (question) => {
      if (hasFailed) shrunk += 1;
      if (isShort || shrunk > shrinkings) return true;
      const { replies, difference } = await this.judge(question, mutant, known);
      if (!hasFailed) count(figures, replies);
      if (difference && !hasFailed) {
        hasFailed = true;
        asked = await this.reads();
      }
      seen = difference ?? seen;
      if (difference) isShort = linesOf(question.document) <= shortLines;
      return difference === undefined;
    });
    const once = only === undefined ? {} : { path: only, endOnFailure: true };
    const details = await fc.check(property, { seed, numRuns: documents, ...once });
    if (!hasFailed) asked = await this.reads();
    countReads(figures, before, asked);
    if (!details.failed || !details.counterexample) return { seed, figures };
    const [question] = details.counterexample;
    const path = details.counterexamplePath ?? "";
    return { seed, figures, found: { question, difference: seen, path } };
  }

  /** The answer of the planning hub over a WebSocket; undefined for a viewer who gets no connection. */
  private async overSocket(
    question: Question,
    at: number,
    viewer: string,
    known: Map<string, Reply> | undefined,
  ): Promise<string | undefined> {
    // What a mutant is judged by was seen to be right before.
    if (viewer === broken || known) return undefined;
    const { document, turns, operationName, language } = question;
    const key = `${viewer} ${language}`;
    const opened =
      this.sockets.get(key) ??
      TextSocket.open(this.planning, { ...this.viewers[viewer], language });
    this.sockets.set(key, opened);
    const socket = await opened;
    return socket.answer({ query: print(document), variables: turns[at], operationName });
  }

  private async answer(
    url: string,
    question: Question,
    at: number,
    viewer: string,
    known: Map<string, Reply> | undefined,
  ): Promise<Reply> {
    const { document, turns, operationName, language } = question;
    const key = JSON.stringify([url, viewer, language, operationName, turns[at], print(document)]);
    const reply = known?.get(key) ?? (await this.ask(url, question, at, viewer));
    known?.set(key, reply);
    return reply;
  }

  private async ask(url: string, question: Question, at: number, viewer: string): Promise<Reply> {
    const { document, turns, operationName, language } = question;
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": language,
        ...this.viewers[viewer],
      },
      body: JSON.stringify({ query: print(document), variables: turns[at], operationName }),
    });
    const type = response.headers.get("content-type");
    return { status: response.status, type, text: await response.text() };
  }

  /** The queries that the planning hub has answered, by the labels of its counter. */
  private async reads(): Promise<Map<string, number>> {
    const response = await fetch(this.planning.metricsUrl);
    const counted = (await response.text()).matchAll(/^rembuk_reads_total\{(.*)\} (\d+)$/gm);
    return new Map([...counted].map(([, labels = "", value]) => [labels, Number(value)]));
  }
}

const showsLines = ({ document }: Question): boolean => /\bchanges\b/.test(print(document));

/** The length of a document as people read it. */
export const linesOf = (document: Question["document"]): number =>
  print(document).split("\n").length;

/** The counts of the planning hub between two readings of its counter. */
function countReads(
  figures: Figures,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  for (const [labels, value] of after) {
    const more = value - (before.get(labels) ?? 0);
    if (labels.includes('path="planned"')) figures.planned += more;
    else if (more > 0 && !/="off"|cause=""/.test(labels)) figures.causes[labels] = more;
  }
}

/** A difference as people can repeat it. */
export function reportOf({ seed, found }: Round): string {
  if (!found) return "No difference.";
  const { question, difference, path } = found;
  const { viewers, document, turns, operationName, language } = question;
  return [
    `DIFFERENCE at ${difference?.path}`,
    `  resolver: ${JSON.stringify(difference?.resolver)?.slice(0, 600)}`,
    `  planned:  ${JSON.stringify(difference?.planned)?.slice(0, 600)}`,
    print(document),
    ...(operationName === undefined ? [] : [`operation: ${operationName}`]),
    `language: ${language}`,
    ...viewers.map((viewer, at) => `asked by ${viewer} with ${JSON.stringify(turns[at])}`),
    `again: npm run oracle -- --seed ${seed} --path ${path}`,
  ].join("\n");
}
