import type { TestHub } from "../hub/index.js";
import type { Reader } from "./browser.js";
import { consoleRoutes } from "./routes.js";
import { coordinator } from "./use-sample-console.js";

/** Records of the sample that the pages show, in the form of the routes' parameters. */
interface Samples {
  actionPlans: { nodes: { id: string; actions: { nodes: { id: string }[] } }[] };
  deliberations: { nodes: { key: string }[] };
  assessments: { nodes: { id: string }[] };
  indicators: { nodes: { key: string }[] };
  enterpriseGroups: { nodes: { id: string }[] };
}

/** The addresses of all routes, each with a record of the sample, and of the modes of those that have some. */
export async function sampleAddresses(hub: TestHub): Promise<string[]> {
  const client = await hub.as(coordinator);
  const samples = await client.data<Samples>(`{
    actionPlans(first: 1, where: { lead: { eq: "disnaker-lebak" } }) {
      nodes { id actions(first: 1) { nodes { id } } }
    }
    deliberations(first: 1) { nodes { key } }
    assessments(first: 1) { nodes { id } }
    indicators(first: 1) { nodes { key } }
    enterpriseGroups(first: 1) { nodes { id } }
  }`);
  const [plan] = samples.actionPlans.nodes;
  const action = plan?.actions.nodes[0]?.id;
  const records: Readonly<Record<string, string | undefined>> = {
    "/plan/$id": `/plan/${plan?.id}`,
    "/plan/$id/action/$action": `/plan/${plan?.id}/action/${action}`,
    "/rembuk/$key": `/rembuk/${samples.deliberations.nodes[0]?.key}`,
    "/assessment/$id": `/assessment/${samples.assessments.nodes[0]?.id}`,
    "/view/$key": "/view/progress-of-plans-by-province?edit=yes",
    "/indicator/$key": `/indicator/${samples.indicators.nodes[0]?.key}`,
    "/group/$id": `/group/${samples.enterpriseGroups.nodes[0]?.id}`,
    "/organisation/$key": "/organisation/disnaker-lebak",
    "/node/$id": `/node/${plan?.id}`,
    "/search": "/search?text=Lebak",
  };
  const room = records["/rembuk/$key"];
  // The address to which a provider sends people back shows home.
  const shown = consoleRoutes().filter((path) => path !== "/signed-in");
  const routes = shown.map((path) => {
    const address = path.includes("$") || path in records ? records[path] : path;
    if (!address || address.includes("undefined")) throw new Error(`no sample for ${path}`);
    return address;
  });
  return [...routes, "/?as=table", `${room}?mode=projector`, "/nowhere", `${room}?mode=phone`];
}

/** Who looks at which addresses: those who see most there. */
export const sampleReaders: { reader: Reader; sees: (address: string) => boolean }[] = [
  {
    reader: { email: "operator@rembuk.example", operator: true },
    sees: (address) => address.startsWith("/operator"),
  },
  {
    reader: { email: "admin@disnaker-lebak.example" },
    sees: (address) => address.startsWith("/organisation/"),
  },
  {
    reader: { email: coordinator },
    sees: (address) => !/^\/(operator|organisation\/)/.test(address),
  },
];
