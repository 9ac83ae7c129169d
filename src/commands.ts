import "reflect-metadata";
import { join } from "node:path";
import { isEmail } from "class-validator";
import { Command, InvalidArgumentError } from "commander";
import { pino } from "pino";
import { developmentIssuer } from "./access/development-issuer.js";
import { prepare } from "./app/prepare.js";
import { openStore, projectFolder, type Store, type StoreOptions } from "./app/store.js";
import { verifyMinutes } from "./domain/deliberations/index.js";
import { Ledger, verifyLedger } from "./ledger/index.js";
import { loadConfig } from "./platform/config.js";
import { migrate, preparing } from "./platform/database/index.js";
import { giveUpRoot } from "./platform/give-up-root.js";
import { type Logger, makeLogger } from "./platform/logger.js";
import { isError, safeMessage } from "./platform/secrets.js";

/** The e-mail address of the sample's platform operator. */
const operatorEmail = "operator@rembuk.example";

/** The Postgres states of a database without the migrations: undefined_table, undefined_column. */
const unmigratedStates = new Set(["42P01", "42703"]);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a command on a database: that of `DATABASE_URL`, of a running hub, or one that it starts. */
async function onStore(
  work: (store: Store, logger: Logger) => Promise<void>,
  options: StoreOptions = {},
): Promise<void> {
  const config = loadConfig();
  // What it makes in the data folder is then the hub's. A new migration is written beside the code.
  if (!options.useSnapshot) giveUpRoot(config, projectFolder());
  // Standard output is for the command's results.
  const logger = makeLogger({ ...config, logLevel: "warn" }, pino.destination(2));
  const store = await openStore(config, logger, { share: true, ...options });
  try {
    await work(store, logger);
  } finally {
    await store.close();
  }
}

async function applyMigrations({ orm, connections }: Store): Promise<void> {
  const applied = await preparing(connections, () => migrate(orm));
  say(applied.length > 0 ? `applied: ${applied.join(", ")}` : "nothing to apply");
}

/** Writes a migration from the difference between the classes and the snapshot, for a developer to check. */
async function makeMigration({ orm }: Store, name: string): Promise<void> {
  const folder = join(projectFolder(), "migrations");
  const { fileName } = await orm.migrator.create(folder, false, false, name);
  say(
    fileName
      ? `made: ${join(folder, fileName)}`
      : "nothing to make: the classes are as the snapshot",
  );
}

async function seed(store: Store, logger: Logger): Promise<void> {
  const ledger = new Ledger(store.orm);
  const { made, leftOut } = await prepare({ store, ledger, sample: true, logger });
  for (const record of leftOut) process.stderr.write(`left out: ${record}\n`);
  say(`made: ${made} records`);
}

/** Verifies the chain and all minutes, and prints the results. Any fault gives the exit code 1. */
async function verify({ orm }: Store): Promise<void> {
  const em = orm.em.fork();
  try {
    const chain = await verifyLedger(em);
    say(
      chain.whole
        ? `whole: ${chain.position} changes, ${chain.hash}`
        : `broken at position ${chain.position}: ${chain.reason}`,
    );
    const { count, holding, fault } = await verifyMinutes(em);
    say(`minutes: ${holding} of ${count} hold`);
    if (fault) say(`minutes ${fault.id} do not hold: ${fault.reason}`);
    if (!chain.whole || fault) process.exitCode = 1;
  } catch (error) {
    if (!unmigratedStates.has(String((error as { code?: unknown }).code))) throw error;
    throw new Error("The database is not at this version: migrate it first.");
  }
}

interface TokenOptions {
  operator?: boolean;
  expiresIn?: number;
}

async function printToken(email: string, { operator, expiresIn }: TokenOptions): Promise<void> {
  const { oidc, dataFolder } = loadConfig();
  if (oidc)
    throw new Error(`Tokens come from ${oidc.issuer} (OIDC_ISSUER); the hub signs none beside it.`);
  if (!isEmail(email)) throw new Error(`${email} is not an e-mail address.`);
  const issuer = await developmentIssuer(dataFolder);
  const isOperator = operator ?? email.toLowerCase() === operatorEmail;
  const life = expiresIn === undefined ? {} : { expiresInSeconds: expiresIn };
  say(await issuer.sign({ email, operator: isOperator, ...life }));
}

function seconds(text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number of seconds.");
}

function commands(): Command {
  const program = new Command("rembuk").description("What is done to a hub from its machine.");
  program
    .command("migrate")
    .description("bring the database to the newest migration, as each start does")
    .option("--make <name>", "for developers: write a migration from what the classes have changed")
    .action(({ make }: { make?: string }) =>
      make
        ? onStore((store) => makeMigration(store, make), { useSnapshot: true })
        : onStore(applyMigrations),
    );
  program
    .command("seed")
    .description("make what is missing of the sample data; what people changed stays")
    .action(() => onStore(seed));
  program
    .command("token")
    .description("print a token of the development issuer, and nothing else")
    .argument("<email>", "whose; coordinator@disnaker-lebak.example is one of the sample's people")
    .option("--operator", `as a platform operator, which ${operatorEmail} always is`)
    .option("--expires-in <seconds>", "how long it lives: 12 hours unless given", seconds)
    .action(printToken);
  program
    .command("verify")
    .description(
      "walk the ledger's chain of hashes, check all minutes, and name the first that does not hold",
    )
    .action(() => onStore(verify));
  return program;
}

/** The message of an error, without a stack. Errors of refused connections have only a code. */
function reasonOf(error: unknown): string {
  if (!isError(error)) return String(error);
  return safeMessage(error) || `${error.name} ${error.code ?? ""}`;
}

commands()
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
