import { testLiveFaults } from "../testkit/live-faults/test-live-faults.js";
import { kills } from "./scripts/live/kills.js";
import { postgresStops } from "./scripts/live/postgres-stops.js";
import { retries } from "./scripts/live/retries.js";
import { sigterm } from "./scripts/live/sigterm.js";

testLiveFaults([kills, retries, postgresStops, sigterm]);
