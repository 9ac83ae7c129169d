import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { type GraphqlClient, subscribe, TestHub, tokenFor } from "../testkit/hub/index.js";

/** The documents as portals, universities and coordinators send them, unchanged. */
async function documents(file: string): Promise<string> {
  return readFile(join(projectFolder(), "tests", "acceptance", file), "utf8");
}

interface Plans {
  actionPlans: {
    totalCount: number;
    nodes: {
      id: string;
      title: string;
      programme: {
        key: string;
        name: { indonesian: string; english: string };
        legalBasis: string | null;
      };
      area: {
        key: string;
        characters: string[];
        regions: { code: string; name: string; level: string }[];
      };
      lead: { key: string };
      participants: { role: string; organisation: { key: string } }[];
      actions: {
        totalCount: number;
        nodes: { id: string; title: string; stage: string; version: number }[];
      };
      sources: { publisher: string; date: string }[];
    }[];
  };
}

describe("the acceptance documents on the sample data", () => {
  let hub: TestHub;
  let coordinator: GraphqlClient;

  beforeAll(async () => {
    hub = await TestHub.start("sample");
    coordinator = await hub.as("coordinator@disnaker-lebak.example");
  });
  afterAll(() => hub.stop());

  const plansOf = async (region: string) =>
    (
      await hub.visitor.data<Plans>(await documents("02-portal-plans.graphql"), {
        region,
        first: 20,
      })
    ).actionPlans;

  it("gives a visitor of Banten's portal the Kasepuhan plan, whole", async () => {
    const { totalCount, nodes } = await plansOf("36");
    expect(totalCount).toBe(1);
    const [plan] = nodes;
    expect(plan?.title).toBe("Area plan Kasepuhan Lebak");
    expect(plan?.programme).toMatchObject({
      key: "pkk-kawasan",
      name: {
        indonesian: "Perluasan Kesempatan Kerja Berbasis Kawasan",
        english: "Area-Based Employment Expansion",
      },
    });
    expect(plan?.area.regions.map(({ code }) => code)).toEqual(["36.02.27.2010", "36.02.05.2003"]);
    expect(plan?.area.characters).toEqual(["CUSTOMARY_COMMUNITY", "LOCAL_POTENTIAL"]);
    expect(plan?.lead.key).toBe("disnaker-lebak");
    expect(plan?.participants).toHaveLength(11);
    expect(plan?.actions.totalCount).toBe(5);
    expect(plan?.actions.nodes.map(({ stage }) => stage)).toEqual([
      "PARTNERSHIP_AND_INSTITUTIONS",
      "COMPETENCY_TRAINING",
      "ENTREPRENEURSHIP_TRAINING",
      "LABOUR_INTENSIVE_WORKS",
      "PLACEMENT",
    ]);
    expect(plan?.sources).toEqual([
      { publisher: "Tabloid Maritim", date: "2023-07-04" },
      { publisher: "ANTARA Banten", date: "2023-07-05" },
    ]);
  });

  it("gives Central Java's portal Jepara's and Klaten's plans, the newest first", async () => {
    const { totalCount, nodes } = await plansOf("33");
    expect(totalCount).toBe(2);
    expect(nodes.map(({ area }) => area.key)).toEqual(["klaten", "jepara"]);
  });

  it("gives the page of Kabupaten Lebak: its province, 28 districts, Cibarani among its villages", async () => {
    const { region } = await hub.visitor.data<{
      region: {
        name: string;
        parent: { code: string; name: string };
        children: { totalCount: number; nodes: unknown[] };
        villages: { nodes: { code: string; name: string }[] };
        areas: { nodes: { key: string }[] };
      };
    }>(await documents("02-portal-regions.graphql"), { code: "36.02" });
    expect(region.name).toBe("Kabupaten Lebak");
    expect(region.parent).toEqual({ code: "36", name: "Banten", level: "PROVINCE" });
    expect(region.children.totalCount).toBe(28);
    expect(region.children.nodes).toHaveLength(28);
    expect(region.villages.nodes).toContainEqual({ code: "36.02.27.2010", name: "Cibarani" });
    expect(region.areas.nodes.map(({ key }) => key)).toEqual(["kasepuhan-lebak"]);
  });

  it("lets the coordinator of Lebak start, report and pledge, watched live and kept in history", async () => {
    const plan = (await plansOf("36")).nodes[0];
    const actionId = plan?.actions.nodes[0]?.id;
    const watches = await documents("02-coordinator-watches.graphql");
    const writes = await documents("02-coordinator-writes.graphql");
    const token = await tokenFor("coordinator@kemnaker.example");
    const planStream = subscribe<{
      actionPlanChanged: Record<string, never> & { position: number };
    }>(hub.socket(token), watches, { id: plan?.id, after: await currentPosition() }, "WatchPlan");
    const programmeStream = subscribe<{ changes: { position: number; subject: object } }>(
      hub.socket(),
      watches,
      { programme: "pkk-kawasan", after: await currentPosition() },
      "WatchProgramme",
    );

    const started = await coordinator.data<{
      changeActionStatus: { position: number; action: object };
    }>(
      writes,
      {
        input: { id: actionId, status: "IN_PROGRESS", expectedVersion: 1 },
      },
      "StartAction",
    );
    expect(started.changeActionStatus.action).toEqual({
      id: actionId,
      status: "IN_PROGRESS",
      version: 2,
    });

    const reportId = randomUUID();
    const reported = await coordinator.data<{
      reportProgress: { position: number; action: object; progressUpdate: object };
    }>(
      writes,
      {
        input: {
          id: reportId,
          actionId,
          progress: 40,
          note: "Two of five partners signed",
          expectedVersion: 2,
        },
      },
      "Report",
    );
    expect(reported.reportProgress.action).toEqual({ id: actionId, progress: 40, version: 3 });
    expect(reported.reportProgress.progressUpdate).toMatchObject({ id: reportId, progress: 40 });

    const pledged = await coordinator.data<{
      pledgeContribution: { position: number; contribution: object };
    }>(
      writes,
      {
        input: { id: randomUUID(), actionId, kind: "EQUIPMENT", quantity: 10, unit: "set" },
      },
      "Pledge",
    );
    expect(pledged.pledgeContribution.contribution).toMatchObject({
      kind: "EQUIPMENT",
      status: "PLEDGED",
      quantity: 10,
      unit: "set",
      organisation: { key: "disnaker-lebak" },
    });

    const first = await planStream.next();
    expect(first).toMatchObject({
      data: {
        actionPlanChanged: {
          position: started.changeActionStatus.position,
          change: {
            kind: "UPDATED",
            operation: "changeActionStatus",
            entity: "Action",
            entityId: actionId,
            organisation: { key: "disnaker-lebak" },
            fields: [{ name: "status", before: "PLANNED", after: "IN_PROGRESS" }],
          },
          actionPlan: { id: plan?.id },
        },
      },
    });
    expect((await programmeStream.next()).data?.changes).toMatchObject({
      position: started.changeActionStatus.position,
      subject: { __typename: "Action", id: actionId },
    });

    const { changes } = await hub.visitor.data<{
      changes: {
        nodes: { position: number; operation: string }[];
        pageInfo: { hasPreviousPage: boolean };
      };
    }>(await documents("02-history.graphql"), { plan: plan?.id, first: 4 });
    expect(changes.pageInfo.hasPreviousPage).toBe(true);
    expect(changes.nodes.map((node) => node.operation)).toEqual([
      "changeActionStatus",
      "reportProgress",
      "reportProgress",
      "pledgeContribution",
    ]);
    expect(changes.nodes.at(-1)?.position).toBe(pledged.pledgeContribution.position);
    await planStream.stop();
    await programmeStream.stop();
  });

  async function currentPosition(): Promise<number | undefined> {
    return (await hub.visitor.ask("{ viewer { kind } }")).extensions?.position;
  }
});
