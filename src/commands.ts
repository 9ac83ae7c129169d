import "reflect-metadata";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { isEmail } from "class-validator";
import { Command, InvalidArgumentError } from "commander";
import { pino } from "pino";
import { type DevelopmentIssuer, developmentIssuer } from "./access/development-issuer.js";
import { addBackupCommands } from "./app/backups/backup-commands.js";
import { loadGeometry } from "./app/boundaries.js";
import { type CommandData, dataOf } from "./app/command-data.js";
import { addDoctor } from "./app/doctor/doctor-command.js";
import { loadCodes } from "./app/load-codes.js";
import { prepare } from "./app/prepare.js";
import { resetData } from "./app/reset.js";
import { addLedgerCommands } from "./app/retention/ledger-commands.js";
import { addRoles } from "./app/roles-command.js";
import { hubSchema } from "./app/schema.js";
import { openStore, projectFolder, type Store, type StoreOptions } from "./app/store.js";
import { addVerify } from "./app/verify-command.js";
import { bringToVersion } from "./app/version.js";
import { Ledger } from "./ledger/index.js";
import { type Config, isSet, loadConfig } from "./platform/config.js";
import { checkWritable } from "./platform/data-owner.js";
import { preparing, refuseNewer } from "./platform/database/index.js";
import { openFileStore } from "./platform/files/index.js";
import { giveUpRoot } from "./platform/give-up-root.js";
import { type Logger, makeLogger } from "./platform/logger.js";
import { type RunningHub, runningHubs } from "./platform/running-hubs.js";
import { reasonOf } from "./platform/secrets.js";

/** The e-mail address of the sample's platform operator. */
const operatorEmail = "operator@rembuk.example";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Says something beside the command's results. */
const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The hubs of this checkout that run; none in a test, which knows its own. */
const hubsOf = ({ environment, user }: Config): RunningHub[] =>
  environment === "test" ? [] : runningHubs(projectFolder(), [user.uid]);

const chosenData = (config: Config): CommandData =>
  dataOf(config, isSet("REMBUK_DATA"), hubsOf(config));

/** The data that a configuration means, and the hub that runs on them. */
function chosenHub(config: Config) {
  const { dataFolder, hub } = chosenData(config);
  return { config: { ...config, dataFolder }, hub };
}

/** The configuration with the data of the running hub, where no other data are named. */
function storeConfig(): Config {
  const config = loadConfig();
  if (config.databaseUrl) return config;
  const { dataFolder, hub, note: found } = chosenData(config);
  if (hub?.hasServer) {
    throw new Error(
      `The hub at ${hub.url} keeps its data in the server of its DATABASE_URL: set DATABASE_URL to the same address.`,
    );
  }
  if (hub && found) note(found);
  return { ...config, dataFolder };
}

interface CommandOptions extends StoreOptions {
  /** The command brings the database to this version, and checks it then. */
  migrates?: boolean;
}

/** Runs a command on a database: that of `DATABASE_URL`, of a running hub, or one that it starts. */
async function onStore(
  work: (store: Store, logger: Logger, config: Config) => Promise<void>,
  { migrates = false, ...options }: CommandOptions = {},
): Promise<void> {
  // A migration is written from the classes, on any database.
  const config = options.useSnapshot ? loadConfig() : storeConfig();
  // What it makes in the data folder is then the hub's. A new migration is written beside the code.
  if (!options.useSnapshot) giveUpRoot(config, projectFolder());
  if (!config.databaseUrl) checkWritable(config.dataFolder);
  // Standard output is for the command's results.
  const logger = makeLogger({ ...config, logLevel: "warn" }, pino.destination(2));
  const store = await openStore(config, logger, { share: true, ...options });
  try {
    if (!options.useSnapshot && !migrates) await refuseNewer(store.orm);
    await work(store, logger, config);
  } finally {
    await store.close();
  }
}

/** The settings of a command that makes a store of its own, which never is that of a running hub. */
function prepared(): { config: Config; logger: Logger } {
  const config = loadConfig();
  giveUpRoot(config, projectFolder());
  checkWritable(config.dataFolder);
  return { config, logger: makeLogger({ ...config, logLevel: "warn" }, pino.destination(2)) };
}

async function applyMigrations(store: Store, logger: Logger): Promise<void> {
  const version = await preparing(store.connections, () => bringToVersion(store, logger));
  const { migrations: applied } = version;
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
  const config = loadConfig();
  const sample = config.sample === "off" ? "on" : config.sample;
  const files = await openFileStore(config);
  // The sample's views are checked against it.
  await hubSchema();
  const { made, leftOut } = await prepare({ store, ledger, files, config, sample, logger });
  for (const record of leftOut) note(`left out: ${record}`);
  say(`made: ${made} records`);
}

