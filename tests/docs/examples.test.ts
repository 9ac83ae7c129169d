import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, validate } from "graphql";
import { pagePaths, readPage } from "../testkit/docs/markdown.js";
import { type Preparation, Reader } from "../testkit/docs/reader.js";
import { nameOf, type Step, stepsOf, type Watched } from "../testkit/docs/steps.js";
import { Updates } from "../testkit/docs/updates.js";
import { fillWorkbooks } from "../testkit/docs/workbooks.js";
import { schema } from "../testkit/hub/index.js";
import type { Template } from "../testkit/postgres/templates.js";

const of = (guide: string) => (page: string) => `docs/reference/${guide}/${page}.md`;

/** Pages that are followed at one hub, one after another, and the template of its database. */
const readings: { pages: string[]; template: Template; prepare?: Preparation }[] = [
  { pages: ["README.md"], template: "sample" },
  {
    pages: [
      "docs/portals.md",
      ...["queries", "limits", "documents", "streams", "subjects", "files", "errors"].map(
        of("portals"),
      ),
    ],
    template: "sample",
  },
  { pages: ["plans", "assessments"].map(of("coordinators")), template: "sample" },
  {
    pages: ["preparation", "decisions", "minutes", "follow-up"].map(of("rembuk")),
    template: "sample",
  },
  {
    pages: ["answering", "spreadsheets", "review", "scores", "questionnaires", "figures"].map(
      of("universities"),
    ),
    template: "sample",
    prepare: fillWorkbooks,
  },
  { pages: ["docs/operators.md"], template: "regions" },
];

/** Commands that are not run here, by how they begin, and why. */
const notRun: [start: string, reason: string][] = [
  ["npm ci", "installs the project, which is what runs this"],
  ["curl -s http://127.0.0.1:4000/health/ready", "counts what all hubs of the test's process did"],
  ["curl -s http://127.0.0.1:4000/graphql -H 'rembuk-position: 999999'", "waits for ten seconds"],
  ["pg_dump", "needs the tools of Postgres"],
  ["createdb", "needs the tools of Postgres"],
  ["psql", "needs the tools of Postgres"],
];

const isNotRun = ({ command }: Step): boolean =>
  command.language === "sh" && notRun.some(([start]) => command.text.startsWith(start));

const documents = pagePaths().flatMap((path) =>
  readPage(path)
    .blocks.map((block, at, all) => ({ path, block, next: all[at + 1] }))
    .filter(({ block }) => block.language === "graphql"),
);

describe("the documents on the pages", () => {
  it.each(documents.map(({ path, block, next }) => [nameOf(path, block), block, next] as const))(
    "%s fits the schema, or is printed as refused",
    (_, block, next) => {
      const errors = validate(schema, parse(block.text)).map(({ message }) => message);
      const refused = next?.text.includes("GRAPHQL_VALIDATION_FAILED") ?? false;
      expect(errors).toEqual(refused ? [expect.any(String)] : []);
    },
  );
});

describe("the pages with examples", () => {
  it("are all followed", () => {
    const languages = new Set(["graphql", "sh"]);
    const withExamples = pagePaths().filter((path) =>
      readPage(path).blocks.some(({ language }) => languages.has(language)),
    );
    const followed = readings.flatMap(({ pages }) => pages);
    const others = withExamples.filter((path) => !followed.includes(path));
    // Commands of the project itself, which a test cannot run within itself.
    expect(others).toEqual(["CONTRIBUTING.md", "docs/performance.md"]);
  });
});

describe("the commands that are not run", () => {
  const commands = readings.flatMap(({ pages }) =>
    pages.flatMap((path) => readPage(path).blocks.filter(({ language }) => language === "sh")),
  );

  it.each(notRun)("stand on a page: %s (%s)", (start) => {
    expect(commands.map(({ text }) => text)).toContainEqual(expect.stringContaining(start));
  });
});

describe.each(readings)("a reader who follows $pages", ({ pages, template, prepare }) => {
  const steps = pages.flatMap((path) => stepsOf(readPage(path)));
  const updates = new Updates();
  let reader: Reader;

  beforeAll(async () => {
    reader = await Reader.start(template, prepare ?? (async () => undefined));
  });
  afterAll(async () => {
    updates.write();
    await reader?.stop();
  });

  const titled = (step: Step | Watched): [string, Step | Watched] =>
    "watched" in step
      ? [`sees the lines of ${nameOf(step.page, step.watched)}`, step]
      : [`gets the printed answer of ${nameOf(step.page, step.command)}`, step];

  it.each(steps.filter((step) => "watched" in step || !isNotRun(step)).map(titled))(
    "%s",
    async (_, step) => {
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
    },
  );
});
