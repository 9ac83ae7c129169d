import type { Starts } from "../admission/starts.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import type { RequestLog } from "../observing/request-log.js";
import type { Documents } from "./documents/documents.js";
import type { OperationValidator } from "./operation-validator.js";

/** The parts that GraphQL over HTTP and over WebSockets share. */
export interface Shared {
  validator: OperationValidator;
  documents: Documents;
  presenter: ErrorPresenter;
  starts: Starts;
  requests: RequestLog;
}
