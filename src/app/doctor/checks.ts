import type { Check, DatabasePlace, Place } from "./check.js";
import { configurationChecks } from "./configuration.js";
import { activityChecks } from "./database-activity.js";
import { serverChecks } from "./database-server.js";
import { jobChecks } from "./jobs.js";
import { ledgerChecks } from "./ledger-checks.js";
import { machineChecks } from "./machine.js";
import { providerChecks } from "./provider.js";
import { replicaChecks, serviceChecks } from "./services.js";

/** The check of whether the configuration can be used at all, and of whether the database answers. */
export const firstChecks = {
  configuration: {
    id: "configuration.valid",
    title: "every setting is one that a hub starts with",
  },
  database: { id: "server.answers", title: "the database answers" },
} as const;

/** The checks that need a configuration alone. */
export const placeChecks: readonly Check<Place>[] = [
  ...configurationChecks,
  ...machineChecks,
  ...providerChecks,
  ...serviceChecks,
];

/** The checks that need a database. */
export const databaseChecks: readonly Check<DatabasePlace>[] = [
  ...serverChecks,
  ...activityChecks,
  ...ledgerChecks,
  ...replicaChecks,
  ...jobChecks,
];

/** Every check, by its name and what it looks at. */
export const everyCheck: readonly { id: string; title: string }[] = [
  firstChecks.configuration,
  ...placeChecks,
  firstChecks.database,
  ...databaseChecks,
];
