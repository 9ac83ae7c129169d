import { createContext, use, useSyncExternalStore } from "react";

/** What came in for one action: who changed it, and in which words. */
export interface Arrival {
  who: string;
  what: string;
}

/** How long a card stays marked, in milliseconds. */
const markedMs = 20_000;

/** The changes that came in lately, by action; a card hears of its own only. */
export class Arrivals {
  private readonly held = new Map<string, Arrival>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly of = (action: string): Arrival | undefined => this.held.get(action);

  add(action: string, arrival: Arrival): void {
    clearTimeout(this.timers.get(action));
    this.held.set(action, arrival);
    const forget = () => {
      this.held.delete(action);
      this.tell();
    };
    this.timers.set(action, setTimeout(forget, markedMs));
    this.tell();
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const ArrivalsContext = createContext<Arrivals | undefined>(undefined);

const silent = () => () => undefined;

/** What came in lately for an action, while it is marked. */
export function useArrival(action: string): Arrival | undefined {
  const arrivals = use(ArrivalsContext);
  return useSyncExternalStore(arrivals?.listen ?? silent, () => arrivals?.of(action));
}
