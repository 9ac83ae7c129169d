import type { OperationDefinitionNode } from "graphql";
import { Counter, Histogram, type Registry } from "prom-client";
import type { AnswerPath } from "../../platform/request-facts.js";
import { exemplarIds } from "../../platform/tracing/tracing.js";
import { OperationNames } from "./operation-names.js";

/** A query or mutation whose answer is ready. */
export interface AnsweredOperation {
  /** The name that `nameOf` gave. */
  operation: string;
  type: string;
  transport: "http" | "websocket";
  path: AnswerPath;
  /** From its arrival to its answer. */
  seconds: number;
  /** The errors of its answer, as its client sees them. */
  errors?: readonly { extensions?: { code?: unknown } | undefined }[] | undefined;
}

const asked = ["operation", "type", "transport", "path"];

/** The metrics of queries and mutations by the names of their operations. */
export class OperationMetrics {
  readonly names = new OperationNames();
  private readonly duration: Histogram;
  private readonly errors: Counter;
  private readonly bytes: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.duration = new Histogram({
      name: "rembuk_operation_duration_seconds",
      help: "Seconds from the arrival of a query or mutation to its answer, by operation name, type, transport, and path: cached, planned (one statement), past (one statement, as of an earlier position), resolver, or refused (without data, as for bad input)",
      labelNames: asked,
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 15],
      enableExemplars: true,
      registers,
    });
    this.errors = new Counter({
      name: "rembuk_operation_errors_total",
      help: "Errors in answers to valid queries and mutations, by operation name and code",
      labelNames: ["operation", "code"],
      registers,
    });
    this.bytes = new Counter({
      name: "rembuk_answer_bytes_total",
      help: "Bytes of answers to queries and mutations before compression, by transport and path: cached, planned, past, resolver or refused",
      labelNames: ["transport", "path"],
      registers,
    });
  }

  /** The name by which an operation is shown. */
  nameOf({ name }: OperationDefinitionNode): string {
    return this.names.shown(name?.value);
  }

  /** Counts an answer. */
  answered({ operation, type, transport, path, seconds, errors = [] }: AnsweredOperation): void {
    const labels = { operation, type, transport, path };
    this.duration.observe({ labels, value: seconds, exemplarLabels: exemplarIds() });
    for (const { extensions } of errors) {
      this.errors.inc({ operation, code: String(extensions?.code) });
    }
  }

  /** Counts the body of an answer. */
  sent(transport: AnsweredOperation["transport"], path: AnswerPath, body: string | Buffer): void {
    const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
    this.bytes.inc({ transport, path }, bytes);
  }
}
