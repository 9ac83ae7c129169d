import { type Enumeration, useMemberName } from "../language/members.js";
import { Badge, type Tone } from "./badge.js";

/** What a member means at a glance, for those that mean something. */
const tones: Readonly<Partial<Record<string, Tone>>> = {
  ...{ ACTIVE: "info", IN_PROGRESS: "info", IN_SESSION: "info", STARTED: "info", RUNNING: "info" },
  ...{ COMPLETED: "good", DONE: "good", DELIVERED: "good", FULFILLED: "good", CONFIRMED: "good" },
  ...{ ACCEPTED: "good", PUBLISHED: "good", AGREED: "good", AGREE: "good", FOLLOWED_UP: "good" },
  ...{
    BLOCKED: "bad",
    REJECTED: "bad",
    OBJECT: "bad",
    FAILED: "bad",
    REFUSED: "bad",
    RETURNED: "bad",
  },
  ...{ AGREE_WITH_RESERVATION: "warn", INVITED: "warn", DEFERRED: "warn", COMMITTED: "warn" },
};

/** A member of an enumeration as a badge, by its name in the reader's language. */
export function Status({ of, member }: { of: Enumeration; member: string }) {
  const name = useMemberName();
  return <Badge tone={tones[member] ?? "plain"}>{name(of, member)}</Badge>;
}
