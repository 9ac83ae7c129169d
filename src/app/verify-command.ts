import type { Command } from "commander";
import { verifyMinutes } from "../domain/deliberations/index.js";
import { verifyLedger } from "../ledger/index.js";
import { sqlBy } from "../platform/database/index.js";
import { type FileStore, openFileStore } from "../platform/files/index.js";
import type { OnStore, Store } from "./store.js";
import { type FilesVerdict, verifyFiles } from "./stored-files.js";

/** The Postgres states of a database without the migrations: undefined_table, undefined_column. */
const unmigratedStates = new Set(["42P01", "42703"]);

/** What is read beside the ledger and the minutes. */
interface VerifyOptions {
  /** The archives of the ledger, line by line. */
  archives?: boolean;
  /** Every stored file. */
  files: boolean;
}

/** Says what came of the check of files; gives whether all hold. */
function sayFiles({ count, holding, faults }: FilesVerdict, say: (line: string) => void): boolean {
  say(`files: ${holding} of ${count} hold`);
  for (const [key, fault] of faults) say(`file ${key} is ${fault}`);
  return faults.size === 0;
}

/**
 * Verifies the chain, all minutes and the stored files, and prints the results. Gives false where anything is
 * wrong.
 */
async function verify(
  { orm }: Store,
  files: FileStore,
  options: VerifyOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const em = orm.em.fork();
  const chain = await verifyLedger(em, options.archives ? files : undefined);
  say(
    chain.whole
      ? `whole: ${chain.position} changes, ${chain.hash}`
      : `broken at position ${chain.position}: ${chain.reason}`,
  );
  const { count, holding, fault } = await verifyMinutes(em);
  say(`minutes: ${holding} of ${count} hold`);
  if (fault) say(`minutes ${fault.id} do not hold: ${fault.reason}`);
  const run = sqlBy(em.getKysely());
  const allHold = options.files ? sayFiles(await verifyFiles(run, files), say) : true;
  return chain.whole && !fault && allHold;
}

/** Adds the command that verifies what the hub holds. A fault gives the exit code 1. */
export function addVerify(program: Command, onStore: OnStore, say: (line: string) => void): void {
  program
    .command("verify")
    .description(
      "walk the ledger's chain of hashes, check all minutes and stored files, and name the first that does not hold",
    )
    .option("--archives", "read the archives of the ledger in the file store too, line by line")
    .option("--no-files", "leave the stored files out, which may take long to read")
    .action((options: VerifyOptions) =>
      onStore(async (store, _, config) => {
        try {
          const isWhole = await verify(store, await openFileStore(config), options, say);
          if (!isWhole) process.exitCode = 1;
        } catch (error) {
          if (!unmigratedStates.has(String((error as { code?: unknown }).code))) throw error;
          throw new Error("The database is not at this version: migrate it first.");
        }
      }),
    );
}
