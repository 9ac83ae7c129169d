import type { OperationDefinitionNode } from "graphql";
import { Counter, Histogram, type Registry } from "prom-client";
import type { AnswerPath } from "../../platform/request-facts.js";
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

  constructor(registry: Registry) {
    const registers = [registry];
    this.duration = new Histogram({
      name: "rembuk_operation_duration_seconds",
      help: "Seconds from the arrival of a query or mutation to its answer, by operation name, type, transport, and path: cached, planned (one statement), past (one statement, as of an earlier position), resolver, or refused (without data, as for bad input)",
      labelNames: asked,
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 15],
      registers,
    });
    this.errors = new Counter({
      name: "rembuk_operation_errors_total",
      help: "Errors in answers to valid queries and mutations, by operation name and code",
      labelNames: ["operation", "code"],
      registers,
    });
  }

  /** The name by which an operation is shown. */
  nameOf({ name }: OperationDefinitionNode): string {
    return this.names.shown(name?.value);
  }

  /** Counts an answer. */
  answered({ operation, type, transport, path, seconds, errors = [] }: AnsweredOperation): void {
    this.duration.observe({ operation, type, transport, path }, seconds);
    for (const { extensions } of errors) {
      this.errors.inc({ operation, code: String(extensions?.code) });
    }
  }
}
