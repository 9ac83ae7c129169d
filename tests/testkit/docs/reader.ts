import { developmentIssuer } from "../../../src/access/development-issuer.js";
import { GraphqlClient, TestHub, testFolder } from "../hub/index.js";
import type { Template } from "../postgres/templates.js";
import type { Block } from "./markdown.js";
import { asPrinted, movedToToday, parsePrinted, steadyLine, steadyOutput } from "./printed.js";
import { Shell, type Watcher } from "./shell.js";
import { languageOf, personOf, type Step, type Watched } from "./steps.js";
import { makeWorkbooks } from "./workbooks.js";

/** A step's answer and the printed one, both without the values that differ in each run. */
export interface Outcome {
  given: unknown;
  printed: unknown;
}

/** A running hub at which pages are followed. */
export interface RunningHub {
  url: string;
  /** Absent where the hub serves none: then no watcher can be followed. */
  metricsUrl?: string;
  /** The folder of its development keys. */
  dataFolder: string;
  /** What the pages' commands find in their environment. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The addresses that the pages name. */
const address = "//127.0.0.1:4000";
const metricsAddress = "//127.0.0.1:4001";

const operators = /^operator@/;

/** Follows pages at a hub, from top to bottom, as their readers do. */
export class Reader {
  /** The data of all answers to GraphQL documents, for pages that ask for values of earlier ones. */
  private readonly answers: unknown[] = [];
  private watcher: Watcher | undefined;
  /** The token of the person named last, which the pages' commands find in `TOKEN`. */
  private token: string | undefined;

  private constructor(
    private readonly hub: RunningHub,
    private readonly shell: Shell,
  ) {}

  /** A reader at a new hub of its own. */
  static async start(template: Template): Promise<Reader> {
    const hub = await TestHub.start(template);
    const { url, metricsUrl } = hub;
    const dataFolder = testFolder();
    const env = { NODE_ENV: "test", DATABASE_URL: hub.database.url, REMBUK_DATA: dataFolder };
    return Reader.at({ url, metricsUrl, dataFolder, env, stop: () => hub.stop() });
  }

  /** A reader at a hub that runs already. */
  static async at(hub: RunningHub): Promise<Reader> {
    return new Reader(hub, await Shell.start(hub.env));
  }

  async stop(): Promise<void> {
    await this.shell.stop();
    await this.hub.stop();
  }

  /** Does one step. */
  async does({ command, variables, printed, goesOn }: Step): Promise<Outcome> {
    const text = movedToToday(command.text);
    const person = personOf(command);
    const token = person && (await tokenOf(person, this.hub.dataFolder));
    if (token) this.token = token;
    if (goesOn) {
      await this.watches(text);
      return { given: undefined, printed: undefined };
    }
    const given =
      command.language === "graphql"
        ? await this.asks(text, this.values(variables), token, languageOf(command))
        : await this.runs(command.language === "js" ? asProgram(text) : text);
    return this.compared(given, printed?.text, printed?.language);
  }

  /** The lines that the page's watcher has printed since the last look. */
  async sees({ watched }: Watched): Promise<Outcome> {
    if (!this.watcher) throw new Error("No watcher was started");
    const printed = movedToToday(watched.text).trimEnd().split("\n");
    const lines = await this.watcher.next(printed.length);
    return { given: lines.map(steadyLine), printed: printed.map(steadyLine) };
  }

  /** The variables of a document, as its page gives them. */
  private values(variables: Block | undefined): Record<string, unknown> {
    const text = movedToToday(variables?.text ?? "{}");
    return JSON.parse(text.replaceAll(/"<([\w.]+)>"/g, (_, path) => this.answered(path)));
  }

  /** What the newest answer with a value at this path of its data has there, as JSON. */
  private answered(path: string): string {
    for (const data of this.answers.toReversed()) {
      const value = path.split(".").reduce<unknown>((part, name) => Object(part)[name], data);
      if (value !== undefined) return JSON.stringify(value);
    }
    throw new Error(`No answer before has ${path}`);
  }

  private async asks(
    query: string,
    variables: Record<string, unknown>,
    token: string | undefined,
    language: string | undefined,
  ) {
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(language ? { "accept-language": language } : {}),
    };
    const {
      status,
      headers: _,
      ...answer
    } = await new GraphqlClient(this.hub.url, headers).ask(query, variables);
    this.answers.push(answer.data);
    return answer;
  }

  private async runs(text: string): Promise<string> {
    await makeWorkbooks(this.shell.folder, text);
    const given = this.token ? `export TOKEN=${this.token}\n` : "";
    this.token = undefined;
    return this.shell.run(`${given}${this.here(text)}`);
  }

  private async watches(text: string): Promise<void> {
    const before = await this.openOperations();
    this.watcher = await this.shell.watch(this.here(text));
    for (let left = 6000; (await this.openOperations()) <= before; left -= 1) {
      if (left === 0) throw new Error("The watcher does not subscribe");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private here(text: string): string {
    const { url, metricsUrl = url } = this.hub;
    return text
      .replaceAll(address, `//${new URL(url).host}`)
      .replaceAll(metricsAddress, `//${new URL(metricsUrl).host}`);
  }

  private async openOperations(): Promise<number> {
    const { metricsUrl } = this.hub;
    if (!metricsUrl) throw new Error("A watcher can be followed only where the hub has metrics");
    const metrics = await (await fetch(metricsUrl)).text();
    return Number(/^rembuk_socket_operations (\d+)$/m.exec(metrics)?.[1]);
  }

  private compared(given: unknown, printed: string | undefined, language = "json"): Outcome {
    if (printed === undefined) return { given: undefined, printed: undefined };
    const moved = movedToToday(printed);
    if (language === "text") {
      return { given: steadyOutput(String(given)), printed: steadyOutput(moved) };
    }
    const expected = parsePrinted(moved);
    const answer = typeof given === "string" ? JSON.parse(given) : given;
    return { given: asPrinted(answer, expected), printed: expected };
  }
}

/** A module of JavaScript as a command of the shell. */
const asProgram = (text: string): string =>
  `node --input-type=module <<'END-OF-MODULE'\n${text}\nEND-OF-MODULE`;

async function tokenOf(email: string, dataFolder: string): Promise<string> {
  const issuer = await developmentIssuer(dataFolder);
  return issuer.sign({ email, operator: operators.test(email) });
}
