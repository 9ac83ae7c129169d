import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { FairSlots, type Release, type SlotClient } from "../../src/platform/fair-slots.js";

const member = (key: string): SlotClient => ({ key, isVisitor: false });
const visitor = (key: string): SlotClient => ({ key, isVisitor: true });

/** Slots, the order in which they were given, and what they were refused with. */
class Trial {
  readonly given: string[] = [];
  readonly refused: string[] = [];
  private readonly held = new Map<string, Release[]>();

  constructor(private readonly slots: FairSlots) {}

  /** Asks for slots, one after the other, and lets those be given that are free. */
  async ask(...clients: SlotClient[]): Promise<void> {
    for (const client of clients) {
      this.slots.take(client).then(
        (release) => {
          this.given.push(client.key);
          this.held.set(client.key, [...(this.held.get(client.key) ?? []), release]);
        },
        (error) => this.refused.push(`${client.key} ${error.extensions.code}`),
      );
    }
    await setImmediate();
  }

  async giveBack(key: string): Promise<void> {
    const release = this.held.get(key)?.shift();
    if (!release) throw new Error(`${key} holds no slot`);
    release();
    // A second call must not free a slot of somebody else.
    release();
    await setImmediate();
  }
}

const times = <T>(count: number, one: T): T[] => Array<T>(count).fill(one);

describe("Slots that are shared fairly", () => {
  it("give one client at most half of them, and others the rest", async () => {
    const trial = new Trial(new FairSlots({ slots: 8 }));
    await trial.ask(...times(20, member("a")), ...times(20, member("b")), member("c"));
    expect(trial.given).toEqual([...times(4, "a"), ...times(4, "b")]);
  });

  it("give visitors together at most three quarters of them", async () => {
    const trial = new Trial(new FairSlots({ slots: 8 }));
    const visitors = Array.from({ length: 20 }, (_, at) => visitor(`v${at}`));
    await trial.ask(...visitors, ...times(3, member("a")));
    expect(trial.given).toEqual(["v0", "v1", "v2", "v3", "v4", "v5", "a", "a"]);
    await trial.giveBack("a");
    expect(trial.given.at(-1)).toBe("a");
    await trial.giveBack("a");
    expect(trial.given).toHaveLength(9);
    await trial.giveBack("v0");
    expect(trial.given.at(-1)).toBe("v6");
  });

  it("always give one, however few there are", async () => {
    const trial = new Trial(new FairSlots({ slots: 1 }));
    await trial.ask(visitor("v"), member("a"));
    expect(trial.given).toEqual(["v"]);
    await trial.giveBack("v");
    expect(trial.given).toEqual(["v", "a"]);
  });

  it("serve those that wait in turns, one of each client", async () => {
    const trial = new Trial(new FairSlots({ slots: 2 }));
    await trial.ask(member("x"), member("y"));
    await trial.ask(...times(3, member("a")), ...times(2, member("b")), member("c"));
    trial.given.length = 0;
    let holder = "x";
    for (let served = 0; served < 6; served += 1) {
      await trial.giveBack(holder);
      holder = trial.given.at(-1) ?? "";
    }
    expect(trial.given).toEqual(["a", "b", "c", "a", "b", "a"]);
  });

  it("are not given out of turn to a client that waits already", async () => {
    const trial = new Trial(new FairSlots({ slots: 4 }));
    await trial.ask(...times(3, member("a")));
    const late = member("a");
    await trial.giveBack("a");
    await trial.ask(late);
    expect(trial.given).toEqual(["a", "a", "a"]);
  });

  it("refuse more waiters than they may have, of one client and of visitors together", async () => {
    const waiting = { all: 8, client: 4 };
    const trial = new Trial(new FairSlots({ slots: 1, waiting }));
    await trial.ask(member("x"), ...times(5, visitor("v")), ...times(3, visitor("w")));
    expect(trial.refused).toEqual(["v UNAVAILABLE", "w UNAVAILABLE"]);
    await trial.ask(...times(3, member("a")));
    expect(trial.refused.slice(2)).toEqual(["a UNAVAILABLE"]);
  });

  it("refuse who has waited too long, and keep no place for them", async () => {
    const trial = new Trial(new FairSlots({ slots: 1, waitMs: 1 }));
    await trial.ask(member("a"));
    const late = new FairSlots({ slots: 1, waitMs: 1 });
    const release = await late.take(member("a"));
    await expect(late.take(member("b"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    release();
    (await late.take(member("c")))();
  });

  it("are given back when the work fails", async () => {
    const slots = new FairSlots({ slots: 1 });
    const failing = slots.run(member("a"), () => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    expect(await slots.run(member("b"), async () => "done")).toBe("done");
  });
});
