import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, validate } from "graphql";
import { pagePaths, readPage } from "../testkit/docs/markdown.js";
import { Reader } from "../testkit/docs/reader.js";
import { readings } from "../testkit/docs/readings.js";
import { examplesOf, nameOf, type Step, type Watched } from "../testkit/docs/steps.js";
import { Updates } from "../testkit/docs/updates.js";
import { schema } from "../testkit/hub/index.js";

const pages = pagePaths().map((path) => readPage(path));
const followed = readings();

/**
 * The blocks that are not run: how many for each reason, as the pages give it before the block
 * (`*Not run by the tests: <reason>.*`).
 */
const notRun: Record<string, number> = {
  "`npm run image` runs it": 2,
  "each time it makes another key": 1,
  "it changes all later positions": 1,
  "it deletes data": 2,
  "it installs and starts what runs the tests": 1,
  "it installs what runs the tests": 1,
  "it is a line of a portal's own code": 1,
  "it is a line of the log": 1,
  "it is a part of a portal's own code": 4,
  "it is a setting": 10,
  "it is an outline of an answer": 1,
  "it is an outline of the hub's code": 1,
  "it lasts until it is ended": 2,
  "it needs 101 subscriptions": 1,
  "it needs Debian's package prometheus, with which a test runs it": 1,
  "it needs Python with gql": 2,
  "it needs a damaged database": 2,
  "it needs a cluster": 2,
  "it needs a ledger with finished partitions": 1,
  "it needs a server with passwords": 1,
  "it needs a fault of the hub": 1,
  "it needs an archived ledger": 1,
  "it needs a provider and a browser": 1,
  "it needs a rate that is used up": 1,
  "it needs jq": 1,
  "it needs such a file": 1,
  "it needs such a table": 1,
  "it needs the hub of the example above": 1,
  "it makes a second database": 3,
  "it needs a bucket": 1,
  "it needs the tools of Postgres": 3,
  "it starts a hub beside that of the tests": 2,
  "it starts the tests": 1,
  "it takes a quarter of an hour": 1,
  "it waits for five seconds": 1,
  "the compiler of Relay reads it": 1,
  "the figures differ with each request": 1,
  "what it says depends on the machine": 2,
  "the positions of a hub depend on what was done in it": 1,
};

const documents = pages.flatMap(({ path, blocks }) =>
  blocks
    .map((block, at, all) => ({ path, block, next: all[at + 1] }))
    .filter(({ block }) => block.language === "graphql"),
);

describe("the documents on the pages", () => {
  it.each(documents.map(({ path, block, next }) => [nameOf(path, block), block, next] as const))(
    "%s fits the schema, or is printed as refused",
    (_, block, next) => {
      const errors = validate(schema, parse(block.text)).map(({ message }) => message);
      const refused = next?.text.includes("GRAPHQL_VALIDATION_FAILED") ?? false;
      if (refused) expect(errors).not.toEqual([]);
      else expect(errors).toEqual([]);
    },
  );
});

describe("the blocks of the pages", () => {
  const all = pages.map((page) => ({ page, ...examplesOf(page) }));

  it("are all run, compared with an answer, drawn, or marked as not run with a reason", () => {
    const stray = all.flatMap(({ page, stray }) => stray.map((block) => nameOf(page.path, block)));
    expect(stray).toEqual([]);
  });

  it("are followed on one hub each, where they are run", () => {
    const run = all.filter(({ steps }) => steps.length > 0).map(({ page }) => page.path);
    expect(followed.flatMap(({ pages }) => pages).sort()).toEqual(run.sort());
  });

  it("are not run for these reasons only, and so many each", () => {
    const counts: Record<string, number> = {};
    for (const { reason } of all.flatMap(({ marked }) => marked)) {
      counts[reason] = (counts[reason] ?? 0) + 1;
    }
    expect(counts).toEqual(notRun);
  });
});

describe.each(followed)("a reader who follows $pages", ({ pages: paths, template }) => {
  const steps = paths.flatMap((path) => examplesOf(readPage(path)).steps);
  const updates = new Updates();
  let reader: Reader;

  beforeAll(async () => {
    reader = await Reader.start(template);
  });
  afterAll(async () => {
    updates.write();
    await reader?.stop();
  });

  const titled = (step: Step | Watched): [string, Step | Watched] =>
    "watched" in step
      ? [`sees the lines of ${nameOf(step.page, step.watched)}`, step]
      : [`gets the printed answer of ${nameOf(step.page, step.command)}`, step];

  it.each(steps.map(titled))("%s", async (_, step) => {
    if ("watched" in step) {
      const { given, printed } = await reader.sees(step);
      expect(given).toEqual(printed);
      return;
    }
    const { given, printed } = await reader.does(step);
    try {
      expect(given).toEqual(printed);
    } catch (difference) {
      if (!updates.take(step, given)) throw difference;
    }
  });
});
