import type { CheckedClient } from "../hub/checked-client.js";
import { newId, type World } from "../world/world.js";
import { type Input, type Written, write } from "./documents.js";

/** A mutation with an input that the hub takes. */
export interface GoodMutation {
  /** A client who may do it. */
  by: () => Promise<CheckedClient>;
  /** A new input; of a subject of its own where the same could not be done twice. */
  input: () => Input | Promise<Input>;
  /** Of a creation: fields with which it creates another thing. */
  other?: Input;
  /** The number of changes in the ledger, where it is more than one. */
  changes?: number;
}

/** The mutations of a group, each with an input that the hub takes. */
export abstract class MutationInputs<Name extends string> {
  protected abstract readonly table: Record<Name, GoodMutation>;

  constructor(readonly world: World) {}

  get names(): Name[] {
    return Object.keys(this.table) as Name[];
  }

  has(mutation: string): mutation is Name {
    return mutation in this.table;
  }

  good(mutation: string): GoodMutation {
    if (!this.has(mutation)) throw new Error(`There is no good input of ${mutation}`);
    return this.table[mutation];
  }

  /** A client who may do it. */
  clientFor(mutation: string): Promise<CheckedClient> {
    return this.good(mutation).by();
  }

  /** A new input that is good in all but perhaps the requester; `more` are further fields. */
  async of(mutation: string, more: Input = {}): Promise<Input> {
    return { ...(await this.good(mutation).input()), ...more };
  }

  /** Sends the mutation as a client who may do it. */
  async do(mutation: string, more: Input = {}): Promise<Written> {
    const input = { id: newId(), ...(await this.of(mutation, more)) };
    return write(await this.clientFor(mutation), mutation, input);
  }

  /** A new thing that a mutation changes, as an input names it. */
  protected async fresh(mutation: string, more: Input = {}): Promise<Input> {
    const id = newId();
    await this.do(mutation, { ...more, id });
    return { id, expectedVersion: 1 };
  }

  /** A thing at the version that it has, as an input names it. */
  protected async versioned(table: string, id: string): Promise<Input> {
    return { id, expectedVersion: (await this.world.seen(table, id)).version };
  }
}
