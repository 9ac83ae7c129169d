import type { ArgumentNode, GraphQLField } from "graphql";
import { text, whole } from "./ast-nodes.js";
import type { FastCheckRandom } from "./fast-check-random.js";
import { argument } from "./pages.js";
import type { Pools } from "./pools.js";
import type { ValueWriter } from "./values.js";

/** Texts that search reads in a way of its own, or refuses. */
const odd = [
  "36.02",
  "3602",
  "dan yang",
  "a",
  "  ",
  "-kopi",
  'kopi "',
  "kopi or",
  "%_",
  "' & | ! :*",
];

const rankCursor = (...values: string[]): string =>
  Buffer.from(JSON.stringify(["rank", ...values])).toString("base64url");

const cursors = [
  rankCursor("2000000", "2024-01-01 00:00:00+00", "00000000-0000-4000-8000-000000000000"),
  rankCursor("1000000", "1970-01-01 00:00:00+00", "36.02"),
  rankCursor("many", "", ""),
  Buffer.from('["id+","x"]').toString("base64url"),
];

/** The letters of a text in words. */
export const wordsOf = (value: string): string[] => value.match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** The arguments of searches, with words that stand in the data. */
export class SearchWriter {
  private readonly known: string[];

  constructor(
    private readonly chance: FastCheckRandom,
    pools: Pools,
    private readonly values: ValueWriter,
  ) {
    const texts = Object.entries(pools.values).filter(([name]) =>
      /\.(?:name|title|text|note|description|key|obstacle|body)$/.test(name),
    );
    this.known = texts.flatMap(([, values]) => values);
  }

  write(field: GraphQLField<unknown, unknown>): { args: ArgumentNode[]; rows: number } {
    const { chance } = this;
    const args = [argument("text", text(this.text()))];
    for (const name of ["types", "where"]) {
      const type = field.args.find((one) => one.name === name)?.type;
      const pool = name === "where" ? "Region.code" : "";
      if (type && chance.of(0.25)) args.push(argument(name, this.values.write(type, pool)));
    }
    const rows = chance.weighted([4, 0], [50, 3], [40, 10], [4, 200], [2, 201]);
    args.push(argument("first", whole(rows)));
    if (chance.of(0.15)) args.push(argument("after", text(chance.pick(cursors))));
    return { args, rows: Math.max(1, rows) };
  }

  /** One or two words of a text, the last one perhaps unfinished or with a typing fault. */
  private text(): string {
    const { chance } = this;
    const words = this.known.length > 0 ? wordsOf(chance.pick(this.known)) : [];
    if (words.length === 0 || chance.of(0.06)) return chance.pick(odd);
    const from = chance.from(0, words.length - 1);
    const some = words.slice(from, from + chance.from(1, 2)).join(" ");
    const way = chance.weighted([60, "whole"], [20, "cut"], [10, "fault"], [10, "phrase"]);
    if (way === "cut" && some.length > 4) return some.slice(0, -2);
    if (way === "fault" && some.length > 4) return `${some.slice(0, 3)}${some.slice(4)}`;
    return way === "phrase" ? `"${some}"` : some;
  }
}
