import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EntityManager } from "@mikro-orm/postgresql";
import { archivesOf, rowsBy, verifyLedger } from "../../src/ledger/index.js";
import { TestHub } from "../testkit/hub/index.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { endPartition } from "../testkit/ledger/partitions.js";
import { type OpenLedger, openLedger, ownerSettings } from "../testkit/postgres/sessions.js";

describe("a hub that retains a day of its ledger", () => {
  let hub: TestHub;
  let open: OpenLedger;

  beforeAll(async () => {
    hub = await TestHub.start("sample");
    open = await openLedger(hub.database.url);
    const old = { at: "2020-01-02T03:04:05.678Z", actor: "hub", operation: "test", diff: {} };
    const line = { ...old, entity: "Note", entityId: randomUUID(), kind: "CREATED" } as const;
    // A line has no earlier time than the one before it: as if those had been written as long ago.
    await hub.sql.query("update ledger_head set at = '-infinity'");
    await open.orm.em.fork().transactional((em) => open.ledger.append(em as EntityManager, [line]));
    await endPartition(hub.database.url, 10);
    for (let n = 0; n < 11; n += 1) {
      await write(await hub.operator, "createOrganisation", organisationInput());
    }
  });
  afterAll(async () => {
    await open.close();
    await hub.stop();
  });

  const archives = () => archivesOf(rowsBy(open.orm.em.getKysely()));

  it.each([
    ["at it", "{ eq: 0 }", false],
    ["up to it", "{ position: { lte: 0 } }", false],
    ["at it or elsewhere", "{ position: { in: [0, 1] } }", true],
    ["from it", "{ position: { gte: 0 } }", true],
  ])("lists the changes %s for position 0, while none was archived", async (_, where, some) => {
    for (const planned of ["", "__typename "]) {
      const document = `{ ${planned}changes(first: 1, where: ${where}) { nodes { position } } }`;
      const { changes } = await hub.visitor.data<{ changes: { nodes: object[] } }>(document);
      expect(changes.nodes).toEqual(some ? [{ position: 1 }] : []);
    }
  });

  it("archives a partition whose last line is older, by one of its nodes, and keeps the younger ones", async () => {
    const own = ownerSettings(hub.database.url);
    const env = { ...own, LEDGER_RETAIN_DAYS: "1", LEDGER_PARTITION_CHANGES: "10" };
    const nodes = await Promise.all([1, 2].map(() => TestHub.start("sample", env, hub.database)));
    try {
      while (!(await archives())[0]?.isDropped) {
        await hub.sql.query("select pg_sleep(0.05)");
      }
      const [archive, ...others] = await archives();
      expect(others).toEqual([]);
      const { rows } = await hub.sql.query("select min(position)::int as first from change");
      expect(rows[0].first).toBe((archive?.last ?? 0) + 1);
      for (const node of [hub, ...nodes]) {
        const error = await node.visitor.error(
          "{ changes(where: { position: { eq: 1 } }) { totalCount } }",
        );
        expect(error.extensions).toMatchObject({
          code: "CURSOR_EXPIRED",
          retainedFrom: archive?.last,
        });
      }
      expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
    } finally {
      await Promise.all(nodes.map((node) => node.stop()));
    }
  });
});
