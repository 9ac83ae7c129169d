export { eraseEmbeddedPostgres } from "./erase.js";
export { EmbeddedPostgresError, EmbeddedPostgresLocked } from "./errors.js";
export { isSheltered } from "./home.js";
export type { Log, Program } from "./setup.js";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./start.js";
