import type { GraphqlClient } from "../../../testkit/hub/index.js";
import {
  type Counted,
  countedOf,
  rule,
  type SeenContribution,
} from "../../../testkit/plans/slow-sums.js";
import { listed } from "../../../testkit/reading/listed.js";
import { measuredSelection } from "./achievement.js";
import { at, type Json, type Row } from "./values.js";

/** The lists that measures need beside the rows that are grouped, and what is read of their rows. */
const lists = {
  areas: "id regions { id }",
  contributions:
    "id amount status organisation { id sector } action { id status } plan { id status programme { id } area { id } }",
  fundings: "id amount status contribution { id } source { id }",
  payments: "amount contribution { id } reverses { id }",
  actionPlans: "id programme { id } area { id }",
  actions: "id status progress weight plan { id }",
  measurements: measuredSelection,
  indicators:
    "id direction aggregation reporters periods owner { id } targets { id period startsOn endsOn value region { id } area { id } }",
} as const;

/** What counts in sums of money; a mutant replaces a part of it. */
export type MoneyRule = typeof rule;

/** What one viewer can list, beside the rows that are grouped. */
export class Seen {
  private readonly codes: ReadonlyMap<string, readonly string[]>;
  /** The contributions in rupiah with their figures. */
  readonly money: readonly Counted[];

  private constructor(
    readonly rows: Readonly<Record<keyof typeof lists, readonly Row[]>>,
    readonly moneyRule: MoneyRule = rule,
    codesCount: (codes: string[]) => string[] = (codes) => codes,
  ) {
    const codes = rows.areas.map(({ id, regions }): [string, string[]] => [
      String(id),
      codesCount((regions as Row[]).map((region) => String(region.id))),
    ]);
    this.codes = new Map(codes);
    this.money = this.counted(moneyRule);
  }

  static async by(viewer: GraphqlClient): Promise<Seen> {
    const rows: Record<string, Row[]> = {};
    for (const [list, node] of Object.entries(lists)) rows[list] = await listed(viewer, list, node);
    return new Seen(rows as Record<keyof typeof lists, Row[]>);
  }

  /** The same where other money counts. */
  withRule(changed: Partial<MoneyRule>): Seen {
    return new Seen(this.rows, { ...rule, ...changed });
  }

  /** The same where other regions of an area count. */
  withCodes(count: (codes: string[]) => string[]): Seen {
    return new Seen(this.rows, rule, count);
  }

  /** The codes of an area's regions; null without an area. */
  codesOf(area: Json): readonly string[] | null {
    return typeof area === "string" ? (this.codes.get(area) ?? null) : null;
  }

  private counted(by: MoneyRule): Counted[] {
    const text = (row: Row, path: string) => String(at(row, path));
    // A link counts by both its ends, also where one is no rupiah.
    const contributions = this.rows.contributions.map(
      (row): SeenContribution => ({
        ...{
          id: text(row, "id"),
          amount: BigInt(String(row.amount ?? 0)),
          status: text(row, "status"),
        },
        ...{ organisation: text(row, "organisation.id"), sector: text(row, "organisation.sector") },
        ...{ action: text(row, "action.id"), plan: text(row, "plan.id") },
        ...{
          programme: text(row, "plan.programme.id"),
          area: at(row, "plan.area.id") as string | null,
        },
        codes: this.codesOf(at(row, "plan.area.id")),
        isCancelled: [at(row, "action.status"), at(row, "plan.status")].includes("CANCELLED"),
      }),
    );
    const links = this.rows.fundings.map((row) => ({
      ...{ id: text(row, "id"), amount: BigInt(text(row, "amount")), status: text(row, "status") },
      ...{ contribution: text(row, "contribution.id"), source: text(row, "source.id") },
    }));
    const payments = this.rows.payments.map((row) => ({
      ...{ contribution: text(row, "contribution.id"), amount: BigInt(text(row, "amount")) },
      isReversal: row.reverses !== null,
    }));
    const seen = new Map(contributions.map((one) => [one.id, one]));
    const inRupiah = new Set(
      this.rows.contributions.flatMap(({ id, amount }) => (amount === null ? [] : String(id))),
    );
    return countedOf({ contributions: seen, links, payments }, by).filter(({ id }) =>
      inRupiah.has(id),
    );
  }
}
