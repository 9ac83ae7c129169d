import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Input, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

/** The table of actions that most tests of views begin with. */
export const table: Input = {
  titleText: { indonesian: "Kegiatan", english: "Actions" },
  kind: "TABLE",
  dataset: "ACTIONS",
  columns: ["title", "status", "plan.title", "plan.lead"],
};

/** One parameter of a view. */
export const parameter = (name: string, type: string, more: Input = {}): Input => ({
  name,
  type,
  titleText: { indonesian: name, english: name },
  ...more,
});

export interface CellShape {
  kind: string;
  isNull: boolean;
  text: string | null;
  label: { indonesian: string; english: string } | null;
  codes: string[];
  number: number | null;
  money: string | null;
  date: string | null;
  instant: string | null;
  boolean: boolean | null;
  reference: { __typename: string; id: string } | null;
}

export interface ResultShape {
  columns: { key: string; kind: string; heading: { indonesian: string; english: string } }[];
  rows: { cells: CellShape[]; record: { __typename: string; id: string } | null }[];
  totals: CellShape[] | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  position: number;
}

const cell = `kind isNull text label { indonesian english } codes number money date instant boolean
  reference { __typename id }`;

/** What the tests read of a result. */
export const resultFields = `columns { key kind isMeasure heading { indonesian english } }
  rows { cells { ${cell} } record { __typename id } }
  totals { ${cell} }
  matrix { rows { cells { ${cell} } totals { ${cell} } } columns { cells { ${cell} } totals { ${cell} } }
    cells { row column cells { ${cell} } } rowCount columnCount isCut }
  pageInfo { hasNextPage endCursor } totalCount position`;

const resultDocument = `query ($id: ID!, $parameters: JSON, $first: Int, $after: String, $asOf: Position) {
  view(id: $id) { result(parameters: $parameters, first: $first, after: $after, asOf: $asOf) { ${resultFields} } } }`;

/** The world of the tests of views: two plans of one organisation, one of them for its participants. */
export class ViewWorld {
  private constructor(
    readonly world: World,
    readonly lead: Party,
    readonly owner: Party,
    readonly stranger: Party,
    readonly open: Written,
    readonly shared: Written,
    readonly programme: Written,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ViewWorld> {
    const world = await World.start(env);
    const [lead, owner, stranger] = await Promise.all([
      world.organisation("NGO"),
      world.organisation("CENTRAL_GOVERNMENT"),
      world.organisation("NGO"),
    ]);
    const programme = await world.programme(owner);
    const open = await world.plan(programme, lead);
    const shared = await world.plan(programme, lead, { visibility: "PARTICIPANTS" });
    return new ViewWorld(world, lead, owner, stranger, open, shared, programme);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  /** Saves a view of the table with these changes. */
  async save(client: CheckedClient, more: Input = {}): Promise<Written> {
    return write(client, "saveView", { id: newId(), ...table, ...more });
  }

  /** Saves a view and shares it with everybody. */
  async publish(more: Input = {}): Promise<Written> {
    const author = await this.world.member(this.lead, "COORDINATOR");
    const { id } = await this.save(author, more);
    return write(author, "shareView", { id, expectedVersion: 1, audience: "PUBLIC" });
  }

  async result(client: CheckedClient, id: string, more: Input = {}): Promise<ResultShape> {
    const variables = { id, ...more };
    const { view } = await client.data<{ view: { result: ResultShape } }>(
      resultDocument,
      variables as never,
    );
    return view.result;
  }

  /** The refusal of a result. */
  async refusedResult(client: CheckedClient, id: string, more: Input = {}) {
    return client.error(resultDocument, { id, ...more } as never);
  }
}
