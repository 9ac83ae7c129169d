import { afterEach, describe, expect, it } from "@jest/globals";
import { validateSync } from "class-validator";
import {
  coerceInputValue,
  type GraphQLInputObjectType,
  getNullableType,
  isInputObjectType,
} from "graphql";
import { hubSchema } from "../../src/app/schema.js";
import { Ledger, type Recorded, verifyLedger } from "../../src/ledger/index.js";
import { makeSample } from "../../src/seed/samples.js";
import { batchesOf } from "../../src/seed/synthetic/country.js";
import type { Province } from "../../src/seed/synthetic/places.js";
import { isCreation, mutationOf, type Step } from "../../src/seed/synthetic/steps.js";
import { testDatabase } from "../testkit/hub/index.js";
import { openDatabase } from "../testkit/seed/opened-database.js";

const regency = (code: string) => ({
  code,
  name: `Kabupaten ${code}`,
  districts: [`${code}.01`, `${code}.02`, `${code}.03`],
  villages: [`${code}.01.2001`, `${code}.01.2002`],
});

const province = (code: string): Province => ({
  code,
  name: `Provinsi ${code}`,
  regencies: [regency(`${code}.01`), regency(`${code}.02`)],
});

const day = "2026-11-30";

const partsOf = (...codes: string[]) => [...batchesOf(codes.map(province), day)].flat();

const steps = (...codes: string[]): Step[] =>
  partsOf(...codes).flatMap((part) => ("csv" in part ? [] : part.steps));

/** What a step's input gets when it is sent, from the present state. */
const filledIn = {
  expectedVersion: 1,
  minutesId: "00000000-0000-4000-8000-000000000000",
  sha256: "0".repeat(64),
};

// The cast: the class of an input has no parameters.
const inputClass = (operation: Step["operation"]) =>
  mutationOf(operation).input as new () => object;

/** A ledger whose process dies after so many mutations of one transaction, when that has an operation. */
class DyingLedger extends Ledger {
  constructor(
    orm: ConstructorParameters<typeof Ledger>[0],
    private readonly operation: string,
    private readonly life: number,
  ) {
    super(orm);
  }

  override together<T>(work: (ledger: Ledger) => Promise<T>): Promise<Recorded<T>> {
    return super.together((joined) => {
      let done = 0;
      const transact = joined.transact.bind(joined);
      joined.transact = (act, run) => {
        if (act.operation === this.operation) done += 1;
        return done > this.life ? Promise.reject(new Error("died")) : transact(act, run);
      };
      return work(joined);
    });
  }
}

describe("the synthetic country", () => {
  const opened: (() => Promise<void>)[] = [];
  const start = async (template: "regions" | "sample") => {
    const database = await testDatabase(template);
    const store = await openDatabase(database);
    opened.push(store.close, database.drop);
    return store;
  };
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });

  it("of one province is the beginning of that of many", () => {
    const [one, many] = [partsOf("36"), partsOf("36", "11", "12", "13")];
    expect(many.slice(0, one.length)).toEqual(one);
    expect(many.slice(one.length).map(({ name }) => name)).toEqual([
      ...["province 11", "province 12", "province 13"],
    ]);
  });

  it("gives a province the same records whatever the others are", () => {
    const of = (codes: string[]) => partsOf(...codes).find(({ name }) => name === "province 12");
    expect(of(["36", "12"])).toEqual(of(["36", "11", "12", "13"]));
  });

  it("gives each record an id of its own", () => {
    const created = steps("36", "11", "12").filter(isCreation);
    expect(new Set(created.map(({ input }) => input.id)).size).toBe(created.length);
  });

  it("sends what the API takes", async () => {
    const fields = (await hubSchema()).getMutationType()?.getFields() ?? {};
    const faults: string[] = [];
    for (const { operation, input } of steps("36", "11")) {
      const type = fields[operation]?.args[0]?.type;
      // Uploads are no mutation of GraphQL.
      if (!type || !isInputObjectType(getNullableType(type))) continue;
      const known = getNullableType(type) as GraphQLInputObjectType;
      const later = Object.entries(filledIn).filter(([name]) => name in known.getFields());
      const whole = { ...Object.fromEntries(later), ...input };
      coerceInputValue(whole, type, (path, _, { message }) => {
        faults.push(`${operation} ${path.join(".")}: ${message}`);
      });
      const given = Object.assign(new (inputClass(operation))(), whole);
      faults.push(...validateSync(given, { forbidUnknownValues: false }).map(String));
    }
    expect(faults).toEqual([]);
  });

  it("is made chapter by chapter, each whole or not at all", async () => {
    const { orm, ledger, files } = await start("regions");
    const began = await ledger.position();
    const made = async () => {
      const rows = await orm.em
        .getConnection()
        .execute(`select distinct operation from change where position > ${began} order by 1`);
      return rows.map((row) => String(row.operation));
    };
    const die = (operation: string, life: number) =>
      expect(makeSample(new DyingLedger(orm, operation, life), files, "province")).rejects;
    await die("createProgramme", 2).toThrow(/^nation, step \d+: .*died/);
    expect(await made()).toEqual([]);
    await die("recordMeasurement", 5).toThrow(/^indicators, step \d+: .*died/);
    const nation = await made();
    expect(nation).toContain("revokeApiKey");
    expect(nation).not.toContain("createIndicator");
    await die("addAction", 1).toThrow(/^province 36, step \d+: .*died/);
    const [, indicators, instrument] = partsOf("36");
    const further = [indicators, instrument].flatMap((part) =>
      part && "steps" in part ? part.steps.map(({ operation }) => operation) : [],
    );
    expect(await made()).toEqual([...new Set([...nation, ...further])].sort());
    expect(await verifyLedger(orm.em.fork())).toMatchObject({ whole: true });
  });

  it("is not mixed into the real cases", async () => {
    const { ledger, files } = await start("sample");
    const position = await ledger.position();
    await expect(makeSample(ledger, files, "country")).rejects.toThrow(
      "REMBUK_SAMPLE=country: the database has the sample of real cases",
    );
    expect(await ledger.position()).toBe(position);
  });
});
