import { describeWithNats } from "../testkit/faults/with-nats.js";
import { testLiveFaults } from "../testkit/live-faults/test-live-faults.js";
import { natsCut, natsKilled, natsLossy } from "./scripts/live/nats.js";

describeWithNats("with NATS", () => testLiveFaults([natsKilled, natsCut, natsLossy]));
