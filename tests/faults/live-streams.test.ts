import { testLiveFaults } from "../testkit/live-faults/test-live-faults.js";
import { lostNotifications } from "./scripts/live/lost-notifications.js";
import { pausedSockets } from "./scripts/live/paused-sockets.js";
import { removedMember } from "./scripts/live/removed-member.js";
import { subscribeCycles } from "./scripts/live/subscribe-cycles.js";

testLiveFaults([lostNotifications, pausedSockets, removedMember, subscribeCycles]);
