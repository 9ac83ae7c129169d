import type { AnswerAssessmentInput } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import type { Outcome } from "../../../graph/hooks.js";
import { newId } from "../../../parts/new-id.js";
import { type Content, contentOf, type HubAnswer, isEmpty, isSame } from "../questions/content.js";
import type { Draft } from "./device.js";
import { faultsOfDrafts, inputOf, type Standing } from "./rounds.js";

/** What the sync needs of the hub and of the device. */
export interface Ends {
  save: (input: AnswerAssessmentInput) => Promise<Outcome<Standing>>;
  read: () => Promise<Outcome<Standing>>;
  store: {
    all: () => Promise<Draft[]>;
    put: (draft: Draft) => Promise<void>;
    remove: (draft: Draft) => Promise<void>;
  };
}

/** What a page shows of the answers and of their way to the hub. */
export interface SavingState {
  /** The answers that the hub has, by their questions. */
  answers: ReadonlyMap<string, HubAnswer>;
  /** Those that it has not acknowledged. */
  drafts: ReadonlyMap<string, Draft>;
  /** The questions whose answer at the hub is another than the person saw. */
  conflicts: ReadonlySet<string>;
  /** Why the hub refused a draft, by its id. */
  refusals: ReadonlyMap<string, string>;
  sending: boolean;
  /** Why the last round ended without an answer; undefined where the hub took it. */
  fault: Fault | undefined;
  /** False where the browser keeps nothing: what is not sent lives as long as the page. */
  isDurable: boolean;
  completeness: number;
  /** True once what this device has kept was read. */
  isOpen: boolean;
}

/** The most rounds that one flush makes against other writers. */
const mostRounds = 8;
/** In seconds. */
const longestPause = 60;

/** Faults after which the same request can succeed later. */
const passing = new Set(["OFFLINE", "SERVICE_UNAVAILABLE", "RATE_LIMITED", "TIMEOUT"]);

/** The mark of an answer at the hub: another one means that somebody changed it. */
const markOf = (answer: HubAnswer | undefined): string | null =>
  answer ? `${answer.id} ${answer.version}` : null;

/**
 * Brings the answers of one person to the hub: each is kept on the device until the hub has acknowledged
 * it, sent with the version that the hub has, and held back where another answer has met it.
 */
