import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../../src/app/store.js";

/** The folder of what operators give to Prometheus and Grafana. */
export const operationsFolder = join(projectFolder(), "docs", "operations");

/** A panel of the dashboard. */
export interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { h: number; w: number; x: number; y: number };
  fieldConfig?: { defaults: { unit?: string; max?: number } };
  targets?: { expr: string; legendFormat: string }[];
}

/** The dashboard, as Grafana takes it. */
export interface Dashboard {
  title: string;
  schemaVersion: number;
  panels: Panel[];
  templating: { list: { name: string; definition?: string }[] };
}

/** A rule of the alerts. */
export interface Rule {
  alert: string;
  expr: string;
  summary: string;
  description: string;
  runbook: string;
}

export const readDashboard = async (): Promise<Dashboard> =>
  JSON.parse(await readFile(join(operationsFolder, "dashboard.json"), "utf8"));

/** A value of the rules' file, where it stands in quotes or without. */
const entryOf = (block: string, key: string): string => {
  const [, value = ""] = new RegExp(`^ +${key}: (.*)$`, "m").exec(block) ?? [];
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value;
};

export async function readRules(): Promise<Rule[]> {
  const text = await readFile(join(operationsFolder, "alerts.yml"), "utf8");
  const [, ...blocks] = text.split("- alert: ");
  return blocks.map((block) => ({
    alert: block.slice(0, block.indexOf("\n")),
    expr: entryOf(block, "expr"),
    summary: entryOf(block, "summary"),
    description: entryOf(block, "description"),
    runbook: entryOf(block, "runbook_url"),
  }));
}
