import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { matcherOf } from "../../src/domain/changes/change-matcher.js";
import type { ChangeOutline } from "../../src/ledger/index.js";
import { type GraphqlClient, TestHub } from "../testkit/hub/index.js";
import { outlineOf } from "../testkit/live/outlines.js";

let hub: TestHub;
let operator: GraphqlClient;
let outlines: ChangeOutline[];
beforeAll(async () => {
  hub = await TestHub.start("sample");
  operator = await hub.operator;
  outlines = await outlineOf(hub.sql);
});
afterAll(() => hub.stop());

/** The positions of the changes that the hub finds by a filter, by its database. */
async function found(where?: object): Promise<Set<number>> {
  const positions = new Set<number>();
  for (let after: string | null = null; ; ) {
    const document = `query ($where: ChangeFilter, $after: String) { changes(first: 200, where: $where, after: $after) {
      nodes { position } pageInfo { hasNextPage endCursor } } }`;
    const {
      changes,
    }: {
      changes: {
        nodes: { position: number }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    } = await operator.data(document, { where, after } as never);
    for (const { position } of changes.nodes) positions.add(position);
    if (!changes.pageInfo.hasNextPage) return positions;
    after = changes.pageInfo.endCursor;
  }
}

type Read = (change: ChangeOutline) => string | null;

/** Filters with values that some of the changes have. */
function filters(): fc.Arbitrary<object> {
  const valuesOf = (read: Read) =>
    fc.constantFrom(...new Set(outlines.map(read).filter((value) => value !== null)));
  const one = (name: string, value: fc.Arbitrary<unknown>) =>
    value.map((given): object => ({ [name]: given }));
  const equal = (value: fc.Arbitrary<unknown>) => [
    one("eq", value),
    one("not", value),
    one("in", fc.array(value, { maxLength: 4 })),
  ];
  const scalar = (value: fc.Arbitrary<unknown>) =>
    fc.oneof(...equal(value), one("isNull", fc.boolean()));
  const idOf = (read: Read) => {
    const ids = valuesOf(read);
    return fc.oneof(
      ids,
      ids.map((id) => id.toUpperCase()),
      fc.uuid(),
    );
  };
  const text = (read: Read) =>
    fc.oneof(
      scalar(valuesOf(read)),
      scalar(fc.constant("Nothing")),
      one("contains", valuesOf(read)),
    );
  const position = fc.integer({ min: 0, max: outlines.length + 5 });
  const combined = (leaf: fc.Arbitrary<object>) =>
    fc.letrec<{ where: object }>((tie) => ({
      where: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        one("and", fc.array(tie("where"), { maxLength: 3 })),
        one("or", fc.array(tie("where"), { maxLength: 3 })),
        one("not", tie("where")),
        fc.tuple(tie("where"), tie("where")).map(([some, more]) => ({ ...some, ...more })),
      ),
    })).where;
  const related = (read: Read) => combined(one("id", scalar(idOf(read))));
  return combined(
    fc.oneof(
      one("eq", position),
      one("position", fc.oneof(...equal(position), one("gte", position), one("lte", position))),
      one(
        "entity",
        text(({ entity }) => entity),
      ),
      one("entityId", scalar(idOf(({ entityId }) => entityId))),
      one(
        "operation",
        text(({ operation }) => operation),
      ),
      one("kind", scalar(fc.constantFrom("CREATED", "UPDATED", "DELETED"))),
      one(
        "plan",
        related(({ plan }) => plan),
      ),
      one(
        "programme",
        related(({ programme }) => programme),
      ),
      one(
        "deliberation",
        related(({ deliberation }) => deliberation),
      ),
      one(
        "area",
        related(({ area }) => area),
      ),
      one(
        "organisation",
        related(({ organisation }) => organisation),
      ),
      one("at", one("gte", fc.constant("2024-01-01T00:00:00Z"))),
    ),
  );
}

describe("What a change's outline says of a filter", () => {
  it("is what the database says, or that only it can say", async () => {
    const visible = await found();
    const said = { decided: 0, matched: 0 };
    const agrees = async (where: object) => {
      const { match, isDecided } = matcherOf(where as never);
      const byDatabase = await found(where);
      const wrong = outlines.filter((change) => {
        const verdict = visible.has(change.position) ? match(change) : undefined;
        if (verdict === undefined) return isDecided && visible.has(change.position);
        said.decided += 1;
        if (verdict) said.matched += 1;
        return verdict !== byDatabase.has(change.position);
      });
      expect(wrong).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(filters(), agrees), {
      numRuns: 40,
      endOnFailure: true,
      // No change has this position, and none before it was archived.
      examples: [[{ eq: 0 }], [{ position: { lte: 0 } }]],
    });
    // The filters are not all ones that meet nothing, or that nothing is known of.
    expect(said.matched).toBeGreaterThan(100);
    expect(said.decided).toBeGreaterThan(1000);
  });
});