/** The development issuer of a data folder, if this user may read its key. */
async function issuerOf(dataFolder: string): Promise<DevelopmentIssuer> {
  try {
    return await developmentIssuer(dataFolder);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EACCES", "EPERM", "EROFS"].includes(code)) throw error;
    throw new Error(
      `This user may not use ${dataFolder} (${code}): run the command as the user of the hub, or set REMBUK_DATA.`,
    );
  }
}

interface TokenOptions {
  operator?: boolean;
  expiresIn?: number;
}

async function printToken(email: string, { operator, expiresIn }: TokenOptions): Promise<void> {
  const config = loadConfig();
  const { dataFolder, hub, note: found } = chosenData(config);
  const source = hub?.issuer ?? config.oidc?.issuer;
  if (source)
    throw new Error(`Tokens come from ${source} (OIDC_ISSUER); the hub signs none beside it.`);
  if (!isEmail(email)) throw new Error(`${email} is not an e-mail address.`);
  if (found) note(found);
  else if (!hub && config.environment !== "test")
    note(`No hub of this project runs here. This token is for a hub on the data in ${dataFolder}.`);
  const issuer = await issuerOf(dataFolder);
  const isOperator = operator ?? email.toLowerCase() === operatorEmail;
  const life = expiresIn === undefined ? {} : { expiresInSeconds: expiresIn };
  say(await issuer.sign({ email, operator: isOperator, ...life }));
}

/** Asks at the terminal; without one, somebody must have agreed before. */
async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error(`${question} Add --yes to agree.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function reset({ yes }: { yes?: boolean }): Promise<void> {
  const config = loadConfig();
  const hubs = hubsOf(config);
  giveUpRoot(config, projectFolder());
  const logger = makeLogger({ ...config, logLevel: "warn" }, pino.destination(2));
  const confirm = yes ? async () => true : confirmed;
  say(await resetData({ config, hubs, logger, confirm }));
}

function seconds(text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number of seconds.");
}

interface RegionOptions {
  codes?: string;
  geometry?: string;
  codeProperty?: string;
}

async function loadRegionFiles({ codes, geometry, codeProperty }: RegionOptions): Promise<void> {
  if (!codes && !geometry)
    throw new Error("Name a file: --codes <file>, --geometry <file>, or both.");
  await onStore(async (store, logger) => {
    if (codes) say(await loadCodes(store, logger, codes));
    if (geometry) say(await loadGeometry(store, logger, { path: geometry, codeProperty }));
  });
}

function addRegions(program: Command): void {
  program
    .command("regions")
    .description("load what the hub's packages lack about regions, in place of the earlier one")
    .option(
      "--codes <file>",
      "other codes: a CSV of code, other code, system, valid from, valid to",
    )
    .option(
      "--geometry <file>",
      "boundaries for maps: a GeoJSON of provinces, regencies or both, in WGS84",
    )
    .option(
      "--code-property <name>",
      "the property of the GeoJSON with the region's code; without it, the usual ones are tried",
    )
    .action(loadRegionFiles);
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
        : onStore(applyMigrations, { migrates: true }),
    );
  program
    .command("seed")
    .description(
      "make what is missing of the sample of REMBUK_SAMPLE, else of the real cases; what people changed stays",
    )
    .action(() => onStore(seed, { migrates: true }));
  program
    .command("token")
    .description("print a token of the development issuer, and nothing else")
    .argument("<email>", "whose; coordinator@disnaker-lebak.example is one of the sample's people")
    .option("--operator", `as a platform operator, which ${operatorEmail} always is`)
    .option("--expires-in <seconds>", "how long it lives: 12 hours unless given", seconds)
    .action(printToken);
  program
    .command("reset")
    .description(
      "delete all data in REMBUK_DATA, so that the next start begins anew; not while a hub runs",
    )
    .option("--yes", "do not ask")
    .action(reset);
  addRoles(program, say);
  addRegions(program);
  addVerify(program, onStore, say);
  addBackupCommands(program, { onStore, prepared, say, note });
  addLedgerCommands(program, onStore, say);
  addDoctor(program, { choose: chosenHub, say });
  return program;
}

commands()
  .parseAsync()
  .catch((error: unknown) => {
    note(reasonOf(error));
    process.exitCode = 1;
  });
