import { Gauge } from "prom-client";
import { scopeOf, type Viewer, visitor } from "../access/index.js";
import { viewerTables } from "../domain/stakeholders/index.js";
import { textHash } from "../ledger/index.js";
import { type ChangedTables, ExactCache } from "../reading/index.js";
import type { RequestContext } from "./context.js";
import { reads } from "./planned-reads.js";
import type { AnswerKeeper, FoundAnswer, Requester, WholeAnswer } from "./transport/hub-context.js";
import { registry } from "./transport/metrics.js";

/** How much of the room is for who asks: some hundred bytes each. */
const scopesPart = 1 / 64;
/**
 * How long it is remembered whom a credential belongs to: an issuer's key that is withdrawn is noticed
 * no later. A credential's own end is kept to by the clock of the hub, the issuer's and Postgres' apart
 * by a minute at most.
 */
const scopeMs = 60_000;
const marginMs = 60_000;

/** What is kept of an answer: its position is another each time. */
interface KeptAnswer {
  headers: WholeAnswer["headers"];
  /** The body's bytes up to its position. */
  before: Buffer;
}

/** What comes after the position. */
const after = "}}\n";

/** The caches of this process; several only in tests. */
const open = new Set<ResponseCache>();

const figure = (name: string, help: string, of: (kept: ResponseCache) => number): Gauge =>
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set([...open].reduce((sum, kept) => sum + of(kept), 0));
    },
  });

figure("rembuk_kept_answer_bytes", "Bytes of answers that are kept", (kept) => kept.bytes);
figure("rembuk_kept_answers", "Answers that are kept", (kept) => kept.count);

const visitorScope = scopeOf(visitor).key;

/**
 * Gives an answer again to whoever asks the same, to the byte, and sees the same world, for as long as
 * nothing that it was read from has changed. Only answers of plans are kept: of them it is known what
 * they were read from.
 */
export class ResponseCache implements AnswerKeeper<RequestContext> {
  private readonly answers: ExactCache<KeptAnswer>;
  private readonly scopes: ExactCache<string>;

  constructor(changed: ChangedTables, mostBytes: number) {
    this.answers = new ExactCache(changed, mostBytes * (1 - scopesPart));
    this.scopes = new ExactCache(changed, mostBytes * scopesPart);
    open.add(this);
  }

  get bytes(): number {
    return this.answers.bytes + this.scopes.bytes;
  }

  get count(): number {
    return this.answers.count;
  }

  /** Lets the metrics forget it. */
  close(): void {
    open.delete(this);
  }

  find(question: string, { credential, atLeast }: Requester): FoundAnswer | undefined {
    const scope =
      credential === undefined ? visitorScope : this.scopes.find(textHash(credential))?.value;
    if (scope === undefined) return undefined;
    const kept = this.answers.find(`${scope}\n${question}`, atLeast);
    if (!kept) return undefined;
    reads.inc({ path: "cached", cause: "" });
    const { headers, before } = kept.value;
    return { headers, body: [before, Buffer.from(`${kept.position}${after}`)] };
  }

  keep(question: string, { basis, viewer }: RequestContext, answer: WholeAnswer): void {
    if (!basis) return;
    const { headers, body } = answer;
    const end = `"position":${basis.position}${after}`;
    if (!body.endsWith(end)) return;
    const before = Buffer.from(body.slice(0, -(String(basis.position).length + after.length)));
    const key = `${scopeOf(viewer).key}\n${question}`;
    this.answers.keep(key, { headers, before }, before.length, basis);
  }

  /** Remembers whom a credential belongs to: `viewer`, as was found out at `position` or later. */
  noteViewer(credential: string, viewer: Viewer, position: number): void {
    const now = Date.now();
    const end = viewer.expiresAt ? viewer.expiresAt.getTime() - marginMs : Number.POSITIVE_INFINITY;
    const { key } = scopeOf(viewer);
    const basis = { tables: viewerTables, position, until: Math.min(now + scopeMs, end) };
    this.scopes.keep(textHash(credential), key, key.length, basis);
  }
}
