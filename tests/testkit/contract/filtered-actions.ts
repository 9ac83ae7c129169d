import { expect } from "@jest/globals";
import type { CheckedClient } from "../hub/checked-client.js";
import type { Party, World } from "../world/world.js";

/** An action of the list that is filtered, as the test knows it. */
export interface Row {
  id: string;
  title: string;
  description: string | null;
  stage: string;
  strategy: string | null;
  endsOn: string | null;
  progress: number;
  amounts: number[];
}

const drafts: Omit<Row, "id">[] = [
  { title: "Pelatihan menjahit", description: "100% wanita", stage: "COMPETENCY_TRAINING" },
  { title: "PELATIHAN LAS", description: "kode_a", stage: "COMPETENCY_TRAINING", progress: 40 },
  { title: "Pasar 50_50", description: null, stage: "MARKETING", endsOn: "2024-06-30" },
  { title: "Pasar malam \\ siang", description: "kodeXa", stage: "MARKETING", amounts: [500] },
  { title: "Modal é 🐟", description: "100 persen", stage: "CAPITAL_AND_EQUIPMENT", progress: 100 },
  { title: "Peta potensi", description: "", stage: "POTENTIAL_MAPPING", amounts: [1, 2000] },
].map((draft, at) => ({
  strategy: at % 2 ? "RAISE_INCOME" : null,
  endsOn: at % 3 ? `2024-0${at}-15` : null,
  progress: 0,
  amounts: [],
  ...draft,
  description: draft.description || null,
}));

/** Adds the actions to a plan. */
export async function filteredActions(
  world: World,
  lead: Party,
  plan: { id: string },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const draft of drafts) {
    const { title, description, stage, strategy, endsOn } = draft;
    const input = { title, description, stage, strategy, endsOn };
    const action = await world.action(lead, plan, input);
    if (draft.progress > 0) await world.report(lead, action, { progress: draft.progress });
    for (const amount of draft.amounts) {
      await world.pledge(lead, action, { amount: String(amount), quantity: amount / 4, unit: "u" });
    }
    rows.push({ ...draft, id: action.id });
  }
  return rows;
}

/** A query of actions by a filter. */
export const document = `query ($where: ActionFilter) { actions(where: $where, orderBy: [{ field: ID }]) {
  totalCount nodes { title } } }`;

/** The titles of the actions that a filter holds for. */
export async function titlesOf(visitor: CheckedClient, where: object): Promise<string[]> {
  const found = await visitor.data<{ actions: { totalCount: number; nodes: { title: string }[] } }>(
    document,
    { where } as never,
  );
  expect(found.actions.totalCount).toBe(found.actions.nodes.length);
  return found.actions.nodes.map(({ title }) => title).sort();
}
