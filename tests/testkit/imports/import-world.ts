import { expect } from "@jest/globals";
import { type FileAnswer, headOf, types, uploadFile } from "../files/transfers.js";
import type { CheckedClient } from "../hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../indicators/indicator-inputs.js";
import type { Written } from "../mutations/documents.js";
import { newId, type Party, World } from "../world/world.js";

/** The answer to a table that was sent. */
export interface Imported {
  id: string;
  position: number;
  repeated: boolean;
  rows: number;
  taken: number;
  unchanged: number;
  refused: number;
  rejected: string | null;
}

/** The first columns of a table of measurements, and of groups. */
export const measured = "indicator,period,value,region\n";
export const grouped = "name,area,members,women,men\n";

/** An organisation that sends tables. */
export class ImportWorld {
  private constructor(
    readonly world: World,
    readonly inputs: IndicatorInputs,
    /** Sends the tables. */
    readonly keeper: CheckedClient,
    /** An indicator in PERCENT; `inputs` has one in PEOPLE. */
    readonly percent: Written,
    /** The keys of the indicators and of the area. */
    readonly indicator: string,
    readonly share: string,
    readonly area: string,
  ) {}

  static async start(): Promise<ImportWorld> {
    const world = await World.start();
    // The sender owns the indicators, so that what is taken is accepted.
    const cast = await indicatorCast(world);
    const inputs = await IndicatorInputs.make(world, { ...cast, owner: cast.partner });
    const keeper = await world.member(inputs.cast.partner, "CONTRIBUTOR");
    const keyOf = async (table: string, { id }: { id: string }): Promise<string> => {
      const { rows } = await world.hub.sql.query(`select key from ${table} where id = $1`, [id]);
      return rows[0].key;
    };
    const percent = { unit: "PERCENT", aggregation: "NONE" };
    const made = await inputs.do("createIndicator", percent);
    const share = await keyOf("indicator", made);
    const indicator = await keyOf("indicator", inputs.indicator);
    const area = await keyOf("area", inputs.area);
    return new ImportWorld(world, inputs, keeper, made, indicator, share, area);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  get partner(): Party {
    return this.inputs.cast.partner;
  }

  /** Sends a table; `query` begins with its kind. */
  send(
    query: string,
    content: string | Buffer,
    { as = this.keeper, id = newId(), more = {} as Record<string, string> } = {},
  ): Promise<FileAnswer<Imported>> {
    const path = `/imports/${id}?kind=${query}`;
    return uploadFile(as, ["PUT", path], content, { "content-type": types.csv, ...more });
  }

  /** Sends a table of which nothing is taken, and expects that nothing was. */
  async refused(
    query: string,
    content: string | Buffer,
    as?: CheckedClient,
  ): Promise<FileAnswer<Imported>> {
    const before = await headOf(this.world);
    const answer = await this.send(query, content, as ? { as } : {});
    expect(await headOf(this.world)).toBe(before);
    return answer;
  }
}

/** The status of an answer, and its counts of rows. */
export const figuresOf = ({ status, body }: FileAnswer<Imported>) => {
  const { rows, taken, unchanged, refused } = body;
  return [status, rows, taken, unchanged, refused];
};
