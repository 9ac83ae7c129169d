import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, isEnumType, isNonNullType } from "graphql";
import { refusalOf } from "../testkit/hub/checked-client.js";
import {
  documentOf,
  type Input,
  inputFieldsOf,
  mutationNames,
  refused,
  type Written,
  write,
} from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { World } from "../testkit/world/world.js";

let world: World;
let every: EveryMutation;

beforeAll(async () => {
  world = await World.start();
  every = await EveryMutation.make(world);
});
afterAll(() => world.stop());

/** Each field of an update that may be left out. */
const optionalFields = mutationNames
  .filter((name) => name.startsWith("update"))
  .flatMap((mutation) =>
    inputFieldsOf(mutation)
      .filter(({ type }) => !isNonNullType(type))
      .map(({ name }) => [mutation, name] as const),
  );

/** What null empties; every other field of an update refuses it. */
const emptied: Record<string, string[]> = {
  updateOrganisation: ["contact", "note", "parentId", "regionCode"],
  updateProgramme: ["chain", "endsOn", "legalBasis", "policy", "reportEveryMonths", "scope"],
  updateArea: ["theme", "year"],
  updateActionPlan: ["endsOn", "summary"],
  updateAction: ["description", "endsOn", "leadId", "startsOn", "strategy"],
  updateMilestone: [],
  updateView: ["chart", "descriptionText", "where"],
  updateWebhook: ["where"],
  updateDeliberation: ["areaId", "place", "programmeId", "regionCode", "summary"],
  updateFinding: ["recommendation"],
  updateActionFinding: ["note"],
  updateIndicator: ["description"],
  updateTarget: [],
  updateEnterpriseGroup: ["classification", "formedOn", "men", "note", "villageCode", "women"],
};

describe("Null in an update", () => {
  /** What creates the subject of an update, with all that can be emptied; the update itself does too. */
  const filled: Record<string, [creation: string, fields: () => Input]> = {
    updateOrganisation: [
      "createOrganisation",
      () => ({ contact: "a", note: "a", parentId: every.plans.cast.owner.id, regionCode: "36" }),
    ],
    updateProgramme: [
      "createProgramme",
      () => ({
        ...{ endsOn: "2025-01-01", legalBasis: "a", policy: "a", reportEveryMonths: 6 },
        ...{ chain: "a", scope: "a" },
      }),
    ],
    updateArea: ["createArea", () => ({ theme: "a", year: 2024 })],
    updateActionPlan: ["createActionPlan", () => ({ endsOn: "2025-01-01", summary: "a" })],
    updateAction: [
      "addAction",
      () => ({
        ...{ description: "a", startsOn: "2024-01-01", endsOn: "2024-02-01" },
        ...{ leadId: every.plans.cast.owner.id, strategy: "RAISE_INCOME" },
      }),
    ],
    updateMilestone: ["addMilestone", () => ({})],
    updateView: [
      "saveView",
      () => ({
        descriptionText: { english: "a" },
        ...{
          where: { eq: every.plans.action.id },
          chart: { kind: "BAR", x: "title", y: ["weight"] },
        },
      }),
    ],
    updateWebhook: ["createWebhook", () => ({ where: { entity: { eq: "Area" } } })],
    updateDeliberation: [
      "conveneDeliberation",
      () => ({
        ...{ summary: "a", place: "a", regionCode: "36" },
        ...{ programmeId: every.plans.programme.id, areaId: every.indicators.area.id },
      }),
    ],
    updateIndicator: ["createIndicator", () => ({ description: "a" })],
    updateTarget: ["setTarget", () => ({})],
    updateEnterpriseGroup: [
      "registerEnterpriseGroup",
      () => ({
        classification: { code: "10761", version: "KBLI 2020" },
        ...{ formedOn: "2024-01-01", note: "a" },
      }),
    ],
    updateFinding: ["updateFinding", () => ({ recommendation: "a" })],
    updateActionFinding: ["updateActionFinding", () => ({ note: "a" })],
  };
  const made = new Map<string, Promise<Written>>();
  const subjectOf = (mutation: string): Promise<Written> => {
    const [creation, fields] = filled[mutation] ?? [];
    if (!creation || !fields) throw new Error(`What creates the subject of ${mutation}?`);
    const subject = made.get(mutation) ?? every.do(creation, fields());
    made.set(mutation, subject);
    return subject;
  };

  it.each(optionalFields)("%s: %s is emptied if it may be empty, else refused", async (...one) => {
    const [mutation, field] = one;
    const [client, subject] = [await every.clientFor(mutation), await subjectOf(mutation)];
    const input = { id: subject.id, expectedVersion: subject.version, [field]: null };
    if (emptied[mutation]?.includes(field)) {
      const { version } = await write(client, mutation, input);
      expect(version).toBe(subject.version + 1);
      made.set(mutation, Promise.resolve({ ...subject, version }));
    } else {
      const found = await world.unchangedBy(() => refused(client, mutation, input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [`input.${field}`]]);
      expect(found.messages).toEqual(["must not be null"]);
    }
  });
});

describe("Every enum of every mutation's input", () => {
  const withEnums = mutationNames.flatMap((mutation) =>
    inputFieldsOf(mutation)
      .filter(({ type }) => isEnumType(getNamedType(type)))
      .map(({ name, type }) => [mutation, name, /^\[/.test(String(type))] as const),
  );

  it.each(withEnums)("%s refuses an unknown %s", async (mutation, field, isList) => {
    const operator = await world.operator;
    const before = await world.position();
    const value = isList ? ["UNKNOWN"] : "UNKNOWN";
    const found = refusalOf(
      await operator.error(documentOf(mutation), { input: { [field]: value } }),
    );
    expect(found.code).toBe("BAD_USER_INPUT");
    expect(found.paths).toContain(isList ? `input.${field}.0` : `input.${field}`);
    expect(await world.position()).toBe(before);
  });
});