export class AnswerSync {
  private state: SavingState = {
    ...{ answers: new Map(), drafts: new Map(), conflicts: new Set(), refusals: new Map() },
    ...{ sending: false, fault: undefined, isDurable: true, completeness: 0, isOpen: false },
  };
  /** The latest version that the hub is known to have. */
  version = 0;
  private readonly listeners = new Set<() => void>();
  private running = false;
  private wanted = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly assessment: string,
    private readonly ends: Ends,
  ) {}

  readonly current = (): SavingState => this.state;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes what this device has kept, and sends it. */
  async open(): Promise<void> {
    const kept = await this.ends.store.all().catch(() => {
      this.set({ isDurable: false });
      return [];
    });
    const drafts = new Map(kept.map((draft) => [draft.question, draft]));
    for (const [question, draft] of this.state.drafts) drafts.set(question, draft);
    this.set({ drafts, isOpen: true });
    await this.flush();
  }

  readonly close = (): void => clearTimeout(this.timer);

  /** Takes what the hub has; what is older than known is left. */
  seen(standing: Standing): void {
    if (standing.version < this.version) return;
    this.version = standing.version;
    const answers = new Map(standing.answers.map((answer) => [answer.question, answer]));
    this.set({ answers, completeness: standing.completeness });
  }

  /** What a question is answered with: on this device, else at the hub; null where it is not. */
  readonly contentOf = (question: string): Content | null => {
    const draft = this.state.drafts.get(question);
    if (draft) return draft.content;
    const answer = this.state.answers.get(question);
    return answer ? contentOf(answer) : null;
  };

  /** Keeps an answer on the device; `flush` sends it. */
  readonly keep = (question: string, content: Content): void => {
    const { drafts, answers } = this.state;
    const base = drafts.get(question)?.base;
    const draft: Draft = {
      id: newId(),
      question,
      content: isEmpty(content) && !content.raw ? null : content,
      base: base === undefined ? markOf(answers.get(question)) : base,
    };
    this.put(draft);
  };

  /** Ends a conflict: mine replaces the hub's answer, or gives way to it. */
  readonly choose = (question: string, whose: "mine" | "theirs"): void => {
    const draft = this.state.drafts.get(question);
    if (!draft) return;
    const conflicts = new Set(this.state.conflicts);
    conflicts.delete(question);
    this.set({ conflicts });
    if (whose === "theirs") this.drop([draft]);
    else this.put({ ...draft, id: newId(), base: markOf(this.state.answers.get(question)) });
    void this.flush();
  };

  /** Sends what waits; once more where something was added while it was on its way. */
  readonly flush = async (): Promise<void> => {
    this.wanted = true;
    if (this.running || !this.state.isOpen) return;
    this.running = true;
    clearTimeout(this.timer);
    for (let round = 0; this.wanted && round < mostRounds; round += 1) {
      this.wanted = false;
      await this.round();
    }
    this.running = false;
    this.set({ sending: false });
    if (this.wanted) this.later(2);
  };

  private async round(): Promise<void> {
    const batch = this.batch();
    if (batch.length === 0) return this.set({ fault: undefined });
    this.set({ sending: true });
    const input = inputOf(this.assessment, this.version, batch);
    const { data, fault } = await this.ends.save(input);
    if (data) return this.acknowledged(batch, data);
    if (fault.code === "CONFLICT") return this.readAgain();
    const refused = faultsOfDrafts(fault, batch);
    if (refused.length > 0) {
      this.set({ refusals: new Map([...this.state.refusals, ...refused]) });
      this.wanted = true;
      return;
    }
    this.failed(fault);
  }

  /** The drafts that can be sent; those that the hub has already are dropped, those that met another wait. */
  private batch(): Draft[] {
    const { answers, refusals } = this.state;
    const known = [...this.state.drafts.values()].filter(({ content, question }) => {
      const answer = answers.get(question);
      return isSame(content, answer ? contentOf(answer) : null);
    });
    this.drop(known);
    const waiting = [...this.state.drafts.values()];
    const met = waiting.filter(({ question, base }) => markOf(answers.get(question)) !== base);
    this.set({ conflicts: new Set(met.map(({ question }) => question)) });
    return waiting.filter(
      (draft) =>
        draft.content?.raw === undefined && !refusals.has(draft.id) && !met.includes(draft),
    );
  }

  private acknowledged(batch: readonly Draft[], standing: Standing): void {
    this.failures = 0;
    this.seen(standing);
    const { drafts, answers } = this.state;
    this.drop(batch.filter(({ id, question }) => drafts.get(question)?.id === id));
    for (const { question } of batch) {
      const later = this.state.drafts.get(question);
      // What was typed while the earlier answer was on its way stands upon that answer.
      if (later) this.put({ ...later, base: markOf(answers.get(question)) });
    }
    this.set({ fault: undefined });
    this.wanted ||= this.batch().length > 0;
  }

  private async readAgain(): Promise<void> {
    const { data, fault } = await this.ends.read();
    if (fault) return this.failed(fault);
    this.seen(data);
    this.wanted = true;
  }

  private failed(fault: Fault): void {
    this.wanted = false;
    this.set({ fault });
    if (!passing.has(fault.code)) return;
    this.failures += 1;
    this.later(fault.retryAfter ?? 2 ** Math.min(this.failures, 6));
  }

  private later(seconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.min(seconds, longestPause) * 1000);
  }

  private put(draft: Draft): void {
    this.set({ drafts: new Map(this.state.drafts).set(draft.question, draft) });
    this.ends.store.put(draft).catch(() => this.set({ isDurable: false }));
  }

  private drop(drafts: readonly Draft[]): void {
    if (drafts.length === 0) return;
    const left = new Map(this.state.drafts);
    for (const draft of drafts) {
      left.delete(draft.question);
      this.ends.store.remove(draft).catch(() => this.set({ isDurable: false }));
    }
    this.set({ drafts: left });
  }

  private set(change: Partial<SavingState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
