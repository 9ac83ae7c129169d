import type { Command } from "commander";
import { pino } from "pino";
import { loadConfig } from "../../platform/config.js";
import { makeLogger } from "../../platform/logger.js";
import type { Checked, DoctorOptions, Report } from "./doctor.js";
import { examine } from "./doctor.js";

const marks = { ok: "ok     ", warning: "WARNING", fault: "FAULT  " } as const;

/** The exit code for words that the command does not know. */
const badUsage = 2;

/** A finding as lines for people. */
const linesOf = ({ level, id, says, todo }: Checked): string[] => [
  `${marks[level]}  ${id}: ${says}`,
  ...(todo ? [`         → ${todo}`] : []),
];

/** A report as lines for people: what is to be done last, where it is seen. */
export function reportLines({ checks, unchecked }: Report): string[] {
  const of = (level: Checked["level"]) => checks.filter((one) => one.level === level);
  const [fine, warnings, faults] = [of("ok"), of("warning"), of("fault")];
  const counts = `ok: ${fine.length}, warnings: ${warnings.length}, faults: ${faults.length}`;
  const rest = unchecked ? [`not checked, as ${unchecked.reason}: ${unchecked.ids.length}`] : [];
  return [...[...fine, ...warnings, ...faults].flatMap(linesOf), "", counts, ...rest];
}

/** What the command takes of the other commands. */
interface DoctorParts {
  choose: DoctorOptions["choose"];
  say(line: string): void;
}

/** Adds the command that looks whether all is well. */
export function addDoctor(program: Command, { choose, say }: DoctorParts): void {
  program
    .command("doctor")
    .description(
      "check settings, machine, database, ledger, provider and services; change nothing, and say what to do",
    )
    .option("--json", "print the findings as JSON")
    // The code 1 says that there is a fault.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : badUsage))
    .action(async ({ json }: { json?: boolean }) => {
      const logger = makeLogger({ logLevel: "fatal", environment: "test" }, pino.destination(2));
      const report = await examine({ load: loadConfig, choose, logger });
      const lines = json ? [JSON.stringify(report, undefined, 2)] : reportLines(report);
      for (const line of lines) say(line);
      if (report.level === "fault") process.exitCode = 1;
    });
}
